import type { Language } from '../languages/language.ts'
import { foldCase } from '../text/fold-case.ts'
import type { Span } from '../text/span.ts'
import type { GlossaryEntry } from './glossary.ts'

/** What a concept asks of an occurrence. Normalised, in small letters, single spaces. */
export interface TermUsage {
  readonly exclusions: readonly string[]
  readonly contextWords: readonly string[]
}

/** By concept; the concepts that ask for nothing are left out. */
export function compileUsage(
  entries: readonly GlossaryEntry[],
  language: Language,
): ReadonlyMap<string, TermUsage> {
  const spelled = (phrases: readonly string[]) => [
    ...new Set(
      phrases
        .map((phrase) => foldCase(language.normalize(phrase).text).trim().replace(/\s+/g, ' '))
        .filter((phrase) => phrase !== ''),
    ),
  ]
  const usage = new Map<string, TermUsage>()
  for (const { conceptId, terms } of entries) {
    const own = terms.filter((term) => term.language === language.tag)
    const exclusions = spelled(own.flatMap((term) => term.exclusions ?? []))
    const contextWords = spelled(own.flatMap((term) => term.contextWords ?? []))
    if (exclusions.length + contextWords.length > 0) usage.set(conceptId, { exclusions, contextWords })
  }
  return usage
}

/** Does the span lie in one of the phrases, which is longer than it? `folded` is the text as `foldCase` leaves it. */
export const liesInPhrase = (
  folded: string,
  { start, end }: Span,
  phrases: readonly string[],
  language: Language,
): boolean =>
  phrases.some((phrase) =>
    occurrences(folded.slice(Math.max(0, start - phrase.length), end + phrase.length), phrase).some((at) => {
      const from = Math.max(0, start - phrase.length) + at
      const to = from + phrase.length
      const covers = from <= start && end <= to && to - from > end - start
      return covers && language.isBoundary(folded, from) && language.isBoundary(folded, to)
    }),
  )

/** How far from an occurrence a context word may stand, in UTF-16 units: two or three sentences. */
const NEAR = 300

/** Does one of the words stand near the span, outside it? */
export function standsNear(
  folded: string,
  { start, end }: Span,
  words: readonly string[],
  language: Language,
): boolean {
  const from = Math.max(0, start - NEAR)
  const near = folded.slice(from, end + NEAR)
  return words.some((word) =>
    occurrences(near, word).some((at) => {
      const [first, last] = [from + at, from + at + word.length]
      const isOutside = last <= start || end <= first
      return isOutside && language.isBoundary(folded, first) && language.isBoundary(folded, last)
    }),
  )
}

function occurrences(text: string, wanted: string): readonly number[] {
  const found: number[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found.push(at)
  return found
}
