import type { Knex } from 'knex'

/**
 * Events are told by the process that recorded them, once they are committed. A notification within the transaction makes all commits
 * that have one wait for each other, flush and all.
 */
export const up = (knex: Knex) =>
  knex.raw(`
    drop trigger events_tell on events;
    drop function tell_event;
  `)

export const down = (knex: Knex) =>
  knex.raw(`
    create function tell_event() returns trigger language plpgsql as $$
      begin
        perform pg_notify('tukham_events', json_build_object(
          'eventId', new.id, 'draftId', new.draft_id, 'segmentId', new.segment_id, 'type', new.type, 'by', new.person_id,
          'name', (select p.name from people p where p.id = new.person_id), 'revisionId', new.data -> 'revisionId')::text);
        return null;
      end $$;
    create trigger events_tell after insert on events
      for each row when (new.draft_id is not null) execute function tell_event();
  `)
