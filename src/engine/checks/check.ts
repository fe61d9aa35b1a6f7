import type { AnalyzedSegment } from '../analyze.ts'
import type { Span } from '../text/span.ts'

/** MQM's seven top-level dimensions. */
export type Dimension =
  | 'terminology'
  | 'accuracy'
  | 'linguistic-conventions'
  | 'style'
  | 'locale-conventions'
  | 'audience-appropriateness'
  | 'design-and-markup'

/** MQM severities, mildest first. Open `major` and `critical` findings block a submission. */
export const severities = ['neutral', 'minor', 'major', 'critical'] as const
export type Severity = (typeof severities)[number]

export type Side = 'source' | 'target'

/** One thing a check noticed. Words for people live in `locales/` under `checks.<check>`; `values` fill their placeholders. */
export interface Finding {
  /** Id of the check that raised it. */
  readonly check: string
  readonly severity: Severity
  /** The side that `span` lies in. */
  readonly side: Side
  /** UTF-16, half-open, in the text of `side` as given. May be empty (start = end) when nothing is there to point at. */
  readonly span: Span
  /** The place in the source that gave rise to it, where there is one. */
  readonly sourceSpan?: Span
  /** What a person may put in place of `span` (only ever on the target side). */
  readonly replacement?: string
  /** Other texts that would also do, best first. */
  readonly alternates?: readonly string[]
  readonly values?: Readonly<Record<string, string | number>>
}

/** What a check's own code returns; id and severity are the check's unless it says otherwise. */
export type RawFinding = Omit<Finding, 'check' | 'severity'> & { readonly severity?: Severity }

/**
 * A worked case, shown on the Checks page and run as a test. Square brackets mark in the target (or in the source, for
 * findings on the source side) where findings must appear; no brackets means silence.
 */
export interface Example {
  readonly source: string
  readonly target: string
  /** The target when every replacement that is offered has been taken. */
  readonly mended?: string
  readonly terms?: readonly ExampleTerm[]
}

/** A concept of the glossary that an example is read with. */
export interface ExampleTerm {
  readonly source: string
  /** Phrases in which the source term is another word, and words that stand near where it is meant; see `GlossaryTerm`. */
  readonly exclusions?: readonly string[]
  readonly contextWords?: readonly string[]
  readonly preferred: string
  readonly admitted?: readonly string[]
  readonly deprecated?: readonly string[]
}

/** An automatic rule over one segment. Stateless: the same segment always gives the same findings. */
export interface Check {
  /** kebab-case, names the fault, equals the file's name, never renamed. */
  readonly id: string
  readonly dimension: Dimension
  readonly severity: Severity
  readonly examples: readonly Example[]
  run(segment: AnalyzedSegment): readonly RawFinding[]
}
