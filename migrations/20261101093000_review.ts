import type { Knex } from 'knex'

export const up = (knex: Knex) =>
  knex.raw(`
    create table findings (
      id           bigint generated always as identity primary key,
      draft_id     integer not null references drafts,
      segment_id   bigint not null references segments,
      revision_id  bigint not null,
      check_id     text not null,
      severity     text not null constraint findings_severity check (severity in ('neutral', 'minor', 'major', 'critical')),
      side         text not null constraint findings_side check (side in ('source', 'target')),
      span_start   integer not null,
      span_end     integer not null,
      source_start integer,
      source_end   integer,
      replacement  text,
      alternates   jsonb not null default '[]',
      "values"     jsonb not null default '{}',
      fingerprint  text not null,
      constraint findings_span check (0 <= span_start and span_start <= span_end),
      constraint findings_revision foreign key (segment_id, revision_id) references segment_revisions (segment_id, id)
    );
    create index findings_segment on findings (segment_id);
    create index findings_draft on findings (draft_id);

    create table dismissals (
      id           integer generated always as identity primary key,
      draft_id     integer not null references drafts,
      segment_id   bigint not null references segments,
      check_id     text not null,
      fingerprint  text not null,
      reason       text not null constraint dismissals_reason check (reason <> ''),
      person_id    integer not null references people,
      created_at   timestamptz not null,
      withdrawn_by integer references people,
      withdrawn_at timestamptz
    );
    create unique index dismissals_standing on dismissals (segment_id, fingerprint) where withdrawn_at is null;
    create index dismissals_draft on dismissals (draft_id);

    create table comments (
      id          integer generated always as identity primary key,
      draft_id    integer not null references drafts,
      segment_id  bigint references segments,
      author_id   integer not null references people,
      body        text not null constraint comments_body check (body <> ''),
      created_at  timestamptz not null,
      resolved_by integer references people,
      resolved_at timestamptz
    );
    create index comments_draft on comments (draft_id);
    create index comments_segment on comments (segment_id) where segment_id is not null;

    -- Which concepts the source of a draft speaks of: what a change of the glossary touches.
    create table concept_uses (
      draft_id   integer not null references drafts,
      concept_id integer not null references concepts,
      primary key (draft_id, concept_id)
    );
    create index concept_uses_concept on concept_uses (concept_id);

    create table versions (
      id              integer generated always as identity primary key,
      draft_id        integer not null references drafts,
      number          integer not null,
      glossary_change integer not null,
      submitted_by    integer not null references people,
      submitted_at    timestamptz not null,
      note            text not null default '',
      constraint versions_number unique (draft_id, number)
    );
    create trigger versions_append_only before update or delete on versions for each row execute function refuse_change();

    create table version_segments (
      version_id  integer not null references versions,
      position    integer not null,
      segment_id  bigint not null,
      revision_id bigint not null,
      primary key (version_id, position),
      constraint version_segments_revision foreign key (segment_id, revision_id) references segment_revisions (segment_id, id)
    );
    create trigger version_segments_append_only before update or delete on version_segments
      for each row execute function refuse_change();

    create table approvals (
      version_id integer primary key references versions,
      person_id  integer not null references people,
      created_at timestamptz not null,
      note       text not null default ''
    );
    create table returns (
      version_id integer primary key references versions,
      person_id  integer not null references people,
      created_at timestamptz not null,
      note       text not null constraint returns_note check (note <> '')
    );
    create function one_decision() returns trigger language plpgsql as $$
      begin
        perform 1 from versions where id = new.version_id for update;
        if exists (select 1 from approvals where version_id = new.version_id)
           or exists (select 1 from returns where version_id = new.version_id) then
          raise exception 'version % is decided already', new.version_id;
        end if;
        return new;
      end $$;
    create trigger approvals_one_decision before insert on approvals for each row execute function one_decision();
    create trigger returns_one_decision before insert on returns for each row execute function one_decision();

    create table publications (
      id           integer generated always as identity primary key,
      draft_id     integer not null references drafts,
      version_id   integer not null references approvals (version_id),
      slug         text not null,
      published_by integer not null references people,
      published_at timestamptz not null,
      withdrawn_by integer references people,
      withdrawn_at timestamptz
    );
    create unique index publications_live on publications (draft_id) where withdrawn_at is null;
    create index publications_draft on publications (draft_id, id);

    create table events (
      id         bigint generated always as identity primary key,
      type       text not null,
      person_id  integer references people,
      created_at timestamptz not null,
      article_id integer references articles,
      draft_id   integer references drafts,
      segment_id bigint references segments,
      version_id integer references versions,
      concept_id integer references concepts,
      data       jsonb not null default '{}'
    );
    create index events_article on events (article_id, id) include (draft_id);
    create trigger events_append_only before update or delete on events for each row execute function refuse_change();
    create trigger events_no_truncate before truncate on events for each statement execute function refuse_change();

    -- The first answer to every operation a browser may have to repeat.
    create table operations (
      person_id    integer not null references people,
      id           uuid not null,
      request_hash text not null,
      answer       jsonb not null,
      created_at   timestamptz not null,
      primary key (person_id, id)
    );
    create index operations_created on operations (created_at);
  `)

export const down = (knex: Knex) =>
  knex.raw(`
    drop table operations, events, publications, returns, approvals, version_segments, versions, concept_uses, comments,
      dismissals, findings cascade;
    drop function one_decision;
  `)
