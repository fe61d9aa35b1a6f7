import type { AnalyzedSegment } from '../analyze.ts'
import type { Dimension, ExampleTerm, RawFinding, Severity } from './check.ts'

/** A segment of the draft; the id comes back with its findings. */
export interface DraftSegment extends AnalyzedSegment {
  readonly id: number
  /** What became of it so far, where that is known. */
  readonly review?: Review
}

/** What a desk knows of the reading that a segment's present text has had. */
export interface Review {
  /** Where the text came from. */
  readonly origin: 'machine' | 'memory' | 'person'
  /** A person has said that this text is done. */
  readonly confirmed: boolean
  /** It stands in a version that was submitted for approval or accepted. */
  readonly passedOn: boolean
}

interface DraftExample {
  readonly terms?: readonly ExampleTerm[]
  /** Source and target of each segment, with brackets as in `Example`. */
  readonly segments: readonly {
    readonly source: string
    readonly target: string
    /** The target when every replacement that is offered has been taken. */
    readonly mended?: string
    readonly review?: Review
  }[]
}

/** An automatic rule over all segments of a draft, in order. Stateless, like `Check`. */
export interface DraftCheck {
  /** kebab-case, names the fault, equals the file's name, never renamed. */
  readonly id: string
  readonly dimension: Dimension
  readonly severity: Severity
  readonly examples: readonly DraftExample[]
  /** What is read from one segment is remembered, so that the same segments given again cost little; they must not change. */
  run(
    segments: readonly DraftSegment[],
  ): readonly { readonly segmentId: number; readonly finding: RawFinding }[]
}
