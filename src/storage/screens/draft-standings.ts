import type { Knex } from 'knex'
import { draftState, type DraftState } from '../../domain/article.ts'
import type { VersionState } from '../../domain/version.ts'
import { changesWords } from './changed-concepts.ts'

/** Where one draft stands, and what that follows from. An article without any draft has a standing too, with nulls. */
export interface Standing {
  readonly articleId: number
  readonly draftId: number | null
  readonly sourceLanguage: string
  readonly targetLanguage: string | null
  readonly state: DraftState
  readonly changedSinceVersion: boolean
  /** The glossary has other words now than when what readers see was checked; that also holds while a newer version waits. */
  readonly isStale: boolean
  readonly version: {
    readonly id: number
    readonly number: number
    readonly state: VersionState
    readonly submittedBy: number
    readonly submittedAt: Date
  } | null
  /** The latest publication. */
  readonly publication: {
    readonly id: number
    readonly versionId: number
    readonly versionNumber: number
    readonly slug: string
    readonly live: boolean
  } | null
}

export interface StandingRow {
  articleId: number
  draftId: number | null
  sourceLanguage: string
  targetLanguage: string | null
  hasTarget: boolean
  touchedByPerson: boolean
  changedSinceVersion: boolean
  glossaryMovedOn: boolean
  versionId: number | null
  versionNumber: number
  versionState: VersionState
  submittedBy: number
  submittedAt: Date
  publicationId: number | null
  publishedVersionId: number
  publishedNumber: number
  slug: string
  live: boolean
}

/** Standings of every draft and of every article without one. Other screens narrow it, and add columns of `a` and `d`. */
export const standingRows = (knex: Knex) =>
  knex('articles as a')
    .leftJoin('drafts as d', 'd.article_id', 'a.id')
    .joinRaw(
      `left join lateral (
         select v.*, case when ap.version_id is not null then 'approved' when re.version_id is not null then 'returned'
           else 'submitted' end as state
         from versions v left join approvals ap on ap.version_id = v.id left join returns re on re.version_id = v.id
         where v.draft_id = d.id order by v.number desc limit 1
       ) latest on true`,
    )
    .joinRaw(
      `left join lateral (
         select p.*, v.number, v.glossary_change from publications p join versions v on v.id = p.version_id
         where p.draft_id = d.id order by p.id desc limit 1
       ) shown on true`,
    )
    .select({
      articleId: 'a.id',
      draftId: 'd.id',
      sourceLanguage: 'a.source_language',
      targetLanguage: 'd.target_language',
      versionId: 'latest.id',
      versionNumber: 'latest.number',
      versionState: 'latest.state',
      submittedBy: 'latest.submitted_by',
      submittedAt: 'latest.submitted_at',
      publicationId: 'shown.id',
      publishedVersionId: 'shown.version_id',
      publishedNumber: 'shown.number',
      slug: 'shown.slug',
    })
    .select<StandingRow[]>(
      knex.raw('shown.id is not null and shown.withdrawn_at is null as live'),
      knex.raw(
        `exists (select 1 from segments s join segment_revisions r on r.id = s.current_revision_id
           where s.draft_id = d.id and s.retired_by is null and r.text <> '') as "hasTarget"`,
      ),
      knex.raw(
        `exists (select 1 from segments s join segment_revisions r on r.id = s.current_revision_id
           where s.draft_id = d.id and s.retired_by is null
             and (s.state <> 'initial' or r.author_id is not null)) as "touchedByPerson"`,
      ),
      knex.raw(
        `latest.id is not null and exists (select 1 from segments s
           left join version_segments vs on vs.version_id = latest.id and vs.segment_id = s.id
             and vs.revision_id = s.current_revision_id
           where s.draft_id = d.id and s.retired_by is null and vs.version_id is null) as "changedSinceVersion"`,
      ),
      knex.raw(glossaryMovedOn),
    )

/** SQL: a concept of draft `d` has changed its words since what readers see was checked. */
const glossaryMovedOn = `shown.id is not null and shown.withdrawn_at is null and exists (
  select 1 from concept_uses u join glossary_changes g on g.concept_id = u.concept_id
  where u.draft_id = d.id and g.id > shown.glossary_change and ${changesWords}) as "glossaryMovedOn"`

export const toStanding = (row: StandingRow): Standing => ({
  articleId: row.articleId,
  draftId: row.draftId,
  sourceLanguage: row.sourceLanguage,
  targetLanguage: row.targetLanguage,
  state: draftState({
    hasTarget: row.hasTarget,
    touchedByPerson: row.touchedByPerson,
    latestVersion: row.versionId === null ? null : row.versionState,
    changedSinceVersion: row.changedSinceVersion,
    publication: row.publicationId === null ? null : row.live ? 'live' : 'withdrawn',
    glossaryMovedOn: row.glossaryMovedOn,
  }),
  changedSinceVersion: row.changedSinceVersion,
  isStale: row.glossaryMovedOn,
  version:
    row.versionId === null
      ? null
      : {
          id: row.versionId,
          number: row.versionNumber,
          state: row.versionState,
          submittedBy: row.submittedBy,
          submittedAt: row.submittedAt,
        },
  publication:
    row.publicationId === null
      ? null
      : {
          id: row.publicationId,
          versionId: row.publishedVersionId,
          versionNumber: row.publishedNumber,
          slug: row.slug,
          live: row.live,
        },
})
