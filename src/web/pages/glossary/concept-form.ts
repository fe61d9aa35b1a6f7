import { z } from 'zod'
import { conceptLimits } from '../../../domain/concept-rules.ts'
import { termStatuses, type ConceptContent, type Term } from '../../../domain/concept.ts'
import { usageFields, usagePhrases, withUsage, type UsageField } from '../../../domain/term-usage.ts'
import { checkbox, note, typedText } from '../../fields.ts'

/**
 * Terms come in one field for each language and status, `th:admitted`, phrases that go with them in `vi:exclusions` and
 * `vi:contextWords`; inside it a line or a bar separates them.
 */
export const conceptFields = z
  .object({
    subject: note(conceptLimits.subject).default(''),
    definition: note(conceptLimits.note).default(''),
    note: note(conceptLimits.note).default(''),
    source: note(conceptLimits.source).default(''),
    caseSensitive: checkbox,
    homonym: checkbox,
  })
  .catchall(typedText(50_000))

/** What stands in the fields of the form: typed, or taken from a concept. */
export interface ConceptFormValues {
  readonly subject: string
  readonly definition: string
  readonly note: string
  readonly source: string
  readonly caseSensitive: boolean
  /** By field name, `th:admitted`. */
  readonly terms: Readonly<Record<string, string>>
}

export function contentOfForm(
  form: Omit<ConceptFormValues, 'terms'> & Readonly<Record<string, unknown>>,
): ConceptContent {
  const terms = Object.entries(form).flatMap(([name, value]): Term[] => {
    const field = /^([\w-]+):(\w+)$/.exec(name)
    const status = termStatuses.find((known) => known === field?.[2])
    if (!field?.[1] || !status || typeof value !== 'string') return []
    const language = field[1]
    return value.split(/[|\n]/).map((text) => ({ language, text, status, caseSensitive: form.caseSensitive }))
  })
  const phrases = (language: string, field: UsageField) => {
    const value = form[`${language}:${field}`]
    return typeof value === 'string' ? value.split(/[|\n]/) : []
  }
  const { subject, definition, note, source } = form
  return { subject, definition, note, source, terms: withUsage(terms, phrases) }
}

export function formOfContent(content: ConceptContent): ConceptFormValues {
  const terms: Record<string, string> = {}
  for (const { language, status, text } of content.terms) {
    const name = `${language}:${status}`
    terms[name] = terms[name] === undefined ? text : `${terms[name]}\n${text}`
  }
  for (const language of new Set(content.terms.map((term) => term.language)))
    for (const field of usageFields) {
      const phrases = usagePhrases(content.terms, language, field)
      if (phrases.length > 0) terms[`${language}:${field}`] = phrases.join('\n')
    }
  const { subject, definition, note, source } = content
  return {
    subject,
    definition,
    note,
    source,
    caseSensitive: content.terms.some((term) => term.caseSensitive),
    terms,
  }
}

/** What was typed, whatever it is, to be shown again. */
export function formAsTyped(form: Readonly<Record<string, unknown>>): ConceptFormValues {
  const typed = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  const names = Object.keys(form).filter((name) => name.includes(':'))
  return {
    subject: typed('subject'),
    definition: typed('definition'),
    note: typed('note'),
    source: typed('source'),
    caseSensitive: typed('caseSensitive') !== '',
    terms: Object.fromEntries(names.map((name) => [name, typed(name)])),
  }
}
