import type { Knex } from 'knex'

export const up = (knex: Knex) =>
  knex.raw(`
    -- A glossary file has too many rows for one value, so the rows of its preview stand here.
    create table glossary_import_rows (
      import_id  uuid not null references import_previews on delete cascade,
      line       integer not null,
      state      text not null constraint glossary_import_rows_state check (state in ('added', 'changed', 'same', 'error')),
      concept_id integer references concepts,
      content    jsonb,
      alone      boolean not null,
      problems   jsonb not null,
      primary key (import_id, line),
      constraint glossary_import_rows_error check ((state = 'error') = (problems <> '[]'))
    );
  `)

export const down = (knex: Knex) => knex.raw(`drop table glossary_import_rows`)
