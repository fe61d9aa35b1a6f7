import type { Knex } from 'knex'

export const up = (knex: Knex) =>
  knex.raw(`
    create table articles (
      id              integer generated always as identity primary key,
      source_language text not null,
      source_url      text,
      byline          text,
      published_on    date,
      imported_by     integer not null references people,
      imported_at     timestamptz not null
    );
    create unique index articles_source_url on articles (source_url) where source_url is not null;

    create table units (
      id          integer generated always as identity primary key,
      article_id  integer not null references articles,
      position    integer not null,
      kind        text not null constraint units_kind
                  check (kind in ('title', 'lead', 'heading', 'paragraph', 'caption')),
      source_text text not null,
      retired_at  timestamptz
    );
    create unique index units_position on units (article_id, position) where retired_at is null;
    create index units_article on units (article_id);

    create table drafts (
      id               integer generated always as identity primary key,
      article_id       integer not null references articles,
      target_language  text not null,
      imported_by      integer not null references people,
      imported_at      timestamptz not null,
      glossary_checked integer not null default 0,
      constraint drafts_one_per_language unique (article_id, target_language)
    );
    create index drafts_glossary_checked on drafts (glossary_checked);

    -- A merge, a split, a moved break, or a source that arrived after its draft: which segments gave way to which.
    create table resegmentations (
      id         integer generated always as identity primary key,
      draft_id   integer not null references drafts,
      kind       text not null constraint resegmentations_kind
                 check (kind in ('merge', 'split', 'move-break', 'source-added', 'undo')),
      undoes     integer unique references resegmentations,
      person_id  integer not null references people,
      created_at timestamptz not null
    );
    create index resegmentations_draft on resegmentations (draft_id);

    create table segments (
      id                  bigint generated always as identity primary key,
      draft_id            integer not null references drafts,
      unit_id             integer not null references units,
      position            numeric not null,
      source_text         text not null,
      source_after        text not null,
      target_after        text not null,
      state               text not null constraint segments_state
                          check (state in ('initial', 'translated', 'reviewed', 'final')),
      current_revision_id bigint not null,
      created_by          integer references resegmentations,
      retired_by          integer references resegmentations
    );
    create unique index segments_position on segments (draft_id, position) where retired_by is null;
    create index segments_draft on segments (draft_id);
    create index segments_created_by on segments (created_by) where created_by is not null;
    create index segments_retired_by on segments (retired_by) where retired_by is not null;

    -- One change set is applied and undone as one: "mend all of this name".
    create table change_sets (
      id         integer generated always as identity primary key,
      draft_id   integer not null references drafts,
      reason     text not null,
      undoes     integer unique references change_sets,
      person_id  integer not null references people,
      created_at timestamptz not null
    );
    create index change_sets_draft on change_sets (draft_id);

    -- Target text is written here and nowhere else.
    create table segment_revisions (
      id            bigint generated always as identity primary key,
      segment_id    bigint not null references segments,
      number        integer not null constraint segment_revisions_number check (number > 0),
      text          text not null,
      origin        text not null constraint segment_revisions_origin check (origin in ('machine', 'memory', 'person')),
      author_id     integer references people,
      change_set_id integer references change_sets,
      created_at    timestamptz not null,
      constraint segment_revisions_number_unique unique (segment_id, number),
      constraint segment_revisions_of_segment unique (segment_id, id),
      constraint segment_revisions_person_has_author check (origin <> 'person' or author_id is not null)
    );
    create index segment_revisions_change_set on segment_revisions (change_set_id) where change_set_id is not null;

    alter table segments add constraint segments_current_revision
      foreign key (id, current_revision_id) references segment_revisions (segment_id, id) deferrable initially deferred;

    create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception '% is append-only', tg_table_name; end $$;
    create trigger segment_revisions_append_only before update or delete on segment_revisions
      for each row execute function refuse_change();
    create trigger segment_revisions_no_truncate before truncate on segment_revisions
      for each statement execute function refuse_change();

    -- A segment's source text never changes, and its current revision is always its latest.
    create function guard_segment() returns trigger language plpgsql as $$
      begin
        if new.source_text <> old.source_text or new.draft_id <> old.draft_id or new.unit_id <> old.unit_id then
          raise exception 'the source of segment % may not change', old.id;
        end if;
        if new.current_revision_id <> old.current_revision_id and new.current_revision_id <>
           (select r.id from segment_revisions r where r.segment_id = new.id order by r.number desc limit 1) then
          raise exception 'segment % may only advance to its latest revision', old.id;
        end if;
        return new;
      end $$;
    create trigger segments_guard before update on segments for each row execute function guard_segment();

    -- What a person is about to import, parsed and waiting for their word. Swept when old.
    create table import_previews (
      id         uuid primary key,
      person_id  integer not null references people,
      created_at timestamptz not null,
      content    jsonb not null
    );
  `)

export const down = (knex: Knex) =>
  knex.raw(`
    drop table import_previews, segment_revisions, segments, change_sets, resegmentations, drafts, units, articles cascade;
    drop function guard_segment, refuse_change;
  `)
