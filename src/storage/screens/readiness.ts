import type { Knex } from 'knex'
import { pendingMigrations } from '../database.ts'

/** Whether the database answers, and has every table that this build needs. Throws when it does not answer. */
export const isReady = async (knex: Knex): Promise<boolean> => (await pendingMigrations(knex)).length === 0
