import type { Knex } from 'knex'
import { NotFound } from '../../domain/errors.ts'
import { eventsOfKind, type EventType, type HistoryKind } from '../../domain/event.ts'
import type { VersionState } from '../../domain/version.ts'
import { changedConcepts, type ChangedConcept } from './changed-concepts.ts'
import { standingRows, toStanding, type Standing, type StandingRow } from './draft-standings.ts'
import { sourceTitle, targetTitle } from './titles.ts'

export interface ArticleFacts {
  readonly id: number
  readonly sourceLanguage: string
  readonly sourceTitle: string | null
  readonly sourceUrl: string | null
  readonly byline: string | null
  readonly publishedOn: string | null
  readonly importedAt: Date
  readonly importedBy: string
  readonly units: number
}

export interface ListedVersion {
  readonly id: number
  readonly draftId: number
  readonly number: number
  readonly state: VersionState
  readonly submittedAt: Date
  readonly submittedBy: string
  readonly note: string
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly decisionNote: string | null
}

export interface ListedPublication {
  readonly id: number
  readonly draftId: number
  readonly versionId: number
  readonly versionNumber: number
  readonly slug: string
  readonly publishedAt: Date
  readonly publishedBy: string
  readonly withdrawnAt: Date | null
  readonly withdrawnBy: string | null
}

export interface ListedComment {
  readonly id: number
  readonly draftId: number
  readonly segmentId: number | null
  readonly sourceText: string | null
  readonly body: string
  readonly author: string
  readonly at: Date
  readonly resolvedBy: string | null
}

export interface ListedEvent {
  readonly id: number
  readonly type: EventType
  readonly at: Date
  readonly by: string | null
  readonly draftId: number | null
  readonly targetLanguage: string | null
  readonly versionId: number | null
  readonly segmentId: number | null
  readonly sourceText: string | null
  /** What was said with the step: the note of a submission or a decision. */
  readonly note: string | null
  readonly data: Readonly<Record<string, string | number | boolean | null>>
}

export interface ArticlePage {
  readonly article: ArticleFacts
  readonly drafts: readonly (Standing & { readonly draftId: number; readonly targetTitle: string })[]
  readonly versions: readonly ListedVersion[]
  readonly publications: readonly ListedPublication[]
  readonly comments: readonly ListedComment[]
  /** Why published drafts are stale. */
  readonly changedConcepts: readonly ChangedConcept[]
  readonly events: readonly ListedEvent[]
  /** Who has done something to the article. */
  readonly eventPeople: readonly { readonly id: number; readonly name: string }[]
  readonly eventPages: number
}

const eventsOnPage = 100

/** What of the history is shown. */
interface Narrowed {
  readonly kind?: HistoryKind | undefined
  readonly person?: number | undefined
}

function narrow<Query extends Knex.QueryBuilder>(query: Query, { kind, person }: Narrowed): Query {
  if (kind !== undefined) void query.whereIn('e.type', eventsOfKind[kind])
  if (person !== undefined) void query.where('e.person_id', person)
  return query
}

/** One article with all that was done to it, newest first. */
export const articlePage =
  (knex: Knex) =>
  async (articleId: number, eventPage: number, narrowed: Narrowed = {}): Promise<ArticlePage> => {
    const article = await factsOf(knex, articleId)
    if (!article) throw new NotFound('article-not-found')
    const [standings, versions, publications, comments, concepts, events, count, people] = await Promise.all([
      standingRows(knex)
        .where('a.id', articleId)
        .select<(StandingRow & { targetTitle: string | null })[]>(knex.raw(targetTitle))
        .orderBy('d.id'),
      versionsOf(knex)
        .where('d.article_id', articleId)
        .orderBy([{ column: 'v.id', order: 'desc' }]),
      publicationsOf(knex).where('d.article_id', articleId).orderBy('p.id', 'desc'),
      commentsOf(knex).where('d.article_id', articleId).orderBy('c.id', 'desc').limit(200),
      changedConcepts(knex)(articleId),
      narrow(eventsOf(knex).where('e.article_id', articleId), narrowed)
        .orderBy('e.id', 'desc')
        .limit(eventsOnPage)
        .offset((eventPage - 1) * eventsOnPage),
      narrow(knex('events as e').where('e.article_id', articleId), narrowed).count<{ count: number }[]>(
        '* as count',
      ),
      knex('people as p')
        .whereExists(
          knex('events as e')
            .whereRaw('e.person_id = p.id')
            .where('e.article_id', articleId)
            .select(knex.raw('1')),
        )
        .orderBy('p.name')
        .select<ArticlePage['eventPeople']>('p.id', 'p.name'),
    ])
    return {
      article,
      drafts: standings.flatMap((row) => {
        const { draftId, ...standing } = toStanding(row)
        return draftId === null ? [] : [{ ...standing, draftId, targetTitle: row.targetTitle ?? '' }]
      }),
      versions,
      publications,
      comments,
      changedConcepts: concepts,
      events,
      eventPeople: people,
      eventPages: Math.max(1, Math.ceil((count[0]?.count ?? 0) / eventsOnPage)),
    }
  }

const factsOf = (knex: Knex, articleId: number) =>
  knex('articles as a')
    .join('people as i', 'i.id', 'a.imported_by')
    .where('a.id', articleId)
    .select({
      id: 'a.id',
      sourceLanguage: 'a.source_language',
      sourceUrl: 'a.source_url',
      byline: 'a.byline',
      publishedOn: 'a.published_on',
      importedAt: 'a.imported_at',
      importedBy: 'i.name',
    })
    .select(
      knex.raw(sourceTitle),
      knex.raw(
        `(select count(*)::int from units u where u.article_id = a.id and u.retired_at is null) as units`,
      ),
    )
    .first<ArticleFacts | undefined>()

/** Versions with their decisions; the caller narrows it. */
export const versionsOf = (knex: Knex) =>
  knex('versions as v')
    .join('drafts as d', 'd.id', 'v.draft_id')
    .join('people as s', 's.id', 'v.submitted_by')
    .leftJoin('approvals as ap', 'ap.version_id', 'v.id')
    .leftJoin('returns as re', 're.version_id', 'v.id')
    .leftJoin('people as e', 'e.id', knex.raw('coalesce(ap.person_id, re.person_id)'))
    .select({
      id: 'v.id',
      draftId: 'v.draft_id',
      number: 'v.number',
      submittedAt: 'v.submitted_at',
      submittedBy: 's.name',
      note: 'v.note',
      decidedBy: 'e.name',
    })
    .select<ListedVersion[]>(
      knex.raw('coalesce(ap.created_at, re.created_at) as "decidedAt"'),
      knex.raw('coalesce(ap.note, re.note) as "decisionNote"'),
      knex.raw(
        `case when ap.version_id is not null then 'approved' when re.version_id is not null then 'returned'
           else 'submitted' end as state`,
      ),
    )

/** Publications, live and withdrawn; the caller narrows it. */
export const publicationsOf = (knex: Knex) =>
  knex('publications as p')
    .join('drafts as d', 'd.id', 'p.draft_id')
    .join('versions as v', 'v.id', 'p.version_id')
    .join('people as b', 'b.id', 'p.published_by')
    .leftJoin('people as w', 'w.id', 'p.withdrawn_by')
    .select<ListedPublication[]>({
      id: 'p.id',
      draftId: 'p.draft_id',
      versionId: 'p.version_id',
      versionNumber: 'v.number',
      slug: 'p.slug',
      publishedAt: 'p.published_at',
      publishedBy: 'b.name',
      withdrawnAt: 'p.withdrawn_at',
      withdrawnBy: 'w.name',
    })

/** Comments with the source text of their segments; the caller narrows it. */
export const commentsOf = (knex: Knex) =>
  knex('comments as c')
    .join('drafts as d', 'd.id', 'c.draft_id')
    .join('people as a', 'a.id', 'c.author_id')
    .leftJoin('people as r', 'r.id', 'c.resolved_by')
    .leftJoin('segments as s', 's.id', 'c.segment_id')
    .select<ListedComment[]>({
      id: 'c.id',
      draftId: 'c.draft_id',
      segmentId: 'c.segment_id',
      sourceText: 's.source_text',
      body: 'c.body',
      author: 'a.name',
      at: 'c.created_at',
      resolvedBy: 'r.name',
    })

const eventsOf = (knex: Knex) =>
  knex('events as e')
    .leftJoin('people as p', 'p.id', 'e.person_id')
    .leftJoin('drafts as d', 'd.id', 'e.draft_id')
    .leftJoin('segments as s', 's.id', 'e.segment_id')
    .leftJoin('versions as v', 'v.id', 'e.version_id')
    .leftJoin('approvals as ap', 'ap.version_id', 'v.id')
    .leftJoin('returns as re', 're.version_id', 'v.id')
    .leftJoin('segment_decisions as sd', 'sd.id', knex.raw(`(e.data ->> 'decisionId')::int`))
    .leftJoin('marks as mk', 'mk.id', knex.raw(`(e.data ->> 'markId')::int`))
    .select({
      id: 'e.id',
      type: 'e.type',
      at: 'e.created_at',
      by: 'p.name',
      draftId: 'e.draft_id',
      targetLanguage: 'd.target_language',
      versionId: 'e.version_id',
      segmentId: 'e.segment_id',
      sourceText: 's.source_text',
      data: 'e.data',
    })
    .select<ListedEvent[]>(
      knex.raw(
        `case e.type when 'version_submitted' then v.note when 'version_approved' then ap.note
           when 'version_returned' then re.note when 'mark_made' then mk.note
           when 'segment_sent_back' then sd.note when 'segment_accepted' then sd.note end as note`,
      ),
    )
