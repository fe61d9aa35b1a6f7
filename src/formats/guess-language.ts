import type { Problem } from './problem.ts'

/** What a text seems to be written in: `other` is another language, `none` a text without letters. */
export type LanguageGuess = 'vi' | 'th' | 'other' | 'none'

/**
 * A guess by script and letters, from the beginning of the text. Thai has a script of its own; Vietnamese is Latin with letters
 * that hardly any other language has (they are a fifth of running text; a twenty-fifth is asked for, since names and loans have none).
 */
export function looksLike(text: string): LanguageGuess {
  const sample = text.slice(0, 20_000)
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0
  const letters = count(/\p{L}/gu)
  if (letters === 0) return 'none'
  if (count(/(?=\p{L})\p{Script=Thai}/gu) * 2 >= letters) return 'th'
  if (count(/\p{Script=Latin}/gu) * 5 < letters * 4) return 'other'
  return count(/[ăđơưĂĐƠƯ\u1ea0-\u1ef9\u031b\u0323\u0309]/g) * 25 >= letters ? 'vi' : 'other'
}

/** Refuses a text on the wrong side: the problem when it does not look like the language it was given as, else null. */
export function checkLanguage(text: string, expected: 'vi' | 'th'): Problem | null {
  const found = looksLike(text)
  if (found === expected) return null
  if (found === 'none') return { code: 'text-without-letters' }
  if (expected === 'vi') return { code: found === 'th' ? 'source-looks-thai' : 'source-not-vietnamese' }
  return { code: found === 'vi' ? 'draft-looks-vietnamese' : 'draft-not-thai' }
}
