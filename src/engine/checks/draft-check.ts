import type { AnalyzedSegment } from '../analyze.ts'
import type { Dimension, RawFinding, Severity } from './check.ts'

/** A segment of the draft; the id comes back with its findings. */
export interface DraftSegment extends AnalyzedSegment {
  readonly id: number
}

interface DraftExample {
  /** Source and target of each segment, with brackets as in `Example`. */
  readonly segments: readonly { readonly source: string; readonly target: string }[]
}

/** An automatic rule over all segments of a draft, in order. Stateless, like `Check`. */
export interface DraftCheck {
  /** kebab-case, names the fault, equals the file's name, never renamed. */
  readonly id: string
  readonly dimension: Dimension
  readonly severity: Severity
  readonly examples: readonly DraftExample[]
  run(
    segments: readonly DraftSegment[],
  ): readonly { readonly segmentId: number; readonly finding: RawFinding }[]
}
