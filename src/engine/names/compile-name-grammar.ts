import type { NameGrammar } from './name-grammar.ts'
import { nameKey } from './name-key.ts'
import { regionNames } from './region-names.ts'

/** A grammar with its word lists made ready. */
export interface CompiledGrammar extends NameGrammar {
  /** Of every word that announces a name, what it announces. */
  readonly cues: ReadonlyMap<string, Cue>
  readonly opening: ReadonlySet<string>
  /** Keys of what has capitals and is no name to transliterate, one to four words. */
  readonly known: ReadonlySet<string>
  /** Their first words. */
  readonly knownStarts: ReadonlySet<string>
  readonly lonePlaceKeys: ReadonlySet<string>
  readonly doublePlaceByKey: ReadonlyMap<string, string>
  readonly small: ReadonlySet<string>
  readonly headingPairs: ReadonlySet<string>
  readonly famousKeys: ReadonlySet<string>
  /** Also words that the language would spell otherwise: Kon Tum. */
  readonly famousWords: ReadonlySet<string>
}

export type Cue = 'address' | 'title' | 'place'

/** Made once for a language. */
export function compileNameGrammar(language: string, grammar: NameGrammar): CompiledGrammar {
  const known = [...regionNames(language), ...grammar.notNames].map(nameKey)
  const cues = (words: readonly string[], cue: Cue) => words.map((word) => [word, cue] as const)
  return {
    ...grammar,
    cues: new Map([
      ...cues(grammar.placeWords, 'place'),
      ...cues(grammar.titles, 'title'),
      ...cues(grammar.addresses, 'address'),
    ]),
    opening: new Set(grammar.openers),
    known: new Set(known),
    knownStarts: new Set(known.map((name) => name.split(' ')[0]!)),
    lonePlaceKeys: new Set(grammar.lonePlaces.map(nameKey)),
    doublePlaceByKey: new Map(grammar.doublePlaces.map((place) => [nameKey(place), place])),
    small: new Set(grammar.smallWords),
    headingPairs: new Set(grammar.headingWords.map(nameKey)),
    famousKeys: new Set(grammar.famousPlaces.map(nameKey)),
    famousWords: new Set(grammar.famousPlaces.flatMap((place) => place.split(' '))),
  }
}
