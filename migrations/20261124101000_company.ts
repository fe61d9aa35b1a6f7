import type { Knex } from 'knex'

/**
 * Whoever is on an article hears of each of its events as it is committed; who missed some asks for those after the last one they
 * know. Comments can name people.
 */
export const up = (knex: Knex) =>
  knex.raw(`
    create index events_draft on events (draft_id, id) where draft_id is not null;

    create function tell_event() returns trigger language plpgsql as $$
      begin
        perform pg_notify('tukham_events', json_build_object(
          'eventId', new.id, 'draftId', new.draft_id, 'segmentId', new.segment_id, 'type', new.type, 'by', new.person_id,
          'name', (select p.name from people p where p.id = new.person_id), 'revisionId', new.data -> 'revisionId')::text);
        return null;
      end $$;
    create trigger events_tell after insert on events
      for each row when (new.draft_id is not null) execute function tell_event();

    create table mentions (
      comment_id integer not null references comments,
      person_id  integer not null references people,
      primary key (comment_id, person_id)
    );
    create index mentions_person on mentions (person_id);
  `)

export const down = (knex: Knex) =>
  knex.raw(`
    drop table mentions;
    drop trigger events_tell on events;
    drop function tell_event;
    drop index events_draft;
  `)
