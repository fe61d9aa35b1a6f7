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
    knex('concepts').select<ConceptRow[]>('concepts.*', knex.raw('? as terms', [knex.raw(termsOfConcept)]))

  const addTerms = (conceptIds: readonly number[], concepts: readonly ConceptContent[]) =>
    knex.raw(
      `insert into terms (concept_id, language, text, status, case_sensitive, exclusions, context_words, position, search_key)
       select "conceptId", language, text, status, "caseSensitive", coalesce(exclusions, '{}'), coalesce("contextWords", '{}'),
         position, "searchKey"
       from json_to_recordset(?::json) as t("conceptId" integer, language text, text text, status text,
         "caseSensitive" boolean, exclusions text[], "contextWords" text[], position integer, "searchKey" text)`,
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
    async activeCount(): Promise<number> {
      const [row] = await knex('concepts').whereNull('deprecated_at').count<{ count: string }[]>()
      return Number(row?.count ?? 0)
    },
    /**
     * Every concept in force as JSON texts, arrays of `{conceptId, subject, terms}`, a thousand in each: for another thread to read, since a
     * hundred thousand of them would hold up this one.
     */
    async activeInPieces(): Promise<string[]> {
      const pieces: string[] = []
      for (let after = 0; ;) {
        const result = await knex.raw<{ rows: { last: number | null; piece: string | null }[] }>(
          `select max(e.id) as last, '[' || string_agg(e.entry, ',' order by e.id) || ']' as piece
           from (
             select id, json_build_object('conceptId', id::text, 'subject', subject, 'terms', ?)::text as entry
             from concepts where deprecated_at is null and id > ? order by id limit 1000
           ) as e`,
          [knex.raw(termsOfConcept), after],
        )
        const { last, piece } = result.rows[0] ?? {}
        if (!last || !piece) return pieces
        pieces.push(piece)
        after = last
      }
    },
    /** The concepts that changes after this one were about, `atMost` of them. */
    async changedSince(change: number, atMost: number): Promise<number[]> {
      return knex('glossary_changes')
        .where('id', '>', change)
        .distinct('concept_id')
        .limit(atMost)
        .pluck<number[]>('concept_id')
    },
    /** Every preferred, admitted or deprecated term of one language beside every one of the other of its concept. */
    async termPairs(
      sourceLanguage: string,
      targetLanguage: string,
    ): Promise<{ source: string; target: string }[]> {
      return knex('terms as s')
        .join('terms as t', 't.concept_id', 's.concept_id')
        .join('concepts as c', 'c.id', 's.concept_id')
        .where({ 's.language': sourceLanguage, 't.language': targetLanguage })
        .whereNull('c.deprecated_at')
        .orderBy(['s.concept_id', 's.position', 't.position'])
        .select({ source: 's.text', target: 't.text' })
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

/** As `Term`s; lists that are empty are left out. */
const termsOfConcept = `(
  select coalesce(json_agg(json_strip_nulls(json_build_object('language', t.language, 'text', t.text, 'status', t.status,
    'caseSensitive', t.case_sensitive, 'exclusions', nullif(t.exclusions, '{}'),
    'contextWords', nullif(t.context_words, '{}'))) order by t.position), '[]')
  from terms t where t.concept_id = concepts.id)`

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
