import type { Knex } from 'knex'

const wanted: Readonly<Record<string, readonly string[]>> = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'remote_apply', 'remote_write'],
  server_encoding: ['UTF8'],
}

/**
 * "Saved" means that the text survives a crash of this process, of the database and of the machine; a server set up otherwise is
 * refused at the start, because no later test can tell. Throws an Error that names the settings. Answers with what is allowed
 * and yet worth a sentence: no data checksums, or collations that changed under the indexes.
 */
export async function assertDurable(knex: Knex): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { name: string; setting: string }[] }>(
    'select name, setting from pg_settings where name = any(?)',
    [[...Object.keys(wanted), 'data_checksums']],
  )
  const wrong = rows.filter(({ name, setting }) => wanted[name]?.includes(setting) === false)
  if (wrong.length > 0) {
    const list = wrong.map(
      ({ name, setting }) => `  ${name} = ${setting}, must be ${wanted[name]?.[0] ?? ''}`,
    )
    throw new Error(`This PostgreSQL server could lose saved text:\n${list.join('\n')}`)
  }
  const collation = await knex.raw<{ rows: { name: string }[] }>(
    `select datname as name from pg_database where datname = current_database()
       and datcollversion <> pg_database_collation_actual_version(oid)`,
  )
  return [
    ...rows
      .filter(({ name, setting }) => name === 'data_checksums' && setting !== 'on')
      .map(() => 'data_checksums is off: damage on the disk would not be noticed'),
    ...collation.rows.map(({ name }) => `the collation of ${name} has changed: rebuild its indexes`),
  ]
}
