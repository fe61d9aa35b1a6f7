import type { Knex } from 'knex'

/** The shape that rate-limiter-flexible asks for. */
export const up = (knex: Knex) =>
  knex.raw(
    `create table rate_limits (key varchar(255) primary key, points integer not null default 0, expire bigint)`,
  )

export const down = (knex: Knex) => knex.raw(`drop table rate_limits`)
