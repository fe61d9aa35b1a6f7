import type { Knex } from 'knex'
import type { Happening } from '../live.ts'

/** The draft's latest event: what happens after it, a page that was made now does not show. Throws nothing for a new draft: 0. */
export async function lastEventId(knex: Knex, draftId: number): Promise<number> {
  const row = await knex('events')
    .where({ draft_id: draftId })
    .orderBy('id', 'desc')
    .first<{ id: number } | undefined>('id')
  return row?.id ?? 0
}

/** What happened on a draft after an event, oldest first. */
export const eventsSince = (knex: Knex, draftId: number, since: number, most: number): Promise<Happening[]> =>
  knex('events as e')
    .leftJoin('people as p', 'p.id', 'e.person_id')
    .where('e.draft_id', draftId)
    .where('e.id', '>', since)
    .orderBy('e.id')
    .limit(most)
    .select({
      eventId: 'e.id',
      draftId: 'e.draft_id',
      segmentId: 'e.segment_id',
      type: 'e.type',
      by: 'e.person_id',
      name: 'p.name',
    })
    .select<Happening[]>(knex.raw(`(e.data ->> 'revisionId')::bigint as "revisionId"`))

export interface StandingText {
  readonly segmentId: number
  readonly revisionId: number
  readonly text: string
  readonly author: string | null
  readonly authorId: number | null
}

export interface Standing {
  /** The segments that stand now, in order. */
  readonly segmentIds: readonly number[]
  /** Of those, the texts that are newer than the revision asked about. */
  readonly texts: readonly StandingText[]
}

/** How a draft stands, for a page that knows it as it was when `after` was its newest revision. */
export async function standingSince(knex: Knex, draftId: number, after: number): Promise<Standing> {
  const rows = await knex('segments as s')
    .join('segment_revisions as r', 'r.id', 's.current_revision_id')
    .leftJoin('people as p', 'p.id', 'r.author_id')
    .where('s.draft_id', draftId)
    .whereNull('s.retired_by')
    .orderBy('s.position')
    .select({ segmentId: 's.id', revisionId: 'r.id', author: 'p.name', authorId: 'p.id' })
    .select<StandingText[]>(knex.raw('case when r.id > ? then r.text end as text', [after]))
  return {
    segmentIds: rows.map(({ segmentId }) => segmentId),
    texts: rows.filter(({ revisionId }) => revisionId > after),
  }
}

/** True while a session stands and its person may use the desk. */
export async function isSignedIn(knex: Knex, personId: number, sessionId: string): Promise<boolean> {
  const row = await knex('sessions as s')
    .join('people as p', 'p.id', 's.person_id')
    .where('s.sid', sessionId)
    .where('s.expire', '>', knex.fn.now())
    .where('p.id', personId)
    .whereNull('p.disabled_at')
    .first<{ found: number } | undefined>(knex.raw('1 as found'))
  return row !== undefined
}
