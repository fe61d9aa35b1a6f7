import type { AnalyzedSegment } from '../../../engine/analyze.ts'
import type { Finding, Severity, Side } from '../../../engine/checks/check.ts'
import { overlaps, type Span } from '../../../engine/text/span.ts'
import type { StoredFinding } from '../../../storage/repositories/findings.ts'
import type { Words } from '../../../i18n.ts'
import type { Mark } from '../../marked-text.ts'

/** A finding on the text that is shown, which need not be saved: then nothing is stored of it. */
export interface ShownFinding {
  readonly id: number | null
  readonly fingerprint: string
  readonly finding: Finding
  readonly dismissal: StoredFinding['dismissal']
}

/** One finding in words, with what can be done about it. */
export interface FindingModel {
  readonly id: number | null
  /** Its element's id on the page. */
  readonly anchor: string
  readonly fingerprint: string
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

export const toFindingModels = (
  segmentId: number,
  findings: readonly ShownFinding[],
  words: Words,
): readonly FindingModel[] =>
  findings.map((shown, at) => {
    const { id, fingerprint, finding, dismissal } = shown
    const offered =
      finding.replacement === undefined ? [] : [finding.replacement, ...(finding.alternates ?? [])]
    return {
      id,
      anchor: anchorOf(segmentId, shown, at),
      fingerprint,
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
  })

const anchorOf = (segmentId: number, { id }: ShownFinding, at: number) =>
  id === null ? `finding-new-${segmentId}-${at}` : `finding-${id}`

/** Names are accepted with and without spaces between their syllables; the first of the two is enough of an offer. */
function onceWithoutSpaces(forms: readonly string[]): readonly string[] {
  const bare = forms.map((form) => form.replaceAll(' ', ''))
  return forms.filter((_, at) => bare.indexOf(bare[at]!) === at)
}

/** Open findings first, since the earlier mark wins; then terms with what the glossary wants for them; then names. */
export function sourceMarks(
  segmentId: number,
  analysis: AnalyzedSegment,
  findings: readonly ShownFinding[],
  words: Words,
): readonly Mark[] {
  const { terms, names } = analysis
  const missed = new Map(
    findings.flatMap((shown, at) => {
      const { finding, dismissal } = shown
      const isOpen = dismissal === null && finding.severity !== 'neutral'
      return isOpen && finding.sourceSpan
        ? [[finding.sourceSpan.start, anchorOf(segmentId, shown, at)] as const]
        : []
    }),
  )
  return [
    ...terms.expected.map(({ sourceSpan, accepted }) => {
      const finding = missed.get(sourceSpan.start)
      return {
        span: sourceSpan,
        kind: finding === undefined ? 'term' : 'term-open',
        label: words.t('review.term-should-be', { terms: accepted.join(', ') }),
        ...(finding === undefined ? {} : { finding }),
        ...subjectAt(analysis, 'source', sourceSpan),
      }
    }),
    ...names.map(({ span }) => ({
      span,
      kind: 'name',
      ...subjectAt(analysis, 'source', span),
    })),
  ]
}

export function targetMarks(
  segmentId: number,
  analysis: AnalyzedSegment,
  findings: readonly ShownFinding[],
): readonly Mark[] {
  const about = (span: Span) => subjectAt(analysis, 'target', span)
  const { terms, nameRenderings } = analysis
  return [
    ...findings.flatMap((shown, at) => {
      const { finding, dismissal } = shown
      if (finding.side !== 'target' || dismissal !== null) return []
      const { span, severity } = finding
      return [{ span, kind: `finding-${severity}`, finding: anchorOf(segmentId, shown, at), ...about(span) }]
    }),
    ...terms.expected.flatMap(({ rendering }) =>
      rendering ? [{ span: rendering.span, kind: 'term', ...about(rendering.span) }] : [],
    ),
    ...nameRenderings.map(({ span }) => ({ span, kind: 'name', ...about(span) })),
  ]
}

/** The concepts and the name that a place of the text speaks of: what an explanation of it is about, and what it is paired with. */
function subjectAt(
  { terms, names, aboutName, nameRenderings }: AnalyzedSegment,
  side: Side,
  span: Span,
): Pick<Mark, 'concept' | 'name'> {
  const meets = (other: Span | undefined) => other !== undefined && overlaps(other, span)
  const term =
    side === 'source'
      ? terms.expected.find(({ sourceSpan }) => meets(sourceSpan))
      : (terms.expected.find(({ rendering }) => meets(rendering?.span)) ??
        terms.deprecated.find((one) => meets(one.span))?.origin)
  const match = side === 'source' ? names.find((one) => meets(one.span)) : undefined
  const name = match
    ? (aboutName.get(match)?.text ?? match.text)
    : nameRenderings.find((one) => side === 'target' && meets(one.span))?.name.text
  return { ...(term ? { concept: term.concepts.join(' ') } : {}), ...(name === undefined ? {} : { name }) }
}
