import type { Knex } from 'knex'
import type { Concept, ConceptContent, Term } from '../../domain/concept.ts'
import { NotFound } from '../../domain/errors.ts'

/** A term on its way in, with the key that a search will find it by. */
export type KeyedTerm = Term & { readonly searchKey: string }

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

  const setTerms = async (conceptId: number, terms: readonly KeyedTerm[]) => {
    await knex('terms').where({ concept_id: conceptId }).delete()
    if (terms.length === 0) return
    await knex('terms').insert(
      terms.map((term, position) => ({
        concept_id: conceptId,
        language: term.language,
        text: term.text,
        status: term.status,
        case_sensitive: term.caseSensitive,
        position,
        search_key: term.searchKey,
      })),
    )
  }

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
    /** Concepts in force that have one of these terms in this language, compared as written. */
    async withTerms(language: string, texts: readonly string[]): Promise<Concept[]> {
      const found = await rows()
        .whereNull('deprecated_at')
        .whereIn(
          'id',
          knex('terms')
            .where({ language })
            .whereIn('text', [...texts])
            .select('concept_id'),
        )
        .orderBy('id')
      return found.map(toConcept)
    },
    async add(content: ConceptContent, terms: readonly KeyedTerm[], at: Date): Promise<number> {
      const [row] = await knex('concepts')
        .insert({
          subject: content.subject,
          definition: content.definition,
          note: content.note,
          source: content.source,
          created_at: at,
          updated_at: at,
        })
        .returning<{ id: number }[]>('id')
      if (!row) throw new Error('insert returned nothing')
      await setTerms(row.id, terms)
      return row.id
    },
    async change(id: number, content: ConceptContent, terms: readonly KeyedTerm[], at: Date) {
      await knex('concepts').where({ id }).update({
        subject: content.subject,
        definition: content.definition,
        note: content.note,
        source: content.source,
        updated_at: at,
      })
      await setTerms(id, terms)
    },
    async setDeprecated(id: number, deprecatedAt: Date | null, at: Date) {
      await knex('concepts').where({ id }).update({ deprecated_at: deprecatedAt, updated_at: at })
    },
    /** Every change is a row; its id is the number by which drafts and versions say which glossary they were checked with. */
    async recordChange(
      change: {
        conceptId: number
        kind: 'added' | 'changed' | 'deprecated' | 'restored'
        before: Concept | null
        after: Concept
        by: number
      },
      at: Date,
    ): Promise<number> {
      const [row] = await knex('glossary_changes')
        .insert({
          concept_id: change.conceptId,
          kind: change.kind,
          before: change.before && JSON.stringify(change.before),
          after: JSON.stringify(change.after),
          person_id: change.by,
          created_at: at,
        })
        .returning<{ id: number }[]>('id')
      if (!row) throw new Error('insert returned nothing')
      return row.id
    },
    async latestChange(): Promise<number> {
      const row = await knex('glossary_changes').max<{ max: number | null }[]>('id as max')
      return row[0]?.max ?? 0
    },
    /** Changes of one concept, newest first. */
    async changesOf(conceptId: number) {
      return knex('glossary_changes')
        .join('people', 'people.id', 'glossary_changes.person_id')
        .where({ concept_id: conceptId })
        .orderBy('glossary_changes.id', 'desc')
        .select<{ id: number; kind: string; before: Concept | null; after: Concept; by: string; at: Date }[]>(
          {
            id: 'glossary_changes.id',
            kind: 'kind',
            before: 'before',
            after: 'after',
            by: 'people.name',
            at: 'glossary_changes.created_at',
          },
        )
    },
  }
}

const toConcept = (row: ConceptRow): Concept => ({
  id: row.id,
  subject: row.subject,
  definition: row.definition,
  note: row.note,
  source: row.source,
  deprecated: row.deprecated_at !== null,
  terms: row.terms,
})
