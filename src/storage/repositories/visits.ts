import type { Knex } from 'knex'

export const createVisits = (knex: Knex) => ({
  /** Somebody has a draft before them; after `pause` milliseconds without them it is another visit. Says when the one before was last noted. */
  async note(draftId: number, personId: number, at: Date, pause: number): Promise<Date | null> {
    const { rows } = await knex.raw<{ rows: { previousAt: Date | null }[] }>(
      `insert into draft_visits (draft_id, person_id, seen_at) values (:draftId, :personId, :at)
       on conflict (draft_id, person_id) do update set seen_at = excluded.seen_at, previous_at =
         case when excluded.seen_at - draft_visits.seen_at > :pause * interval '1 millisecond'
           then draft_visits.seen_at else draft_visits.previous_at end
       returning previous_at as "previousAt"`,
      { draftId, personId, at, pause },
    )
    return rows[0]?.previousAt ?? null
  },
})
