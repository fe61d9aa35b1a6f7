import type { Knex } from 'knex'

/** A save is acknowledged before its text is checked; what is still to be checked is read from here. */
export const up = (knex: Knex) =>
  knex.raw(`
    alter table drafts
      add column revision_saved   bigint not null default 0,
      add column revision_checked bigint not null default 0;
    comment on column drafts.revision_saved is 'the latest revision that a save has made, or began to make';
    comment on column drafts.revision_checked is 'no text up to this revision is still to be checked';
    update drafts set revision_checked = coalesce((select max(id) from segment_revisions), 0);
  `)

export const down = (knex: Knex) =>
  knex.raw(`alter table drafts drop column revision_saved, drop column revision_checked`)
