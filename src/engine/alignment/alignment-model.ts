import type { BreakWeights } from '../languages/unmarked-breaks.ts'
import type { PackedLexicon } from './lexicon.ts'

/** What alignment has learnt about a pair of languages. Plain JSON: it can be stored, sent and compared. */
export interface AlignmentModel {
  /** Language tags as the packs have them. */
  readonly from: string
  readonly to: string
  readonly learntFrom: LearntFrom
  readonly lexicon: PackedLexicon
  /** Where sentences end unmarked, on either side; null where the language pack's own weights hold. */
  readonly breaks: { readonly from: BreakWeights | null; readonly to: BreakWeights | null }
}

export interface LearntFrom {
  /** Pairs of names, such as CLDR's, and of sentences out of context. */
  readonly names: number
  readonly pairs: number
  /** Documents aligned by hand. */
  readonly documents: number
  /** Segments approved at the desk. */
  readonly segments: number
}

/** Knows nothing, not even what the packs know of sentence ends. */
export const emptyModel = (from: string, to: string): AlignmentModel => ({
  from,
  to,
  learntFrom: { names: 0, pairs: 0, documents: 0, segments: 0 },
  lexicon: { words: '', counts: '', expressions: '', renderings: '' },
  breaks: { from: {}, to: {} },
})
