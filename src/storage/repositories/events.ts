import type { Knex } from 'knex'
import type { Event } from '../../domain/event.ts'

export const createEvents = (knex: Knex, recorded: (eventIds: readonly number[]) => void) => ({
  /** Written in the transaction of the change it records. */
  async record(event: Event, at: Date) {
    const rows = await knex('events')
      .insert({
        type: event.type,
        person_id: event.by,
        created_at: at,
        article_id: event.articleId ?? null,
        draft_id: event.draftId ?? null,
        segment_id: event.segmentId ?? null,
        version_id: event.versionId ?? null,
        concept_id: event.conceptId ?? null,
        data: JSON.stringify(event.data ?? {}),
      })
      .returning<{ id: number }[]>('id')
    recorded(rows.map(({ id }) => id))
  },
})
