import type { Knex } from 'knex'

/** Where each segment that is sent back says why, the version as a whole need not say it again. */
export const up = (knex: Knex) => knex.raw('alter table returns drop constraint returns_note')

export const down = (knex: Knex) =>
  knex.raw(`
    update returns set note = '–' where note = '';
    alter table returns add constraint returns_note check (note <> '');
  `)
