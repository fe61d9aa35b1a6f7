import { languageFor } from '../engine/languages/catalog.ts'
import { termStatuses, type Concept, type ConceptContent, type Term } from './concept.ts'
import type { Problem } from './errors.ts'
import { excludesSomething, usageFields, usagePhrases, withUsage } from './term-usage.ts'

/** Lengths in UTF-16 units. */
export const conceptLimits = {
  term: 200,
  terms: 200,
  phrases: 100,
  subject: 100,
  source: 500,
  note: 4_000,
} as const

/** The language whose preferred term a concept is known by: the one that articles are written in. */
export const headLanguage = 'vi'

/** The preferred term of a language, if the concept has one. */
export const preferredTerm = (concept: Pick<Concept, 'terms'>, language: string): Term | undefined =>
  concept.terms.find((term) => term.language === language && term.status === 'preferred')

/** The term to call a concept by, in a list or a title. */
export const headTerm = (concept: Pick<Concept, 'terms'>): Term | undefined =>
  preferredTerm(concept, headLanguage) ??
  concept.terms.find((term) => term.status === 'preferred') ??
  concept.terms[0]

/** Every term trimmed, in NFC and on one line, in the order in which the desk shows them: by language, status, as given. */
export function tidyConcept(content: ConceptContent): ConceptContent {
  const languages = [...new Set([headLanguage, ...content.terms.map(({ language }) => language)])]
  const rank = (term: Term) =>
    languages.indexOf(term.language) * termStatuses.length + termStatuses.indexOf(term.status)
  return {
    subject: content.subject.trim(),
    definition: content.definition.trim(),
    note: content.note.trim(),
    source: content.source.trim(),
    terms: withUsage(
      content.terms
        .map((term) => ({ ...term, text: tidyTerm(term.text) }))
        .filter(({ text }) => text !== '')
        .sort((a, b) => rank(a) - rank(b)),
      (language, field) => [
        ...new Set(
          usagePhrases(content.terms, language, field)
            .map(tidyTerm)
            .filter((phrase) => phrase !== ''),
        ),
      ],
    ),
  }
}

/**
 * What is wrong with a tidied concept, empty when nothing is. Fields are `subject`, `definition`, `note`, `source`, `terms`,
 * `<language>:<status>` for a term, and `<language>:exclusions` and `<language>:contextWords` for phrases.
 */
export function conceptProblems(content: ConceptContent): readonly Problem[] {
  const problems: Problem[] = []
  for (const field of ['subject', 'source', 'note', 'definition'] as const) {
    const maximum = conceptLimits[field === 'definition' ? 'note' : field]
    if (content[field].length > maximum) problems.push({ field, key: 'too-long', values: { maximum } })
  }
  if (content.terms.length === 0) problems.push({ field: 'terms', key: 'term-required' })
  if (content.terms.length > conceptLimits.terms) problems.push({ field: 'terms', key: 'too-many-terms' })
  else
    problems.push(
      ...content.terms.flatMap(termProblems),
      ...languageProblems(content.terms),
      ...usageProblems(content),
    )
  return problems
}

/** NFC takes quadratic time on long runs of marks; a text that long is refused anyway. */
function tidyTerm(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > conceptLimits.term * 4 ? line : line.normalize('NFC')
}

const fieldOf = ({ language, status }: Term) => `${language}:${status}`

function termProblems(term: Term): Problem[] {
  const field = fieldOf(term)
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(term.language)) return [{ field, key: 'language-unknown' }]
  if (term.text.length > conceptLimits.term)
    return [{ field, key: 'term-too-long', values: { maximum: conceptLimits.term } }]
  if (!/[\p{L}\p{N}]/u.test(term.text)) return [{ field, key: 'term-without-letters' }]
  return []
}

/** One preferred term a language unless none may be used, and no form twice, however it is spelled inside. */
function languageProblems(terms: readonly Term[]): Problem[] {
  const problems: Problem[] = []
  for (const language of new Set(terms.map((term) => term.language))) {
    const own = terms.filter((term) => term.language === language && term.text.length <= conceptLimits.term)
    const preferred = own.filter(({ status }) => status === 'preferred').length
    if (preferred > 1) problems.push({ field: `${language}:preferred`, key: 'preferred-twice' })
    if (preferred === 0 && own.some(({ status }) => status === 'admitted'))
      problems.push({ field: `${language}:preferred`, key: 'preferred-missing' })
    const seen = new Set<string>()
    for (const term of own) {
      const form = languageFor(language).normalize(term.text).text
      if (seen.has(form))
        problems.push({ field: fieldOf(term), key: 'form-twice', values: { term: term.text } })
      seen.add(form)
    }
  }
  return problems
}

function usageProblems(content: ConceptContent): Problem[] {
  const languages = new Set(content.terms.map(({ language }) => language))
  return [...languages].flatMap((language) =>
    usageFields.flatMap((name): Problem[] => {
      const field = `${language}:${name}`
      const phrases = usagePhrases(content.terms, language, name)
      if (phrases.length > conceptLimits.phrases)
        return [{ field, key: 'too-many-phrases', values: { maximum: conceptLimits.phrases } }]
      if (phrases.some((phrase) => phrase.length > conceptLimits.term))
        return [{ field, key: 'term-too-long', values: { maximum: conceptLimits.term } }]
      const idle =
        name === 'exclusions'
          ? phrases.find((phrase) => !excludesSomething(phrase, language, content.terms))
          : undefined
      return idle === undefined ? [] : [{ field, key: 'exclusion-without-term', values: { phrase: idle } }]
    }),
  )
}
