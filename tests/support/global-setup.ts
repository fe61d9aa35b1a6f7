import { execFileSync } from 'node:child_process'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect, migrate } from '../../src/storage/database.ts'
import { startEmbedded } from '../../src/storage/embedded-postgres.ts'
import { databaseAt } from './database-at.ts'
import { temporaryFolder } from './temporary-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server, and the migrated database there that `freshDatabase` copies. */
    postgres: { readonly url: string; readonly template: string }
  }
}

/** A crash of this server loses nothing that anyone wants. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=100']

/** Builds the programs and the browser's files, and starts one server for the run (or takes TEST_DATABASE_URL's) with a migrated database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync(process.execPath, [path.resolve(import.meta.dirname, '../../src/build.mjs')])
  const given = process.env.TEST_DATABASE_URL
  const folder = given ? undefined : temporaryFolder()
  const url = folder
    ? (await startEmbedded(folder.path, { flags: careless.map((setting) => `-c ${setting}`) })).url
    : String(given)

  const template = `tukham_template_${String(process.pid)}`
  const server = connect(url, { max: 1 })
  await server.raw('create database ??', [template])
  const knex = connect(databaseAt(url, template), { max: 1 })
  await migrate(knex)
  await knex.destroy()
  await server.raw('alter database ?? with is_template true allow_connections false', [template])
  project.provide('postgres', { url, template })

  return async () => {
    await server.raw('alter database ?? with is_template false', [template])
    await server.raw('drop database ??', [template])
    await server.destroy()
    await folder?.remove()
  }
}
