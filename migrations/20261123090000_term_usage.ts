import type { Knex } from 'knex'

export const up = (knex: Knex) =>
  knex.raw(`
    -- What tells whether a term's letters mean its concept; kept with the first term of its language.
    alter table terms
      add column exclusions    text[] not null default '{}',
      add column context_words text[] not null default '{}';
  `)

export const down = (knex: Knex) =>
  knex.raw(`alter table terms drop column exclusions, drop column context_words`)
