import type { Knex } from 'knex'

/**
 * Terms that somebody who translates wants in the glossary, each with the sentence it was met in, and what the terminologist said. And when
 * a person last had a draft before them, to show what has changed since.
 */
export const up = (knex: Knex) =>
  knex.raw(`
    create table term_proposals (
      id              integer generated always as identity primary key,
      draft_id        integer not null references drafts,
      segment_id      bigint not null references segments,
      source_language text not null,
      target_language text not null,
      source_term     text not null constraint term_proposals_source check (source_term <> ''),
      target_form     text not null constraint term_proposals_target check (target_form <> ''),
      note            text not null default '',
      proposed_by     integer not null references people,
      proposed_at     timestamptz not null
    );
    create index term_proposals_draft on term_proposals (draft_id);
    create index term_proposals_segment on term_proposals (segment_id);
    create index term_proposals_person on term_proposals (proposed_by);
    create trigger term_proposals_append_only before update or delete on term_proposals
      for each row execute function refuse_change();

    create table term_proposal_decisions (
      proposal_id integer primary key references term_proposals,
      -- Accepted as this concept; or declined, with a reason.
      concept_id  integer references concepts,
      reason      text not null default '',
      decided_by  integer not null references people,
      decided_at  timestamptz not null,
      constraint term_proposal_decisions_outcome check ((concept_id is null) = (reason <> ''))
    );
    create index term_proposal_decisions_concept on term_proposal_decisions (concept_id) where concept_id is not null;
    create index term_proposal_decisions_person on term_proposal_decisions (decided_by);
    create trigger term_proposal_decisions_append_only before update or delete on term_proposal_decisions
      for each row execute function refuse_change();

    create table draft_visits (
      draft_id    integer not null references drafts,
      person_id   integer not null references people,
      seen_at     timestamptz not null,
      -- When the visit before this one ended.
      previous_at timestamptz,
      primary key (draft_id, person_id)
    );
    create index draft_visits_person on draft_visits (person_id);
  `)

export const down = (knex: Knex) =>
  knex.raw(`drop table draft_visits, term_proposal_decisions, term_proposals`)
