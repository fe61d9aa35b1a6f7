import { languageFor } from '../engine/languages/catalog.ts'
import { conceptDifferences } from './concept-differences.ts'
import { conceptProblems, tidyConcept } from './concept-rules.ts'
import type { Concept, ConceptContent, Term } from './concept.ts'
import type { MessageValues } from './errors.ts'
import { excludesSomething, usagePhrases, withUsage } from './term-usage.ts'

/** What importing a row does, in the order in which a person should look at them. */
export const rowStates = ['error', 'changed', 'added', 'same'] as const
export type RowState = (typeof rowStates)[number]

/** What is wrong in a row; `column` is the file's, when one is to blame. */
export interface RowProblem {
  readonly key: string
  readonly column?: string
  readonly values?: MessageValues
}

/** One row of a glossary file on its way in. */
export interface ImportRow {
  /** Where the row begins in the file, from 1. */
  readonly line: number
  /** Null when the row could not be read. */
  readonly content: ConceptContent | null
  /** No other row of the file goes by the same term. */
  readonly alone: boolean
  readonly problems: readonly RowProblem[]
}

export interface PlannedRow extends ImportRow {
  readonly state: RowState
  /** The concept that the row is about, unless it is a new one. */
  readonly conceptId: number | null
}

export type RowCounts = Readonly<Record<RowState, number>>

/** What is kept of a file between reading it and confirming it, beside its rows. */
export interface GlossaryPreview {
  readonly kind: 'glossary'
  /** The file's name; empty for a paste. */
  readonly name: string
  readonly counts: RowCounts
  /** Rows with errors that are counted but not kept. */
  readonly unlisted: number
  /** Columns of the file that were passed over. */
  readonly unknownColumns: readonly string[]
  /** The latest change of the glossary that the rows were compared with. */
  readonly glossaryChange: number
}

/** What to do with a row, given the concepts that go by its term already. */
export function planRow(row: ImportRow, namesakes: readonly Concept[]): PlannedRow {
  const refuse = (key: string, conceptId: number | null = null): PlannedRow => ({
    ...row,
    state: 'error',
    conceptId,
    problems: [{ key }],
  })
  if (row.content === null || row.problems.length > 0) return { ...row, state: 'error', conceptId: null }
  const content = tidyConcept(row.content)
  const inForce = namesakes.filter(({ deprecated }) => !deprecated)
  const found = conceptMeant(content, inForce, row.alone)
  if (found === 'unclear') return refuse('concept-unclear')
  const retired = namesakes.find(({ deprecated }) => deprecated)
  if (retired && inForce.length === 0) return refuse('concept-deprecated', retired.id)
  const merged = found ? mergeRow(content, found) : content
  const problems = conceptProblems(merged).map(({ field, ...problem }) => ({
    ...problem,
    column: field.replace(':preferred', '').replace(':contextWords', ':context'),
  }))
  const planned = { ...row, content, conceptId: found?.id ?? null }
  if (problems.length > 0) return { ...planned, state: 'error', problems }
  if (!found) return { ...planned, state: 'added' }
  return { ...planned, state: conceptDifferences(found, merged).length === 0 ? 'same' : 'changed' }
}

/**
 * What a concept says after a row was laid over it. A cell that is filled replaces what stood there; an empty one changes
 * nothing, so that a file with fewer columns loses nothing.
 */
export function mergeRow(row: ConceptContent, concept: ConceptContent): ConceptContent {
  const sameCell = (a: Term, b: Term) => a.language === b.language && a.status === b.status
  const sameForm = (a: Term, b: Term) => a.language === b.language && formOf(a) === formOf(b)
  const kept = concept.terms.filter(
    (term) => !row.terms.some((given) => sameCell(given, term) || sameForm(given, term)),
  )
  const caseSensitive = [...row.terms, ...concept.terms].some((term) => term.caseSensitive)
  const terms = [...row.terms, ...kept].map((term) => ({ ...term, caseSensitive }))
  return tidyConcept({
    subject: row.subject || concept.subject,
    definition: row.definition || concept.definition,
    note: row.note || concept.note,
    source: row.source || concept.source,
    terms: withUsage(terms, (language, field) => {
      const given = usagePhrases(row.terms, language, field)
      if (given.length > 0) return given
      // Exclusions go with the form that they were about.
      return usagePhrases(concept.terms, language, field).filter(
        (phrase) => field !== 'exclusions' || excludesSomething(phrase, language, terms),
      )
    }),
  })
}

const formOf = ({ language, text }: Term) => languageFor(language).normalize(text).text

/** The one of the same subject; or the only one there is, when the file does not speak of two. */
function conceptMeant(
  row: ConceptContent,
  namesakes: readonly Concept[],
  alone: boolean,
): Concept | 'unclear' | undefined {
  const sameSubject = namesakes.filter(({ subject }) => row.subject === '' || subject === row.subject)
  if (sameSubject.length === 1) return sameSubject[0]
  if (sameSubject.length > 1) return sameSubject.find((concept) => saysAll(concept, row)) ?? 'unclear'
  return namesakes.length === 1 && alone ? namesakes[0] : undefined
}

const saysAll = (concept: Concept, row: ConceptContent) =>
  conceptDifferences(concept, mergeRow(row, concept)).length === 0
