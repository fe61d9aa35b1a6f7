import type { NormalizedText } from '../text/normalize.ts'
import type { QuantityGrammar } from '../text/numbers.ts'
import type { Span } from '../text/span.ts'

/**
 * A language pack: everything the engine knows about one language. Nothing outside a pack may ask which language it has;
 * it asks the pack. All spans are half-open UTF-16 ranges of the text that was passed in.
 */
export interface Language {
  /** BCP 47 tag. */
  readonly tag: string
  /** Unicode name of the script, as in `\p{Script=…}`, for script tests. */
  readonly script: string
  /** True when the script's letters are written without spaces between words. */
  readonly unspaced: boolean
  /** Repairs spellings that look alike (NFC, mark order, invisible characters…), with a map back to the text as given. */
  readonly normalize: (text: string) => NormalizedText
  /** A key under which spellings that a person searching would call equal are equal: no case, no tone or vowel marks. Idempotent. */
  readonly searchKey: (text: string) => string
  /** Sentences of one paragraph, in order, without the spaces between them; null when the language does not mark sentence ends. */
  readonly sentences: (paragraph: string) => readonly Span[] | null
  /**
   * For a language that does not mark sentence ends: log odds (nats) that one ends at a space, from the texts on both sides of it
   * within its line. Both are spelled as `normalize` leaves them.
   */
  readonly sentenceBreak?: (before: string, after: string) => number
  /** Words of one paragraph, in order, without spaces and punctuation. A hint: names shatter. Never give it more than a paragraph. */
  readonly words: (paragraph: string) => readonly Span[]
  /** May a term begin or end at this offset, judging by the characters on both sides? */
  readonly isBoundary: (text: string, offset: number) => boolean
  /** True when the text holds letters of this language's own script. */
  readonly hasOwnScript: (text: string) => boolean
  /**
   * The consonants of a name as coarse classes of sound that are the same in every pack, so that one name written in two scripts
   * gives nearly one key: k g(=ng) c(=ch, j) t n p f m r(=l) s w; doubled classes written once, vowels and h left out.
   */
  readonly consonants: (text: string) => string
  /** How the language writes numbers, years and months. */
  readonly quantities: QuantityGrammar
}
