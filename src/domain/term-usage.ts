import { languageFor } from '../engine/languages/catalog.ts'
import type { Term } from './concept.ts'

/** Phrases that tell whether the letters of a concept's terms mean it, in the order in which the desk shows them. */
export const usageFields = ['exclusions', 'contextWords'] as const
export type UsageField = (typeof usageFields)[number]

/** They hold for all terms of a language together. */
export const usagePhrases = (
  terms: readonly Term[],
  language: string,
  field: UsageField,
): readonly string[] => [
  ...new Set(terms.filter((term) => term.language === language).flatMap((term) => term[field] ?? [])),
]

/** The same terms with these phrases, which stand with the first term of their language. */
export function withUsage(
  terms: readonly Term[],
  phrases: (language: string, field: UsageField) => readonly string[],
): Term[] {
  const seen = new Set<string>()
  return terms.map(({ language, text, status, caseSensitive }) => {
    const plain: Term = { language, text, status, caseSensitive }
    if (seen.has(language)) return plain
    seen.add(language)
    const filled = usageFields.flatMap((field) => {
      const given = phrases(language, field)
      return given.length > 0 ? [[field, given] as const] : []
    })
    return { ...plain, ...Object.fromEntries(filled) }
  })
}

/** Does the phrase hold one of the language's terms and more, so that excluding it means something? */
export function excludesSomething(phrase: string, language: string, terms: readonly Term[]): boolean {
  const spelled = (text: string) => languageFor(language).normalize(text).text.toLowerCase()
  const excluded = spelled(phrase)
  return terms.some(
    (term) =>
      term.language === language &&
      excluded.length > spelled(term.text).length &&
      excluded.includes(spelled(term.text)),
  )
}
