import type { Knex } from 'knex'

export const up = (knex: Knex) =>
  knex.raw(`
    -- How sure the aligner was that these two texts belong together, from 0 to 1; null when a person has cut them so.
    alter table segments add column alignment_confidence real
      constraint segments_alignment_confidence check (alignment_confidence between 0 and 1);

    -- That the aligner has learnt, and from what. The latest of a pair of languages and of an engine's revision is used.
    create table alignment_models (
      id              integer generated always as identity primary key,
      source_language text not null,
      target_language text not null,
      engine          integer not null,
      approvals       integer not null,
      articles        integer not null,
      segments        integer not null,
      person_id       integer references people,
      learnt_at       timestamptz not null
    );
    comment on column alignment_models.approvals is 'how many versions of the pair had been approved: more of them, more to learn';
    comment on column alignment_models.person_id is 'who asked for it; null is the nightly job';
    create index alignment_models_pair on alignment_models (source_language, target_language, id);
    create trigger alignment_models_append_only before update or delete on alignment_models
      for each row execute function refuse_change();
    create trigger alignment_models_no_truncate before truncate on alignment_models
      for each statement execute function refuse_change();

    -- What it has learnt: some megabytes, kept for as long as they are the latest of their pair.
    create table alignment_model_contents (
      model_id integer primary key references alignment_models,
      content  jsonb not null
    );
  `)

export const down = (knex: Knex) =>
  knex.raw(`
    drop table alignment_model_contents, alignment_models;
    alter table segments drop column alignment_confidence;
  `)
