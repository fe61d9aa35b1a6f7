import type { Knex } from 'knex'
import { prepared } from './prepared.ts'

const tellStatement = `
  select pg_notify('tukham_events', json_build_object(
    'eventId', e.id, 'draftId', e.draft_id, 'segmentId', e.segment_id, 'type', e.type, 'by', e.person_id,
    'name', p.name, 'revisionId', e.data -> 'revisionId')::text)
  from (select * from events where id = any($1) and draft_id is not null order by id) e left join people p on p.id = e.person_id
  order by e.id`

/**
 * Tells every process what was recorded; see `live.ts`. Only after the commit, since commits that notify wait for each other. What is not
 * told, because the process ends or the database is gone, is in the record, where whoever listens again looks for it.
 */
export function createTeller(knex: Knex) {
  const tell = prepared(knex, 'tell-events', tellStatement)
  const waiting: number[] = []
  let isTelling = false

  const tellAll = async () => {
    while (waiting.length > 0) {
      // What is committed in the same moment is told in its order.
      await new Promise(setImmediate)
      await tell([waiting.splice(0)]).catch(() => undefined)
    }
    isTelling = false
  }
  return (eventIds: readonly number[]): void => {
    waiting.push(...eventIds)
    if (isTelling || waiting.length === 0) return
    isTelling = true
    void tellAll()
  }
}
