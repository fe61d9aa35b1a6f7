import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import knexFactory, { type Knex } from 'knex'
import pg from 'pg'
import { projectRoot, runsFromSource } from '../project-root.ts'

/** int8 as a number (ids stay far below 2^53), a date as its ISO text, numeric as text. */
const parsers = new Map<number, (text: string) => unknown>([
  [20, Number],
  [1082, String],
  [1700, String],
])

const types = {
  getTypeParser: (oid: number, format: string) =>
    (format === 'text' && parsers.get(oid)) || (pg.types.getTypeParser(oid, format as 'text') as unknown),
}

export interface ConnectOptions {
  readonly max?: number
}

/** Whoever asked is told of a failure by the error itself; knex would print it a second time, between the lines of the log. */
const quiet = { debug: ignore, warn: ignore, error: ignore, deprecate: ignore }
function ignore(): void {}

/** A connection pool. It opens nothing until the first query, and recovers by itself when the server comes back. */
export const connect = (url: string, { max = 8 }: ConnectOptions = {}): Knex =>
  knexFactory({
    client: 'pg',
    connection: {
      connectionString: url,
      application_name: 'tukham',
      types,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
      connectionTimeoutMillis: 2_000,
    },
    pool: { min: 0, max, acquireTimeoutMillis: 4_000, propagateCreateError: true },
    asyncStackTraces: runsFromSource,
    // An error's message would quote the values, which are people's texts and passwords, and messages are logged.
    compileSqlOnError: false,
    log: quiet,
  })

/** Applies every migration that is missing. Safe to call from several processes at once. */
export async function migrate(knex: Knex): Promise<readonly string[]> {
  const [, applied] = (await knex.migrate.latest({ migrationSource: new Migrations() })) as [number, string[]]
  return applied
}

/** Names of the migrations that the database still lacks. */
export async function pendingMigrations(knex: Knex): Promise<readonly string[]> {
  const [, pending] = (await knex.migrate.list({ migrationSource: new Migrations() })) as [
    unknown,
    { file: string }[],
  ]
  return pending.map(({ file }) => file)
}

/** One name for a migration whether it runs as TypeScript or from the build. */
class Migrations implements Knex.MigrationSource<string> {
  private readonly folder = runsFromSource
    ? path.join(projectRoot, 'migrations')
    : path.join(projectRoot, 'dist', 'migrations')

  getMigrations() {
    return Promise.resolve(
      fs
        .readdirSync(this.folder)
        .filter((file) => /\.(ts|js)$/.test(file))
        .sort(),
    )
  }
  getMigrationName(file: string) {
    return file.replace(/\.(ts|js)$/, '')
  }
  async getMigration(file: string) {
    return (await import(pathToFileURL(path.join(this.folder, file)).href)) as unknown as Knex.Migration
  }
}
