import type { Knex } from 'knex'

/** Publications that are to come, and what the index and the feeds of a language say of those that are there. */
export const up = (knex: Knex) =>
  knex.raw(`
    create table publication_schedules (
      id             integer generated always as identity primary key,
      draft_id       integer not null references drafts,
      version_id     integer not null references approvals (version_id),
      due_at         timestamptz not null,
      scheduled_by   integer not null references people,
      scheduled_at   timestamptz not null,
      ended_at       timestamptz,
      outcome        text constraint publication_schedules_outcome check (outcome in ('published', 'cancelled', 'overtaken')),
      constraint publication_schedules_ended check ((ended_at is null) = (outcome is null))
    );
    create unique index publication_schedules_pending on publication_schedules (draft_id) where ended_at is null;
    create index publication_schedules_due on publication_schedules (due_at) where ended_at is null;
    create index publication_schedules_draft on publication_schedules (draft_id, id);
    create index publication_schedules_version on publication_schedules (version_id);

    create table published_texts (
      publication_id     integer primary key references publications,
      language           text not null,
      first_published_at timestamptz not null,
      title              text not null,
      summary            text not null,
      folded             text not null
    );
    create index published_texts_language on published_texts (language, first_published_at desc, publication_id desc);
  `)

export const down = (knex: Knex) => knex.raw(`drop table published_texts, publication_schedules`)
