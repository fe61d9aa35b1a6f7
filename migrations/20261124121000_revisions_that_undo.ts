import type { Knex } from 'knex'

/** A revision may take another one back: it writes the text that stood before it. Each is taken back once. */
export const up = (knex: Knex) =>
  knex.raw(`
    alter table segment_revisions
      add column undoes bigint,
      add constraint segment_revisions_undoes foreign key (segment_id, undoes) references segment_revisions (segment_id, id);
    create unique index segment_revisions_undone_once on segment_revisions (undoes) where undoes is not null;
  `)

export const down = (knex: Knex) => knex.raw('alter table segment_revisions drop column undoes')
