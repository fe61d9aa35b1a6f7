import type { NormalizedText } from '../text/normalize.ts'
import type { Span } from '../text/span.ts'
import type { ArticleName } from './article-names.ts'

/** Finds names of the source as a script of its own writes them, in a right form or in another that sounds like it. Linear in the target. */
export type NameReader = (
  names: readonly SoughtName[],
  target: NormalizedText,
  /** May a name stand at a span of the target as given? */
  isFree: (span: Span) => boolean,
) => readonly FoundName[]

export interface SoughtName {
  readonly name: ArticleName
  /** How often the source of the segment has it; 0 where only another segment has. */
  readonly inSource: number
}

export interface FoundName {
  /** UTF-16, half-open, in the target as given. */
  readonly span: Span
  /** `standard` and `accepted` are right; a `variant` is some other spelling. */
  readonly status: 'standard' | 'accepted' | 'variant'
  readonly name: ArticleName
  /** How sure it is that this is the name, 0 to 1; 1 for all but variants. */
  readonly sureness: number
}
