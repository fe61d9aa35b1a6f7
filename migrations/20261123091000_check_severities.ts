import type { Knex } from 'knex'

export const up = (knex: Knex) =>
  knex.raw(`
    -- How grave the desk takes the findings of a check to be. The latest word about a check holds; null gives it back its own severity.
    create table check_severities (
      id         integer generated always as identity primary key,
      check_id   text not null,
      severity   text constraint check_severities_severity
                 check (severity in ('off', 'neutral', 'minor', 'major', 'critical')),
      person_id  integer not null references people,
      created_at timestamptz not null
    );
    create index check_severities_check on check_severities (check_id, id);
    create trigger check_severities_append_only before update or delete on check_severities
      for each row execute function refuse_change();
    create trigger check_severities_no_truncate before truncate on check_severities
      for each statement execute function refuse_change();

    -- What the findings of a draft were made with, beside the glossary.
    alter table drafts
      add column severities_checked integer not null default 0,
      add column engine_checked     integer not null default 0;
  `)

export const down = (knex: Knex) =>
  knex.raw(`
    alter table drafts drop column severities_checked, drop column engine_checked;
    drop table check_severities;
  `)
