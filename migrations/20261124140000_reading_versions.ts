import type { Knex } from 'knex'

/** What an editor says of single segments of a version, and the faults that are marked in it. */
export const up = (knex: Knex) =>
  knex.raw(`
    alter table version_segments add constraint version_segments_segment unique (version_id, segment_id);

    -- The latest of a segment holds.
    create table segment_decisions (
      id         integer generated always as identity primary key,
      version_id integer not null,
      segment_id bigint not null,
      verdict    text not null constraint segment_decisions_verdict check (verdict in ('accepted', 'sent-back')),
      note       text not null default '',
      person_id  integer not null references people,
      created_at timestamptz not null,
      constraint segment_decisions_segment foreign key (version_id, segment_id) references version_segments (version_id, segment_id)
    );
    create index segment_decisions_version on segment_decisions (version_id, segment_id, id);
    create index segment_decisions_person on segment_decisions (person_id);
    create trigger segment_decisions_append_only before update or delete on segment_decisions
      for each row execute function refuse_change();

    -- A span of the text that the version has, or of its source.
    create table marks (
      id         integer generated always as identity primary key,
      version_id integer not null,
      segment_id bigint not null,
      side       text not null constraint marks_side check (side in ('source', 'target')),
      span_start integer not null,
      span_end   integer not null,
      type       text not null,
      severity   text not null constraint marks_severity check (severity in ('neutral', 'minor', 'major', 'critical')),
      note       text not null default '',
      person_id  integer not null references people,
      created_at timestamptz not null,
      constraint marks_span check (0 <= span_start and span_start < span_end),
      constraint marks_segment foreign key (version_id, segment_id) references version_segments (version_id, segment_id)
    );
    create index marks_version on marks (version_id, segment_id);
    create index marks_person on marks (person_id);
    create trigger marks_append_only before update or delete on marks for each row execute function refuse_change();

    create table mark_withdrawals (
      mark_id    integer primary key references marks,
      person_id  integer not null references people,
      created_at timestamptz not null
    );
    create index mark_withdrawals_person on mark_withdrawals (person_id);
    create trigger mark_withdrawals_append_only before update or delete on mark_withdrawals
      for each row execute function refuse_change();
  `)

export const down = (knex: Knex) =>
  knex.raw(`
    drop table mark_withdrawals, marks, segment_decisions;
    alter table version_segments drop constraint version_segments_segment;
  `)
