import { randomBytes } from 'node:crypto'
import type { Knex } from 'knex'

/** The secret that signs session cookies: made once per database, so that a restart signs nobody out. */
export async function sessionSecret(knex: Knex): Promise<string> {
  await knex.raw(`insert into settings (name, value) values ('session-secret', ?) on conflict do nothing`, [
    randomBytes(32).toString('base64url'),
  ])
  const row = await knex('settings')
    .where({ name: 'session-secret' })
    .first<{ value: string } | undefined>('value')
  if (!row) throw new Error('the session secret is not in the database')
  return row.value
}
