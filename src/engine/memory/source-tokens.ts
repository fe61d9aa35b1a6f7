import type { Language } from '../languages/language.ts'

/** What two spellings of one source share: normalised as its language does it, white space as one space, none at the ends. */
export const sourceKey = (text: string, language: Language): string =>
  language.normalize(text).text.replace(/\s+/gu, ' ').trim()

/**
 * The pieces by which a key is compared: the words (in Vietnamese the syllables) as the language's pack finds them, and every other
 * character that is no space.
 */
export function sourceTokens(key: string, language: Language): string[] {
  const tokens: string[] = []
  let at = 0
  const addBetween = (end: number) => {
    for (const character of key.slice(at, end)) if (character !== ' ') tokens.push(character)
  }
  for (const { start, end } of language.words(key)) {
    addBetween(start)
    tokens.push(key.slice(start, end))
    at = end
  }
  addBetween(key.length)
  return tokens
}

/** An index keeps no longer words. */
const longestWord = 64

/** The words under which a source is found again: each once, in lower case. None has a space in it. */
export function candidateWords(tokens: readonly string[]): string[] {
  const words = tokens.filter((token) => /[\p{L}\p{N}]/u.test(token))
  return [...new Set(words.map((word) => word.toLowerCase().slice(0, longestWord).toWellFormed()))]
}
