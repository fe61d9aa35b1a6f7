import type { Knex } from 'knex'
import type { Concept, ConceptContent, Term } from '../../domain/concept.ts'
import { NotFound } from '../../domain/errors.ts'
import { languageFor } from '../../engine/languages/catalog.ts'

export type ChangeKind = 'added' | 'changed' | 'deprecated' | 'restored'

interface ConceptRow {
  id: number
  subject: string
  definition: string
  note: string
  source: string
  deprecated_at: Date | null
  terms: Term[]
}

export const createGlossary = (knex: Knex) => {
  const rows = () =>
    knex('concepts').select<ConceptRow[]>(
      'concepts.*',
      knex.raw(
        `(select coalesce(json_agg(json_build_object('language', t.language, 'text', t.text, 'status', t.status,
            'caseSensitive', t.case_sensitive) order by t.position), '[]')
          from terms t where t.concept_id = concepts.id) as terms`,
      ),
    )

  const addTerms = (conceptIds: readonly number[], concepts: readonly ConceptContent[]) =>
    knex.raw(
      `insert into terms (concept_id, language, text, status, case_sensitive, position, search_key)
       select "conceptId", language, text, status, "caseSensitive", position, "searchKey"
       from json_to_recordset(?::json) as t("conceptId" integer, language text, text text, status text,
         "caseSensitive" boolean, position integer, "searchKey" text)`,
      [JSON.stringify(concepts.flatMap((concept, index) => termRows(conceptIds[index], concept)))],
    )

  return {
    async get(id: number): Promise<Concept> {
      const [row] = await rows().where({ id })
      if (!row) throw new NotFound('concept-not-found')
      return toConcept(row)
    },
    async lock(id: number): Promise<Concept> {
      await knex('concepts').where({ id }).forUpdate().select('id')
      return this.get(id)
    },
    /** Every concept in force. */
    async active(): Promise<Concept[]> {
      return (await rows().whereNull('deprecated_at').orderBy('id')).map(toConcept)
    },
    /** Concepts, in force or not, whose preferred term in this language is one of these, compared as written. */
    async withPreferred(language: string, texts: readonly string[]): Promise<Concept[]> {
      const found = await rows()
        .whereIn(
          'id',
          knex('terms')
            .where({ language, status: 'preferred' })
            .whereRaw('text = any(?)', [[...texts]])
            .select('concept_id'),
        )
        .orderBy('id')
      return found.map(toConcept)
    },
    /** Concepts by id, in no order. */
    async list(ids: readonly number[]): Promise<Concept[]> {
      return (await rows().whereIn('id', [...ids])).map(toConcept)
    },
    /** Adds concepts and returns their ids in the same order. */
    async add(concepts: readonly ConceptContent[], at: Date): Promise<number[]> {
      const result = await knex.raw<{ rows: { id: number }[] }>(
        `insert into concepts (subject, definition, note, source, created_at, updated_at)
         select c.subject, c.definition, c.note, c.source, ?, ?
         from json_to_recordset(?::json) as c(n integer, subject text, definition text, note text, source text)
         order by c.n returning id`,
        [at, at, JSON.stringify(concepts.map((concept, n) => ({ n, ...withoutTerms(concept) })))],
      )
      const ids = result.rows.map(({ id }) => id)
      await addTerms(ids, concepts)
      return ids
    },
    async change(concepts: readonly (ConceptContent & { readonly id: number })[], at: Date) {
      const ids = concepts.map(({ id }) => id)
      await knex.raw(
        `update concepts set subject = c.subject, definition = c.definition, note = c.note, source = c.source, updated_at = ?
         from json_to_recordset(?::json) as c(id integer, subject text, definition text, note text, source text)
         where concepts.id = c.id`,
        [at, JSON.stringify(concepts.map((concept) => ({ id: concept.id, ...withoutTerms(concept) })))],
      )
      await knex('terms').whereIn('concept_id', ids).delete()
      await addTerms(ids, concepts)
    },
    async setDeprecated(id: number, deprecatedAt: Date | null, at: Date) {
      await knex('concepts').where({ id }).update({ deprecated_at: deprecatedAt, updated_at: at })
    },
    /**
     * Makes changes of the glossary wait for each other until the transaction ends. Without it a change could be committed after
     * one with a higher number, and a draft that was checked between the two would never be checked again.
     */
    async lockChanges() {
      await knex.raw(`select pg_advisory_xact_lock(hashtextextended('glossary_changes', 0))`)
    },
    /** Every change is a row; its id is the number by which drafts and versions say which glossary they were checked with. */
    async recordChanges(
      changes: readonly { kind: ChangeKind; before: Concept | null; after: Concept }[],
      by: number,
      at: Date,
    ) {
      await knex.raw(
        `insert into glossary_changes (concept_id, kind, before, after, person_id, created_at)
         select (c.after ->> 'id')::integer, c.kind, c.before, c.after, ?, ?
         from json_to_recordset(?::json) as c(n integer, kind text, before jsonb, after jsonb) order by c.n`,
        [by, at, JSON.stringify(changes.map((change, n) => ({ n, ...change })))],
      )
    },
    async latestChange(): Promise<number> {
      const row = await knex('glossary_changes').max<{ max: number | null }[]>('id as max')
      return row[0]?.max ?? 0
    },
    /** The number of the latest change of one concept, which an edit is based on. */
    async latestChangeOf(conceptId: number): Promise<number> {
      const row = await knex('glossary_changes')
        .where({ concept_id: conceptId })
        .max<{ max: number | null }[]>('id as max')
      return row[0]?.max ?? 0
    },
    /** Changes of one concept, newest first. */
    async changesOf(conceptId: number) {
      return knex('glossary_changes')
        .join('people', 'people.id', 'glossary_changes.person_id')
        .where({ concept_id: conceptId })
        .orderBy('glossary_changes.id', 'desc')
        .select<
          { id: number; kind: ChangeKind; before: Concept | null; after: Concept; by: string; at: Date }[]
        >({
          id: 'glossary_changes.id',
          kind: 'kind',
          before: 'before',
          after: 'after',
          by: 'people.name',
          at: 'glossary_changes.created_at',
        })
    },
  }
}

/** Each with the key that a search will find it by. */
const termRows = (conceptId: number | undefined, { terms }: ConceptContent) =>
  terms.map((term, position) => ({
    ...term,
    conceptId,
    position,
    searchKey: languageFor(term.language).searchKey(term.text),
  }))

const withoutTerms = ({ subject, definition, note, source }: ConceptContent) => ({
  subject,
  definition,
  note,
  source,
})

const toConcept = (row: ConceptRow): Concept => ({
  id: row.id,
  subject: row.subject,
  definition: row.definition,
  note: row.note,
  source: row.source,
  deprecated: row.deprecated_at !== null,
  terms: row.terms,
})
