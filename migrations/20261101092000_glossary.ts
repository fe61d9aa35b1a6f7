import type { Knex } from 'knex'

export const up = (knex: Knex) =>
  knex.raw(`
    create table concepts (
      id            integer generated always as identity primary key,
      subject       text not null default '',
      definition    text not null default '',
      note          text not null default '',
      source        text not null default '',
      created_at    timestamptz not null,
      updated_at    timestamptz not null,
      deprecated_at timestamptz
    );
    create index concepts_subject on concepts (subject);

    create table terms (
      id             integer generated always as identity primary key,
      concept_id     integer not null references concepts,
      language       text not null,
      text           text not null constraint terms_text check (text <> ''),
      status         text not null constraint terms_status
                     check (status in ('preferred', 'admitted', 'deprecated', 'superseded')),
      case_sensitive boolean not null default false,
      position       integer not null,
      search_key     text not null,
      constraint terms_once_per_concept unique (concept_id, language, text)
    );
    create index terms_language_text on terms (language, text);

    create table glossary_changes (
      id         integer generated always as identity primary key,
      concept_id integer not null references concepts,
      kind       text not null constraint glossary_changes_kind
                 check (kind in ('added', 'changed', 'deprecated', 'restored')),
      before     jsonb,
      after      jsonb not null,
      person_id  integer not null references people,
      created_at timestamptz not null
    );
    create index glossary_changes_concept on glossary_changes (concept_id);
    create trigger glossary_changes_append_only before update or delete on glossary_changes
      for each row execute function refuse_change();
  `)

export const down = (knex: Knex) => knex.raw(`drop table glossary_changes, terms, concepts`)
