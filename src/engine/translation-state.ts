import type { Language } from './languages/language.ts'
import type { NormalizedText } from './text/normalize.ts'

/** `empty` and `untranslated` targets are reported as a whole; only a `translated` one is worth comparing in detail. */
export type TranslationState = 'empty' | 'untranslated' | 'translated'

interface Side {
  readonly normalized: NormalizedText
  readonly language: Language
}

/**
 * How far a target has come. It is untranslated when it repeats the source, or is written mostly with the source's words instead of
 * with its own script; figures, acronyms and names alone are no words to translate.
 */
export function translationState(source: Side, target: Side): TranslationState {
  const [from, to] = [source.normalized.text, target.normalized.text]
  if (!VISIBLE.test(to)) return VISIBLE.test(from) ? 'empty' : 'translated'
  const known = new Set(plainWords(from))
  const kept = plainWords(to).filter((word) => known.has(word))
  if (kept.length > 0 && key(from) === key(to)) return 'untranslated'
  if (kept.length < 2 || source.language.script === target.language.script) return 'translated'
  // Terms of a third language that both sides keep are no words of the source: its own carry marks, where it has any.
  const isMarked = (word: string) => /[^\p{ASCII}]/u.test(word)
  if (target.language.hasOwnScript(to) && [...known].some(isMarked) && !kept.some(isMarked))
    return 'translated'
  const keptLetters = kept.reduce((sum, word) => sum + word.length, 0)
  return keptLetters * 2 > countLetters(to) ? 'untranslated' : 'translated'
}

const VISIBLE = /[\p{L}\p{N}]/u

/** Words in lower case, that is, neither names nor acronyms nor parts of an address. */
const plainWords = (text: string): readonly string[] =>
  text.match(
    /(?<![\p{L}\p{M}\p{N}]|[./_@-](?=\p{L}))\p{Ll}[\p{Ll}\p{M}]*(?![\p{L}\p{M}\p{N}]|[./_@-][\p{L}\p{N}])/gu,
  ) ?? []

const countLetters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0

const key = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()
