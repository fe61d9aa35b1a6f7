import type { Knex } from 'knex'

const wanted: Readonly<Record<string, readonly string[]>> = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'remote_apply', 'remote_write'],
  server_encoding: ['UTF8'],
}

/**
 * "Saved" means that the text survives a crash of this process, of the database and of the machine; a server set up otherwise is
 * refused at the start, because no later test can tell. Throws an Error that names the settings.
 */
export async function assertDurable(knex: Knex): Promise<void> {
  const { rows } = await knex.raw<{ rows: { name: string; setting: string }[] }>(
    'select name, setting from pg_settings where name = any(?)',
    [Object.keys(wanted)],
  )
  const wrong = rows.filter(({ name, setting }) => !wanted[name]?.includes(setting))
  if (wrong.length === 0) return
  const list = wrong.map(({ name, setting }) => `  ${name} = ${setting}, must be ${wanted[name]?.[0] ?? ''}`)
  throw new Error(`This PostgreSQL server could lose saved text:\n${list.join('\n')}`)
}
