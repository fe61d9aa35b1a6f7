import type { Language } from '../languages/language.ts'
import { findFuzzy } from '../text/fuzzy-search.ts'
import type { NormalizedText } from '../text/normalize.ts'
import { overlaps, type Span } from '../text/span.ts'

export interface NearSpelling {
  /** In the text as given. */
  readonly span: Span
  /** The term that is probably meant. */
  readonly form: string
}

/** One fault in so many UTF-16 units is a misspelling; with more, it is another word. */
const UNITS_PER_ERROR = 6

/**
 * Finds what is almost one of some terms: no word of the dictionary, and nothing that is taken. Every place is found once. Null when there
 * is none.
 */
export function nearSpellingsIn(
  { normalized, language }: { readonly normalized: NormalizedText; readonly language: Language },
  taken: readonly Span[],
): (forms: readonly string[]) => NearSpelling | null {
  const { text } = normalized
  const asked = new Map<string, Span | null>()
  const told: Span[] = []

  const search = (form: string): Span | null => {
    const pattern = language.normalize(form).text
    const match = findFuzzy(text, pattern, Math.floor(pattern.length / UNITS_PER_ERROR))
    if (!match || match.errors === 0) return null
    const isWhole = language.isBoundary(text, match.start) && language.isBoundary(text, match.end)
    if (!isWhole || language.dictionary?.().has(text.slice(match.start, match.end))) return null
    const span = normalized.toOriginal({ start: match.start, end: match.end })
    return taken.some((other) => overlaps(other, span)) ? null : span
  }

  return (forms) => {
    for (const form of forms) {
      const span = asked.has(form) ? asked.get(form) : search(form)
      asked.set(form, span ?? null)
      if (!span || told.some((other) => overlaps(other, span))) continue
      told.push(span)
      return { span, form }
    }
    return null
  }
}
