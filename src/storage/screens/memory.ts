import type { Knex } from 'knex'
import { sourceTitle, targetTitle } from './titles.ts'

/** Where an entry of the memory was approved: of several places the one that stands, in the same surroundings if there is one. */
export interface MemoryMatch {
  readonly entryId: number
  readonly sourceText: string
  readonly targetText: string
  readonly isSameContext: boolean
  /** A later approved version reads otherwise. */
  readonly isSuperseded: boolean
  readonly articleId: number
  readonly articleTitle: string | null
  readonly versionId: number
  readonly versionNumber: number
  readonly approvedBy: string
  readonly approvedAt: Date
}

/** The surroundings of a segment: what its neighbours' sources are, null at either end. */
export interface Surroundings {
  readonly before: string | null
  readonly after: string | null
}

const matchesStatement = `select e.id as "entryId", e.source_text as "sourceText", e.target_text as "targetText",
       o.same_context as "isSameContext", o.superseded_by is not null as "isSuperseded",
       a.id as "articleId", coalesce((select nullif(t."targetTitle", '') from (select ${targetTitle}) t),
         (select t."sourceTitle" from (select ${sourceTitle}) t)) as "articleTitle",
       v.id as "versionId", v.number as "versionNumber", person.name as "approvedBy", p.created_at as "approvedAt"
     from memory_entries e
       cross join lateral (
         select o.*, o.before_hash is not distinct from cast(:before as uuid)
             and o.after_hash is not distinct from cast(:after as uuid) as same_context
         from memory_origins o where o.entry_id = e.id
         order by o.superseded_by is not null, same_context desc, o.version_id desc limit 1) o
       join approvals p on p.version_id = o.version_id
       join versions v on v.id = o.version_id
       join drafts d on d.id = v.draft_id
       join articles a on a.id = d.article_id
       join people person on person.id = p.person_id
     where e.id = any(:entryIds)`

export async function memoryMatches(
  knex: Knex,
  entryIds: readonly number[],
  { before, after }: Surroundings,
): Promise<MemoryMatch[]> {
  const { rows } = await knex.raw<{ rows: MemoryMatch[] }>(matchesStatement, {
    before,
    after,
    entryIds: [...entryIds],
  })
  return rows
}

/** The same source, letter for letter, in another draft that is not finished there. */
export interface OpenRepetition {
  readonly segmentId: number
  readonly draftId: number
  readonly articleTitle: string | null
  readonly targetText: string
}

const repetitionsStatement = `select s.id as "segmentId", s.draft_id as "draftId", r.text as "targetText",
       (select t."sourceTitle" from (select ${sourceTitle}) t) as "articleTitle"
     from segments s
       join segment_revisions r on r.id = s.current_revision_id
       join drafts d on d.id = s.draft_id
       join articles a on a.id = d.article_id
       join drafts own on own.id = :draftId
       join articles oa on oa.id = own.article_id
     where md5(s.source_text) = md5(:sourceText) and s.source_text = :sourceText and s.retired_by is null
       and s.draft_id <> own.id and s.state <> 'final' and d.target_language = own.target_language
       and a.source_language = oa.source_language
     order by s.id desc limit :most`

export async function openRepetitions(
  knex: Knex,
  { draftId, sourceText }: { draftId: number; sourceText: string },
  most: number,
): Promise<OpenRepetition[]> {
  const { rows } = await knex.raw<{ rows: OpenRepetition[] }>(repetitionsStatement, {
    draftId,
    sourceText,
    most,
  })
  return rows
}

/** Terms of a language that translate a term which is searched for by its bare letters. */
export async function renderingsOf(
  knex: Knex,
  { searchKey, from, to }: { searchKey: string; from: string; to: string },
): Promise<string[]> {
  return knex('terms as t')
    .join('terms as other', 'other.concept_id', 't.concept_id')
    .join('concepts as c', 'c.id', 't.concept_id')
    .whereNull('c.deprecated_at')
    .where({ 't.language': from, 't.search_key': searchKey, 'other.language': to })
    .orderBy('other.position')
    .limit(20)
    .pluck<string[]>('other.text')
}
