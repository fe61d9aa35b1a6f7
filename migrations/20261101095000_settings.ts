import type { Knex } from 'knex'

export const up = (knex: Knex) =>
  knex.raw(`create table settings (name text primary key, value text not null)`)

export const down = (knex: Knex) => knex.raw(`drop table settings`)
