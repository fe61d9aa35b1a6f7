import { randomUUID } from 'node:crypto'
import { can, type Actor } from '../../../domain/people.ts'
import { blockingSeverities } from '../../../domain/version.ts'
import type { AnalyzedSegment } from '../../../engine/analyze.ts'
import type { Severity } from '../../../engine/checks/check.ts'
import { nameKey } from '../../../engine/names/name-key.ts'
import { summarizeRenderings, type RenderingSummary } from '../../../engine/renderings.ts'
import type { StoredFinding } from '../../../storage/repositories/findings.ts'
import type { NameDecision } from '../../../storage/repositories/name-decisions.ts'
import { reviewScreen, type ReviewComment, type ReviewScreen } from '../../../storage/screens/review.ts'
import { isAlignmentDoubtful, type Segment } from '../../../domain/segment.ts'
import type { Workbench } from '../../../workbench.ts'
import type { Words } from '../../../i18n.ts'
import { markText, type Mark, type MarkedPiece } from '../../marked-text.ts'

/** One finding in words, with what can be done about it. */
export interface FindingModel {
  readonly id: number
  readonly check: string
  readonly severity: Severity
  readonly isOpen: boolean
  readonly name: string
  readonly message: string
  readonly replacements: readonly string[]
  /** In the target; empty when the finding points at the source. */
  readonly start: number
  readonly end: number
  readonly dismissal: StoredFinding['dismissal']
}

export interface RowModel {
  readonly id: number
  readonly number: number
  readonly kind: string
  /** The first row of its unit. */
  readonly opensUnit: boolean
  readonly state: Segment['state']
  readonly source: readonly MarkedPiece[]
  readonly sourceText: string
  readonly target: readonly MarkedPiece[]
  readonly targetText: string
  readonly isMachineText: boolean
  readonly isAlignmentDoubtful: boolean
  readonly revisionId: number
  readonly operationId: string
  readonly findings: readonly FindingModel[]
  readonly openFindings: number
  readonly comments: readonly ReviewComment[]
  readonly openComments: number
  readonly cuts: Cuts
}

/** What can be done about the break between a row and the next, so that nothing is offered that would be refused. */
interface Cuts {
  readonly merge: boolean
  readonly moveLeft: boolean
  readonly moveRight: boolean
}

export interface SummaryModel {
  readonly key: string
  readonly kind: 'concept' | 'name'
  readonly source: string
  readonly occurrences: number
  readonly renderings: readonly { readonly text: string; readonly status: string; readonly count: number }[]
  readonly missing: number
  readonly preferred: string | null
  /** Who says so. */
  readonly says: 'glossary' | 'decision' | 'rule' | null
  /** The dismissal that decided it, to be taken back. */
  readonly dismissalId: number | null
  /** A rule of transliteration has an answer that can be explained. */
  readonly isExplained: boolean
  /** Something here is not as the glossary has it. */
  readonly isFaulty: boolean
  /** There is a rendering to put another in the place of. */
  readonly isMendable: boolean
}

export interface ReviewModel extends ReviewScreen {
  readonly title: string
  readonly rows: readonly RowModel[]
  /** False while the draft waits for its source. */
  readonly hasSource: boolean
  readonly summary: readonly SummaryModel[]
  readonly confirmed: number
  /** Open findings that are faults. */
  readonly openFaults: number
  /** Open findings that are only something to know. */
  readonly openRemarks: number
  readonly blockingFindings: number
  readonly generalComments: readonly ReviewComment[]
  readonly mayRevise: boolean
}

/** Everything the review page shows, from one read of the draft. */
export async function reviewModel(
  workbench: Workbench,
  actor: Actor,
  words: Words,
  draftId: number,
): Promise<ReviewModel> {
  const { storage, analyzer } = workbench
  const [screen, segments, findings, decisions] = await Promise.all([
    reviewScreen(storage.reader, draftId),
    storage.segments.list(draftId),
    storage.findings.list(draftId),
    storage.nameDecisions.list(draftId),
  ])
  const { analyses } = await analyzer.analyzeDraft(storage, { ...screen, id: draftId }, segments)
  const bySegment = groupBy(findings, ({ segmentId }) => segmentId)
  const comments = groupBy(screen.comments, ({ segmentId }) => segmentId ?? 0)
  const rows = segments.map((segment, index): RowModel => {
    const analysis = analyses[index]
    if (!analysis) throw new Error('a segment was not analysed')
    const own = (bySegment.get(segment.id) ?? [])
      // A finding of an older revision points into a text that is no longer there.
      .filter(({ revisionId }) => revisionId === segment.revision.id)
    const models = own.map((stored) => toFindingModel(stored, words))
    const said = comments.get(segment.id) ?? []
    return {
      id: segment.id,
      number: index + 1,
      kind: screen.unitKinds.get(segment.unitId) ?? 'paragraph',
      opensUnit: segments[index - 1]?.unitId !== segment.unitId,
      state: segment.state,
      source: markText(segment.sourceText, sourceMarks(analysis, own, words)),
      sourceText: segment.sourceText,
      target: markText(segment.revision.text, targetMarks(analysis, own)),
      targetText: segment.revision.text,
      isMachineText: screen.machineTexts.get(segment.id) === segment.revision.text,
      isAlignmentDoubtful: isAlignmentDoubtful(segment),
      revisionId: segment.revision.id,
      operationId: randomUUID(),
      findings: models,
      openFindings: models.filter(({ isOpen }) => isOpen).length,
      comments: said,
      openComments: said.filter(({ resolvedBy }) => resolvedBy === null).length,
      cuts: cutsBetween(segment, segments[index + 1]),
    }
  })
  const open = rows.flatMap((row) => row.findings.filter(({ isOpen }) => isOpen))
  return {
    ...screen,
    title: screen.targetTitle?.trim() || screen.sourceTitle?.trim() || words.t('review.untitled'),
    rows,
    hasSource: segments.some(({ sourceText }) => sourceText !== ''),
    summary: summarizeRenderings(analyses).map((summary) => toSummaryModel(summary, decisions)),
    confirmed: rows.filter(({ state }) => state !== 'initial').length,
    openFaults: open.filter(({ severity }) => severity !== 'neutral').length,
    openRemarks: open.filter(({ severity }) => severity === 'neutral').length,
    blockingFindings: open.filter(({ severity }) =>
      (blockingSeverities as readonly string[]).includes(severity),
    ).length,
    generalComments: comments.get(0) ?? [],
    mayRevise: can(actor, 'segment.revise'),
  }
}

function cutsBetween(segment: Segment, next: Segment | undefined): Cuts {
  return {
    merge:
      next !== undefined &&
      (segment.unitId === next.unitId || segment.sourceText === '' || next.sourceText === ''),
    moveLeft: next !== undefined && segment.revision.text.trim() !== '',
    moveRight: next !== undefined && next.revision.text.trim() !== '',
  }
}

function toFindingModel({ id, finding, dismissal }: StoredFinding, words: Words): FindingModel {
  const offered =
    finding.replacement === undefined ? [] : [finding.replacement, ...(finding.alternates ?? [])]
  return {
    id,
    check: finding.check,
    severity: finding.severity,
    isOpen: dismissal === null,
    name: words.t(`checks.${finding.check}.name`),
    message: words.t(`checks.${finding.check}.finding`, finding.values ?? {}),
    replacements: onceWithoutSpaces(offered).slice(0, 9),
    start: finding.side === 'target' ? finding.span.start : 0,
    end: finding.side === 'target' ? finding.span.end : 0,
    dismissal,
  }
}

/** Names are accepted with and without spaces between their syllables; the first of the two is enough of an offer. */
function onceWithoutSpaces(forms: readonly string[]): readonly string[] {
  const bare = forms.map((form) => form.replaceAll(' ', ''))
  return forms.filter((_, at) => bare.indexOf(bare[at]!) === at)
}

/** Open findings first, since the earlier mark wins; then terms with what the glossary wants for them; then names. */
function sourceMarks(
  { terms, names }: AnalyzedSegment,
  findings: readonly StoredFinding[],
  words: Words,
): Mark[] {
  const missed = new Set(
    findings
      .filter(({ finding, dismissal }) => dismissal === null && finding.severity !== 'neutral')
      .flatMap(({ finding }) => (finding.sourceSpan ? [finding.sourceSpan.start] : [])),
  )
  return [
    ...terms.expected.map(({ sourceSpan, accepted }) => ({
      span: sourceSpan,
      kind: missed.has(sourceSpan.start) ? 'term-open' : 'term',
      label: words.t('review.term-should-be', { terms: accepted.join(', ') }),
    })),
    ...names.map(({ span }) => ({ span, kind: 'name', label: words.t('review.name') })),
  ]
}

function targetMarks({ terms }: AnalyzedSegment, findings: readonly StoredFinding[]): Mark[] {
  return [
    ...findings
      .filter(({ finding, dismissal }) => finding.side === 'target' && dismissal === null)
      .map(({ finding }) => ({ span: finding.span, kind: `finding-${finding.severity}` })),
    ...terms.expected.flatMap(({ rendering }) => (rendering ? [{ span: rendering.span, kind: 'term' }] : [])),
  ]
}

function toSummaryModel(summary: RenderingSummary, decisions: readonly NameDecision[]): SummaryModel {
  const { key, kind, source, occurrences, missing, renderings, preferred, transliteration } = summary
  const said = kind === 'name' ? decisions.filter(({ name }) => nameKey(name) === key) : []
  const isMendable = renderings.length > 1 || renderings.some(({ status }) => !isRight(status))
  return {
    key,
    kind,
    source,
    occurrences,
    renderings: renderings.map(({ text, status, count }) => ({ text, status, count })),
    missing,
    preferred: preferred ?? null,
    says: said.some(({ dismissalId }) => dismissalId === null) ? 'decision' : authorityOf(summary),
    dismissalId: said.find(({ dismissalId }) => dismissalId !== null)?.dismissalId ?? null,
    isExplained: transliteration !== undefined,
    isMendable,
    isFaulty: isMendable || (kind === 'concept' && missing > 0),
  }
}

/** Who says how it should be rendered. A form of a name that the rules do not give was decided, for this name or for the full one. */
export function authorityOf({
  kind,
  preferred,
  transliteration,
}: RenderingSummary): 'glossary' | 'decision' | 'rule' | null {
  if (preferred === undefined) return null
  if (kind === 'concept') return 'glossary'
  return preferred === transliteration?.text ? 'rule' : 'decision'
}

/** A rendering of this status needs no mending. */
export const isRight = (status: string): boolean => rightStatuses.includes(status)
const rightStatuses: readonly string[] = ['preferred', 'admitted', 'standard', 'accepted']

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
