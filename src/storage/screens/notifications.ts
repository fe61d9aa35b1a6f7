import type { Knex } from 'knex'
import type { NotificationKind } from '../../domain/notification.ts'
import { sourceTitle, targetTitle } from './titles.ts'

/** What somebody is told, with what it takes to say it and to go there. */
export interface ListedNotification {
  readonly id: number
  readonly kind: NotificationKind
  readonly at: Date
  readonly isRead: boolean
  /** Whose doing it was; null when nobody's. */
  readonly by: string | null
  readonly articleId: number | null
  readonly draftId: number | null
  readonly segmentId: number | null
  readonly versionId: number | null
  readonly conceptId: number | null
  readonly versionNumber: number | null
  readonly sourceLanguage: string | null
  readonly targetLanguage: string | null
  readonly sourceTitle: string | null
  readonly targetTitle: string | null
  /** ISO date. */
  readonly dueOn: string | null
  /** What was said: a comment, the note of a return, the reason of a refusal. */
  readonly said: string | null
}

const pageSize = 40

/** Somebody's notifications, unread first and then the latest. */
export async function notificationPage(
  knex: Knex,
  personId: number,
  page: number,
): Promise<{ list: readonly ListedNotification[]; unread: number; newest: number; pages: number }> {
  const list = await rows(knex)
    .where('n.person_id', personId)
    .orderByRaw('n.read_at is not null, n.id desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
  const counts = await knex('notifications')
    .where({ person_id: personId })
    .first<{ total: number; unread: number; newest: number | null }>(
      knex.raw('count(*)::integer as total'),
      knex.raw('(count(*) filter (where read_at is null))::integer as unread'),
      knex.raw('max(id)::integer as newest'),
    )
  return {
    list,
    unread: counts.unread,
    newest: counts.newest ?? 0,
    pages: Math.max(1, Math.ceil(counts.total / pageSize)),
  }
}

/** These of somebody's notifications, the earliest first. */
export const notificationsOf = async (
  knex: Knex,
  personId: number,
  ids: readonly number[],
): Promise<readonly ListedNotification[]> =>
  rows(knex)
    .where('n.person_id', personId)
    .whereRaw('n.id = any(?)', [[...ids]])
    .orderBy('n.id')

const rows = (knex: Knex) =>
  knex('notifications as n')
    .join('events as e', 'e.id', 'n.event_id')
    .leftJoin('people as p', 'p.id', 'e.person_id')
    .leftJoin('term_proposals as t', 't.id', knex.raw(`(e.data ->> 'proposalId')::integer`))
    .leftJoin('drafts as d', 'd.id', knex.raw('coalesce(e.draft_id, t.draft_id)'))
    .leftJoin('articles as a', 'a.id', 'd.article_id')
    .select<ListedNotification[]>({
      id: 'n.id',
      kind: 'n.kind',
      at: 'e.created_at',
      by: 'p.name',
      articleId: 'a.id',
      draftId: 'd.id',
      versionId: 'e.version_id',
      conceptId: 'e.concept_id',
      sourceLanguage: 'a.source_language',
      targetLanguage: 'd.target_language',
    })
    .select(
      knex.raw('n.read_at is not null as "isRead"'),
      // A comment may have gone along to another segment since, or the segment may be no more.
      knex.raw(
        `(select s.id from segments s where s.retired_by is null and s.id = coalesce(
            (select c.segment_id from comments c where c.id = (e.data ->> 'commentId')::integer), e.segment_id, t.segment_id)) as "segmentId"`,
      ),
      knex.raw(`(select v.number from versions v where v.id = e.version_id) as "versionNumber"`),
      knex.raw(`e.data ->> 'due' as "dueOn"`),
      knex.raw(
        `left(coalesce(
           (select c.body from comments c where c.id = (e.data ->> 'commentId')::integer),
           case when n.kind = 'returned' then (select r.note from returns r where r.version_id = e.version_id) end,
           case when n.kind = 'declined' then e.data ->> 'reason' end), 400) as said`,
      ),
      knex.raw(sourceTitle),
      knex.raw(targetTitle),
    )
