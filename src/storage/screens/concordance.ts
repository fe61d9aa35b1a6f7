import type { Knex } from 'knex'
import { sourceTitle, targetTitle } from './titles.ts'

export const concordanceSides = ['source', 'target'] as const
export type ConcordanceSide = (typeof concordanceSides)[number]

export interface ConcordanceQuery {
  /** Without case and marks, as the memory keeps its texts. */
  readonly folded: string
  readonly side: ConcordanceSide
  readonly sourceLanguage: string
  readonly targetLanguage: string
  /** ISO dates of approval; empty for any. */
  readonly since: string
  readonly until: string
  readonly page: number
}

/** A source and its target with the place where they were approved last. */
export interface ConcordanceLine {
  readonly entryId: number
  readonly source: string
  readonly target: string
  readonly articleId: number
  readonly articleTitle: string | null
  readonly draftId: number
  readonly segmentId: number
  readonly versionId: number
  readonly versionNumber: number
  readonly approvedBy: string
  readonly approvedAt: Date
  /** A later approved version reads otherwise. */
  readonly isSuperseded: boolean
}

export const linesOnPage = 20

/** Everything in the memory that holds a text on one side, the newest first. */
export const concordance =
  (knex: Knex) =>
  async (query: ConcordanceQuery): Promise<{ lines: ConcordanceLine[]; total: number }> => {
    const values = {
      pattern: `%${query.folded.replace(/[\\%_]/g, '\\$&')}%`,
      sourceLanguage: query.sourceLanguage,
      targetLanguage: query.targetLanguage,
      ...(query.since === '' && query.until === ''
        ? {}
        : { since: query.since || null, until: query.until || null }),
    }
    const statement = statementFor(query.side, query.since !== '' || query.until !== '')
    const { rows } = await knex.raw<{ rows: (ConcordanceLine & { total: number })[] }>(statement, {
      ...values,
      limit: linesOnPage,
      offset: (query.page - 1) * linesOnPage,
    })
    return { lines: rows, total: rows[0]?.total ?? 0 }
  }

const within = `
  and exists (select from memory_origins o join approvals p on p.version_id = o.version_id where o.entry_id = e.id
    and p.created_at >= coalesce(cast(:since as date), '-infinity')
    and p.created_at < coalesce(cast(:until as date) + 1, 'infinity'))`

/** What is found is kept apart from its order, or the planner would walk the whole memory backwards for something rare. */
function statementFor(side: ConcordanceSide, isDated: boolean): string {
  const column = side === 'source' ? 'source_folded' : 'target_folded'
  return `with found as materialized (
         select e.id from memory_entries e
         where memory_letters(e.${column}) like memory_letters(:pattern) and e.${column} like :pattern
           and e.source_language = :sourceLanguage and e.target_language = :targetLanguage
           ${isDated ? within : ''}
       ), shown as (
         select id, (select count(*) from found)::integer as total from found order by id desc limit :limit offset :offset
       )
       select shown.id as "entryId", e.source_text as source, e.target_text as target, a.id as "articleId",
         coalesce((select nullif(t."targetTitle", '') from (select ${targetTitle}) t), (select t."sourceTitle" from (select ${sourceTitle}) t))
           as "articleTitle",
         d.id as "draftId", o.segment_id as "segmentId", v.id as "versionId", v.number as "versionNumber",
         person.name as "approvedBy", p.created_at as "approvedAt",
         o.superseded_by is not null as "isSuperseded", shown.total
       from shown
         join memory_entries e on e.id = shown.id
         cross join lateral (
           select o.* from memory_origins o where o.entry_id = e.id
           order by o.superseded_by is not null, o.version_id desc limit 1) o
         join approvals p on p.version_id = o.version_id
         join versions v on v.id = o.version_id
         join drafts d on d.id = v.draft_id
         join articles a on a.id = d.article_id
         join people person on person.id = p.person_id
       order by shown.id desc`
}
