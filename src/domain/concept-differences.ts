import type { Concept, ConceptContent, Term, TermStatus } from './concept.ts'

/** One thing that a change of a concept changed. */
export type ConceptDifference =
  | { readonly kind: 'text'; readonly field: TextField; readonly before: string; readonly after: string }
  | { readonly kind: 'term-added'; readonly term: Term }
  | { readonly kind: 'term-removed'; readonly term: Term }
  | { readonly kind: 'status'; readonly term: Term; readonly before: TermStatus }
  | { readonly kind: 'case'; readonly term: Term }

export type TextField = (typeof textFields)[number]

const textFields = ['subject', 'definition', 'note', 'source'] as const

/** From one state of a concept to the next, term by term; empty when they say the same. The order of terms does not count. */
export function conceptDifferences(before: ConceptContent, after: ConceptContent): ConceptDifference[] {
  const find = ({ terms }: ConceptContent, { language, text }: Term) =>
    terms.find((term) => term.language === language && term.text === text)
  return [
    ...textFields
      .filter((field) => before[field] !== after[field])
      .map((field) => ({ kind: 'text', field, before: before[field], after: after[field] }) as const),
    ...before.terms
      .filter((term) => !find(after, term))
      .map((term) => ({ kind: 'term-removed', term }) as const),
    ...after.terms.flatMap((term): ConceptDifference[] => {
      const was = find(before, term)
      if (!was) return [{ kind: 'term-added', term }]
      if (was.status !== term.status) return [{ kind: 'status', term, before: was.status }]
      return was.caseSensitive === term.caseSensitive ? [] : [{ kind: 'case', term }]
    }),
  ]
}

/** What a concept that did not exist yet is compared with. */
export const nothingYet: ConceptContent = { subject: '', definition: '', note: '', source: '', terms: [] }

/** The content of a concept, without what makes it this one. */
export const contentOf = ({ subject, definition, note, source, terms }: Concept): ConceptContent => ({
  subject,
  definition,
  note,
  source,
  terms,
})
