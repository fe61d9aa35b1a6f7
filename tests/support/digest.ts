import type { Knex } from 'knex'

/** A fingerprint of everything that a database holds, sessions and counters of attempts apart. */
export async function digestOf(knex: Knex): Promise<string> {
  const tables = await knex('pg_tables')
    .where({ schemaname: 'public' })
    .whereNotIn('tablename', ['sessions', 'rate_limits'])
    .orderBy('tablename')
    .pluck<string[]>('tablename')
  const digests = tables.map((table) =>
    knex(table).select({
      table: knex.raw('?::text', [table]),
      digest: knex.raw(`md5(coalesce(string_agg(??::text, ',' order by ??::text), ''))`, [table, table]),
    }),
  )
  const [first, ...rest] = digests
  if (!first) throw new Error('there are no tables')
  const rows = (await first.unionAll(rest)) as { table: string; digest: string }[]
  return rows
    .map(({ table, digest }) => `${table} ${digest}`)
    .sort()
    .join('\n')
}
