import type { Knex } from 'knex'

/**
 * Who has a draft and until when; what people are told, all of it by one trigger on the events; when and of what they want letters; and
 * figures about drafts, versions and findings that would cost too much to count each time they are looked at.
 */
export const up = (knex: Knex) =>
  knex.raw(`
    alter table drafts add column machine_engine text constraint drafts_machine_engine check (machine_engine <> '');

    -- The latest row of a draft holds.
    create table assignments (
      id            integer generated always as identity primary key,
      draft_id      integer not null references drafts,
      translator_id integer references people,
      editor_id     integer references people,
      due_on        date,
      assigned_by   integer not null references people,
      assigned_at   timestamptz not null
    );
    create index assignments_draft on assignments (draft_id, id);
    create index assignments_translator on assignments (translator_id);
    create index assignments_editor on assignments (editor_id);
    create index assignments_assigned_by on assignments (assigned_by);
    create trigger assignments_append_only before update or delete on assignments
      for each row execute function refuse_change();

    -- Of which days somebody was reminded.
    create table due_reminders (
      assignment_id integer not null references assignments,
      kind          text not null constraint due_reminders_kind check (kind in ('due', 'overdue')),
      reminded_at   timestamptz not null,
      primary key (assignment_id, kind)
    );

    create table notifications (
      id        bigint generated always as identity primary key,
      person_id integer not null references people,
      event_id  bigint not null references events,
      kind      text not null,
      read_at   timestamptz,
      mailed_at timestamptz,
      constraint notifications_once unique (event_id, person_id)
    );
    create index notifications_person on notifications (person_id, id);
    create index notifications_unread on notifications (person_id) where read_at is null;

    -- Whoever has no row has never chosen: a letter a day, about everything.
    create table mail_choices (
      person_id      integer primary key references people,
      frequency      text not null constraint mail_choices_frequency check (frequency in ('off', 'hourly', 'daily')),
      muted          text[] not null default '{}',
      token          uuid not null default gen_random_uuid() constraint mail_choices_token unique,
      next_letter_at timestamptz not null,
      failures       integer not null default 0
    );
    create index mail_choices_next on mail_choices (next_letter_at) where frequency <> 'off';

    create function notify_people() returns trigger language plpgsql as $$
      declare
        held assignments;
        about_comment integer := (new.data ->> 'commentId')::integer;
      begin
        select * into held from assignments a where a.draft_id = new.draft_id order by a.id desc limit 1;
        insert into notifications (person_id, event_id, kind)
        select distinct on (told.person_id) told.person_id, new.id, told.kind from (
          select m.person_id, 'mentioned' as kind, 1 as rank from mentions m
          where new.type = 'comment_written' and m.comment_id = about_comment
          union all
          -- Said of a segment: to whoever wrote it. Said of the whole draft: to whoever has it.
          select r.author_id, 'commented', 2 from segment_revisions r
          where new.type = 'comment_written' and r.segment_id = new.segment_id
          union all
          select unnest(array[held.translator_id, held.editor_id]), 'commented', 3
          where new.type = 'comment_written' and new.segment_id is null
          union all
          select c.author_id, 'resolved', 1 from comments c where new.type = 'comment_resolved' and c.id = about_comment
          union all
          select held.editor_id, 'submitted', 1 where new.type = 'version_submitted'
          union all
          select p.person_id, 'submitted', 1 from person_roles p
          where new.type = 'version_submitted' and p.role = 'editor' and held.editor_id is null
          union all
          select writers.person_id, step.kind, 1
          from (values ('version_approved', 'approved'), ('version_returned', 'returned'), ('version_published', 'published'),
            ('publication_withdrawn', 'withdrawn')) as step(type, kind)
          cross join lateral (
            select v.submitted_by as person_id from versions v where v.id = new.version_id
            union
            select r.author_id from version_segments vs join segment_revisions r on r.id = vs.revision_id
            where vs.version_id = new.version_id
            union
            select held.translator_id
          ) writers where step.type = new.type
          union all
          select s.scheduled_by, 'overtaken', 1 from publication_schedules s
          where new.type = 'publication_overtaken' and s.version_id = new.version_id and s.outcome = 'overtaken'
          union all
          select unnest(array[(new.data ->> 'translatorId')::integer, (new.data ->> 'editorId')::integer]), 'assigned', 1
          where new.type = 'draft_assigned'
          union all
          select (new.data ->> 'personId')::integer, new.data ->> 'kind', 1 where new.type = 'draft_due'
          union all
          select t.proposed_by, 'accepted', 1 from term_proposals t
          where new.type = 'concept_added' and t.id = (new.data ->> 'proposalId')::integer
          union all
          select t.proposed_by, 'declined', 1 from term_proposals t join term_proposal_decisions d on d.proposal_id = t.id
          where new.type = 'proposal_declined' and t.segment_id = new.segment_id and d.concept_id is null
            and d.decided_at = new.created_at
        ) told join people p on p.id = told.person_id and p.disabled_at is null
        where told.person_id is distinct from new.person_id
        order by told.person_id, told.rank;
        return null;
      end $$;
    create trigger events_notify after insert on events for each row when (new.type in (
      'comment_written', 'comment_resolved', 'version_submitted', 'version_approved', 'version_returned', 'version_published',
      'publication_withdrawn', 'publication_overtaken', 'draft_assigned', 'draft_due', 'concept_added', 'proposal_declined'))
      execute function notify_people();

    -- As of the event that was the draft's latest: how large it is and how far it has come from the machine's text.
    create table draft_measures (
      draft_id     integer primary key references drafts,
      event_id     bigint not null,
      source_words integer not null,
      edits        integer not null,
      graphemes    integer not null
    );
    create table version_measures (
      version_id   integer primary key references versions,
      source_words integer not null,
      edits        integer not null,
      graphemes    integer not null
    );
    comment on column version_measures.graphemes is 'of the machine text or of the version, whichever is longer, segment by segment';

    -- What became of findings that are there no more; dismissals are kept by themselves.
    create table finding_outcomes (
      id       bigint generated always as identity primary key,
      draft_id integer not null references drafts,
      check_id text not null,
      -- Somebody wrote the segment anew; or something else that the finding rested on changed.
      outcome  text not null constraint finding_outcomes_outcome check (outcome in ('mended', 'lapsed')),
      ended_at timestamptz not null
    );
    create index finding_outcomes_draft on finding_outcomes (draft_id);
    create index finding_outcomes_ended on finding_outcomes (ended_at);
    create index dismissals_created on dismissals (created_at);
    insert into settings (name, value) values ('finding-outcomes-since', to_char(now(), 'YYYY-MM-DD')) on conflict do nothing;
    create index publications_published on publications (published_at);
  `)

export const down = (knex: Knex) =>
  knex.raw(`
    drop trigger events_notify on events;
    drop function notify_people;
    drop index dismissals_created;
    drop index publications_published;
    drop table finding_outcomes, version_measures, draft_measures, mail_choices, notifications, due_reminders, assignments;
    delete from settings where name = 'finding-outcomes-since';
    alter table drafts drop column machine_engine;
  `)
