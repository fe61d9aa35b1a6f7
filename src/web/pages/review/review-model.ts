import { can, type Actor } from '../../../domain/people.ts'
import { blockingSeverities } from '../../../domain/version.ts'
import { nameKey } from '../../../engine/names/name-key.ts'
import { summarizeRenderings, type RenderingSummary } from '../../../engine/renderings.ts'
import type { Span } from '../../../engine/text/span.ts'
import { draftProposals, type Proposal } from '../../../storage/screens/proposals.ts'
import { filterFacts, type FilterFacts } from '../../../storage/screens/review-filter.ts'
import type { NameDecision } from '../../../storage/repositories/name-decisions.ts'
import { draftNotes, type VersionNote } from '../../../storage/screens/version-notes.ts'
import type { ReviewComment } from '../../../storage/screens/comments.ts'
import {
  reviewScreen,
  whatStands,
  type ReviewScreen,
  type Standing,
} from '../../../storage/screens/review.ts'
import { isAlignmentDoubtful, type Segment } from '../../../domain/segment.ts'
import type { Workbench } from '../../../workbench.ts'
import type { Words } from '../../../i18n.ts'
import { inSlices } from '../../../workflows/in-slices.ts'
import { createWeightedCache, type WeightedCache } from '../../../workflows/weighted-cache.ts'
import { isUpToDate, settleFindings } from '../../../workflows/recheck.ts'
import { engineRevision } from '../../../engine/revision.ts'
import { blanks } from '../../kept-fragments.ts'
import { markText, type MarkedPiece } from '../../marked-text.ts'
import { countWords, type WordCounts } from './review-filter.ts'
import { sourceMarks, targetMarks, toFindingModels, type FindingModel } from './row-marks.ts'

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
  /** Filled in as the page is sent. */
  readonly operationId: string
  readonly findings: readonly FindingModel[]
  readonly openFindings: number
  readonly comments: readonly ReviewComment[]
  readonly openComments: number
  /** What was said of it when a version was read. */
  readonly notes: readonly VersionNote[]
  /** An editor sent it back, and it still reads as it did. */
  readonly isSentBack: boolean
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
  readonly renderings: readonly {
    readonly text: string
    readonly status: string
    readonly count: number
    readonly places: readonly (Span & { readonly segmentId: number })[]
  }[]
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
  /** For the filters, and for what is left to do. */
  readonly facts: FilterFacts
  readonly words: WordCounts
  /** What is proposed from here to the glossary. */
  readonly proposals: readonly Proposal[]
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

/** The same for everybody who reads in one language. */
type SharedModel = Omit<ReviewModel, 'mayRevise'>

/** Everything the review page shows. It is read and made anew as soon as anything in it has changed. */
export async function reviewModel(
  workbench: Workbench,
  actor: Actor,
  words: Words,
  draftId: number,
): Promise<ReviewModel> {
  const { glossary, stamp, sourceLanguage, targetLanguage } = await settledStanding(workbench, draftId)
  const latestChange = () => Promise.resolve(glossary)
  const inForce = await workbench.analyzer.glossary(
    { glossary: { ...workbench.storage.glossary, latestChange } },
    sourceLanguage,
    targetLanguage,
  )
  const memory = memoryOf(workbench)
  const key = `${draftId} ${words.locale}`
  const madeFrom = `${stamp} ${inForce.change}`
  let known = memory.get(key)
  if (known?.madeFrom !== madeFrom) {
    known = { madeFrom, model: await readModel(workbench, words, draftId) }
    const length = known.model.rows.reduce(
      (sum, row) => sum + row.sourceText.length + row.targetText.length,
      0,
    )
    memory.set(key, known, length + 300 * known.model.rows.length)
  }
  return { ...known.model, mayRevise: can(actor, 'segment.revise') }
}

/** In UTF-16 units of both texts, of which a model takes some 30 bytes each. */
const modelsKept = 2_000_000

const memories = new WeakMap<Workbench, WeightedCache<{ madeFrom: string; model: SharedModel }>>()

function memoryOf(workbench: Workbench) {
  let memory = memories.get(workbench)
  if (!memory) memories.set(workbench, (memory = createWeightedCache(modelsKept)))
  return memory
}

/** How the draft stands, with findings that are about what stands. */
async function settledStanding(workbench: Workbench, draftId: number): Promise<Standing> {
  const { reader } = workbench.storage
  const standing = await whatStands(reader, draftId)
  const { checked, glossary, severities } = standing
  if (isUpToDate(checked, { glossary, severities, engine: engineRevision })) return standing
  await settleFindings(workbench, draftId)
  return whatStands(reader, draftId)
}

/** Knows neither who asks nor what they may do, since what it makes is shown to others too. */
export async function readModel(
  { storage, analyzer }: Pick<Workbench, 'storage' | 'analyzer'>,
  words: Words,
  draftId: number,
): Promise<SharedModel> {
  const [screen, segments, findings, decisions, facts, proposals, notes] = await Promise.all([
    reviewScreen(storage.reader, draftId),
    storage.segments.list(draftId),
    storage.findings.list(draftId),
    storage.nameDecisions.list(draftId),
    filterFacts(storage.reader, draftId),
    draftProposals(storage.reader, draftId),
    draftNotes(storage.reader, draftId),
  ])
  const { analyses } = await analyzer.analyzeDraft(storage, { ...screen, id: draftId }, segments)
  const bySegment = groupBy(findings, ({ segmentId }) => segmentId)
  const comments = groupBy(screen.comments, ({ segmentId }) => segmentId ?? 0)
  const notesOf = groupBy(notes, ({ segmentId }) => segmentId)
  const rows = await inSlices(segments, (segment, index): RowModel => {
    const analysis = analyses[index]
    if (!analysis) throw new Error('a segment was not analysed')
    const own = (bySegment.get(segment.id) ?? [])
      // A finding of an older revision points into a text that is no longer there.
      .filter(({ revisionId }) => revisionId === segment.revision.id)
    const models = toFindingModels(segment.id, own, words)
    const said = comments.get(segment.id) ?? []
    return {
      id: segment.id,
      number: index + 1,
      kind: screen.unitKinds.get(segment.unitId) ?? 'paragraph',
      opensUnit: segments[index - 1]?.unitId !== segment.unitId,
      state: segment.state,
      source: markText(segment.sourceText, sourceMarks(segment.id, analysis, own, words)),
      sourceText: segment.sourceText,
      target: markText(segment.revision.text, targetMarks(segment.id, analysis, own)),
      targetText: segment.revision.text,
      isMachineText: screen.machineTexts.get(segment.id) === segment.revision.text,
      isAlignmentDoubtful: isAlignmentDoubtful(segment),
      revisionId: segment.revision.id,
      operationId: blanks.operationId,
      findings: models,
      openFindings: models.filter(({ isOpen }) => isOpen).length,
      comments: said,
      openComments: said.filter(({ resolvedBy }) => resolvedBy === null).length,
      notes: notesOf.get(segment.id) ?? [],
      isSentBack: (notesOf.get(segment.id) ?? []).some(({ mark, isEarlier }) => mark === null && !isEarlier),
      cuts: cutsBetween(segment, segments[index + 1]),
    }
  })
  const open = rows.flatMap((row) => row.findings.filter(({ isOpen }) => isOpen))
  return {
    ...screen,
    title: screen.targetTitle?.trim() || screen.sourceTitle?.trim() || words.t('review.untitled'),
    rows,
    facts,
    words: countWords(rows, screen.sourceLanguage),
    proposals,
    hasSource: segments.some(({ sourceText }) => sourceText !== ''),
    summary: summarizeRenderings(analyses).map((summary) => toSummaryModel(summary, decisions, segments)),
    confirmed: rows.filter(({ state }) => state !== 'initial').length,
    openFaults: open.filter(({ severity }) => severity !== 'neutral').length,
    openRemarks: open.filter(({ severity }) => severity === 'neutral').length,
    blockingFindings: open.filter(({ severity }) =>
      (blockingSeverities as readonly string[]).includes(severity),
    ).length,
    generalComments: comments.get(0) ?? [],
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

function toSummaryModel(
  summary: RenderingSummary,
  decisions: readonly NameDecision[],
  segments: readonly Segment[],
): SummaryModel {
  const { key, kind, source, occurrences, missing, renderings, preferred, transliteration } = summary
  const said = kind === 'name' ? decisions.filter(({ name }) => nameKey(name) === key) : []
  const isMendable = renderings.length > 1 || renderings.some(({ status }) => !isRight(status))
  return {
    key,
    kind,
    source,
    occurrences,
    renderings: renderings.map(({ text, status, count, places }) => ({
      text,
      status,
      count,
      places: places.flatMap(({ segmentIndex, span }) => {
        const segment = segments[segmentIndex]
        return segment ? [{ segmentId: segment.id, ...span }] : []
      }),
    })),
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
