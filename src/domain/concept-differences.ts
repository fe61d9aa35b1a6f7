import type { ConceptContent, TermStatus } from './concept.ts'
import { usageFields, usagePhrases, type UsageField } from './term-usage.ts'

/** One thing that a change of a concept changed. */
export type ConceptDifference =
  | {
      readonly kind: 'text'
      readonly field: (typeof textFields)[number]
      readonly before: string
      readonly after: string
    }
  /** Forms of one language that lost a status or got it. A form whose status changed is in two of these. */
  | {
      readonly kind: 'forms'
      readonly language: string
      readonly status: TermStatus
      readonly removed: readonly string[]
      readonly added: readonly string[]
    }
  | { readonly kind: 'case'; readonly caseSensitive: boolean }
  /** Phrases that a language's terms lost or got. */
  | {
      readonly kind: 'usage'
      readonly language: string
      readonly field: UsageField
      readonly removed: readonly string[]
      readonly added: readonly string[]
    }

const textFields = ['subject', 'definition', 'note', 'source'] as const

/** From one state of a concept to the next; empty when they say the same. The order of terms does not count. */
export function conceptDifferences(before: ConceptContent, after: ConceptContent): ConceptDifference[] {
  const isSensitive = ({ terms }: ConceptContent) => terms.some(({ caseSensitive }) => caseSensitive)
  const texts = textFields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ kind: 'text', field, before: before[field], after: after[field] }) as const)
  const sensitive = isSensitive(after)
  return [
    ...formDifferences(before, after),
    ...(isSensitive(before) === sensitive ? [] : [{ kind: 'case', caseSensitive: sensitive } as const]),
    ...usageDifferences(before, after),
    ...texts,
  ]
}

/** What a concept that did not exist yet is compared with. */
export const nothingYet: ConceptContent = { subject: '', definition: '', note: '', source: '', terms: [] }

function formDifferences(before: ConceptContent, after: ConceptContent): ConceptDifference[] {
  const cells = new Map(
    [...after.terms, ...before.terms].map(({ language, status }) => [
      `${language}:${status}`,
      { language, status },
    ]),
  )
  return [...cells.values()].flatMap(({ language, status }) => {
    const formsOf = ({ terms }: ConceptContent) =>
      terms.filter((term) => term.language === language && term.status === status).map(({ text }) => text)
    const [old, now] = [formsOf(before), formsOf(after)]
    const removed = old.filter((form) => !now.includes(form))
    const added = now.filter((form) => !old.includes(form))
    return removed.length + added.length === 0 ? [] : [{ kind: 'forms', language, status, removed, added }]
  })
}

function usageDifferences(before: ConceptContent, after: ConceptContent): ConceptDifference[] {
  const languages = new Set([...after.terms, ...before.terms].map(({ language }) => language))
  return [...languages].flatMap((language) =>
    usageFields.flatMap((field) => {
      const old = usagePhrases(before.terms, language, field)
      const now = usagePhrases(after.terms, language, field)
      const removed = old.filter((phrase) => !now.includes(phrase))
      const added = now.filter((phrase) => !old.includes(phrase))
      return removed.length + added.length === 0
        ? []
        : [{ kind: 'usage' as const, language, field, removed, added }]
    }),
  )
}
