import type { NormalizedText } from '../text/normalize.ts'
import type { QuantityGrammar } from '../text/numbers.ts'
import type { Span } from '../text/span.ts'
import type { UnmarkedBreaks } from './unmarked-breaks.ts'
import type { WordList } from '../text/word-list.ts'

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
  /** How to tell where a sentence ends that no sign ends. */
  readonly unmarkedBreaks?: UnmarkedBreaks
  /** Words of one paragraph, in order, without spaces and punctuation. A hint: names shatter. Never give it more than a paragraph. */
  readonly words: (paragraph: string) => readonly Span[]
  /** Words of the language, names left out, where there is a list: what is not in it may be a word all the same. */
  readonly dictionary?: () => WordList
  /** The mark that says the word before it twice. */
  readonly repetitionMark?: string
  /** Words that set two things side by side ("and", "or"), in lower case. */
  readonly conjunctions?: ReadonlySet<string>
  /** Words that no sentence has twice in a row, in lower case. */
  readonly neverDoubled?: ReadonlySet<string>
  /** May a term begin or end at this offset, judging by the characters on both sides? */
  readonly isBoundary: (text: string, offset: number) => boolean
  /**
   * Are the letters of a term, found here, that term? `no`: they are (part of) another word. `perhaps`: they lie in a longer name, of
   * which they may be the term or not. Judged by the words around; the text is spelled as `normalize` leaves it.
   */
  readonly readsAsTerm?: (text: string, span: Span) => Reading
  /** True where a proper name that is found in small letters is meant as the name all the same (weekdays). */
  readonly isNameInSmallLetters?: (text: string, span: Span) => boolean
  /** What a text may write for a well-known name besides the name itself: short forms, abbreviations, adjectives. */
  readonly otherForms?: (name: string) => readonly string[]
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

export type Reading = 'yes' | 'perhaps' | 'no'
