/** How a language marks its own proper names; kept beside the packs because only name search asks for it. */
export interface NameGrammar {
  /** Could this word, capitalised or not, be a syllable of this language? */
  isSyllable(word: string): boolean
  /** Does the spelling itself tell that the word is of this language (a mark or letter that others lack)? */
  isUnmistakable(word: string): boolean
  /** Words of address before a person's name, also before a lone given name, in lower case; may hold spaces. */
  readonly addresses: readonly string[]
  /** Words of rank or office before a person's full name, in lower case; may hold spaces. */
  readonly titles: readonly string[]
  /** Words for a kind of place before its name, in lower case; may hold spaces. */
  readonly placeWords: readonly string[]
  /** Words that begin the name of an office or body, in lower case: what follows them is neither place nor person. */
  readonly officeWords: readonly string[]
  /** Words that begin a sentence with a capital without being part of the name after them, in lower case. */
  readonly openers: readonly string[]
  readonly surnames: readonly string[]
  /** Middle names that tell a person whatever comes after. */
  readonly middleNames: readonly string[]
  /** Words that no name has, in lower case: a run of capitals with one of them is a heading. */
  readonly smallWords: readonly string[]
  /** Words of two syllables that no name has, as titles in capitals write them. */
  readonly headingWords: readonly string[]
  /** Phrases with capitals that are translated, beside the countries of the world: days of the week, seas, offices. */
  readonly notNames: readonly string[]
  /** Provinces, large cities and sights: what a text may name without its source. */
  readonly famousPlaces: readonly string[]
  /** Places of one syllable that need no word before them. */
  readonly lonePlaces: readonly string[]
  /** Places that are two names with a hyphen between, however it is written. */
  readonly doublePlaces: readonly string[]
}
