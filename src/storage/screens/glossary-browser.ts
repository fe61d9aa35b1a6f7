import type { Knex } from 'knex'
import type { Term } from '../../domain/concept.ts'
import { languageFor, languages } from '../../engine/languages/catalog.ts'

export const glossaryStatuses = ['in-force', 'deprecated', 'all'] as const
export type GlossaryStatus = (typeof glossaryStatuses)[number]

export interface GlossaryQuery {
  readonly q: string
  readonly subject: string
  readonly status: GlossaryStatus
  /** From 1; past the end it means the last one. */
  readonly page: number
}

export interface BrowsedConcept {
  readonly id: number
  readonly subject: string
  readonly definition: string
  readonly note: string
  readonly source: string
  readonly deprecated: boolean
  readonly terms: readonly Term[]
}

export interface GlossaryBrowser {
  readonly concepts: readonly BrowsedConcept[]
  /** Concepts that the search and the subject leave, by status. */
  readonly counts: Readonly<Record<GlossaryStatus, number>>
  readonly subjects: readonly string[]
  readonly page: number
  readonly pages: number
}

const pageSize = 50

/**
 * One page of the glossary. A search finds any form in any language, as somebody without the right keyboard would type it; those
 * written exactly so come first, then those that begin so.
 */
export const glossaryBrowser =
  (knex: Knex) =>
  async ({ q, subject, status, page }: GlossaryQuery): Promise<GlossaryBrowser> => {
    const query = q.normalize('NFC').trim().replace(/\s+/g, ' ')
    const found = () =>
      knex('concepts as c')
        .join(knex.raw(ranking, bindings(query)), 'found.concept_id', 'c.id')
        .modify((builder) => (query === '' ? builder : builder.whereNotNull('found.rank')))
        .modify((builder) => (subject === '' ? builder : builder.where('c.subject', subject)))
    const counted = await found().first<{ inForce: string; deprecated: string }>(
      knex.raw('count(*) filter (where c.deprecated_at is null) as "inForce"'),
      knex.raw('count(c.deprecated_at) as deprecated'),
    )
    const inForce = Number(counted.inForce)
    const deprecated = Number(counted.deprecated)
    const counts = { 'in-force': inForce, deprecated, all: inForce + deprecated }
    const pages = Math.max(1, Math.ceil(counts[status] / pageSize))
    const shown = Math.min(page, pages)
    const concepts = await found()
      .modify((builder) => (status === 'in-force' ? builder.whereNull('c.deprecated_at') : builder))
      .modify((builder) => (status === 'deprecated' ? builder.whereNotNull('c.deprecated_at') : builder))
      .orderByRaw('found.rank, found.sort_key collate "C", c.id')
      .limit(pageSize)
      .offset((shown - 1) * pageSize)
      .select<BrowsedConcept[]>(
        'c.id',
        'c.subject',
        'c.definition',
        'c.note',
        'c.source',
        knex.raw('c.deprecated_at is not null as deprecated'),
        knex.raw(
          `(select json_agg(json_build_object('language', t.language, 'text', t.text, 'status', t.status,
              'caseSensitive', t.case_sensitive) order by t.position) from terms t where t.concept_id = c.id) as terms`,
        ),
      )
    return { concepts, counts, subjects: await glossarySubjects(knex)(), page: shown, pages }
  }

/** Subjects in use, by their keys. */
export const glossarySubjects = (knex: Knex) => async (): Promise<string[]> =>
  knex('concepts').distinct('subject').whereNot({ subject: '' }).orderBy('subject').pluck('subject')

/** Every concept once, with how well it matches (0 best, null not at all) and the key of its first term. */
const ranking = `(
  select t.concept_id,
    min(case
      when t.text = :q then 0
      when t.search_key = k.key then 1
      when k.key <> '' and starts_with(t.search_key, k.key) then 2
      when k.key <> '' and position(k.key in t.search_key) > 0 then 3
      when position(:q in t.text) > 0 then 4
    end) as rank,
    min(t.search_key) filter (where t.position = 0) as sort_key
  from terms t
  left join json_to_recordset(:keys) as own(tag text, key text) on own.tag = split_part(t.language, '-', 1)
  cross join lateral (select coalesce(own.key, :other) as key) as k
  group by t.concept_id) as found`

/** What the query is called in each language that has a pack, and in all others. */
const bindings = (q: string) => ({
  q,
  keys: JSON.stringify(languages.map(({ tag, searchKey }) => ({ tag, key: searchKey(q) }))),
  other: languageFor('und').searchKey(q),
})
