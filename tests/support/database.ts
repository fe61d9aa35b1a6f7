import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import { afterAll, inject } from 'vitest'
import { connect } from '../../src/storage/database.ts'
import { databaseAt } from './database-at.ts'

export interface FreshDatabase {
  readonly url: string
  readonly knex: Knex
}

/** A migrated, empty database for one test file, removed after its last test. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { url: serverUrl, template } = inject('postgres')
  const name = `tukham_test_${randomUUID().replaceAll('-', '')}`
  const server = connect(serverUrl, { max: 1 })
  await server.raw('create database ?? template ?? strategy file_copy', [name, template])
  const url = databaseAt(serverUrl, name)
  const knex = connect(url, { max: 5 })
  cleanups.push(async () => {
    await knex.destroy()
    await server.raw('drop database ?? with (force)', [name])
    await server.destroy()
  })
  return { url, knex }
}

const cleanups: (() => Promise<void>)[] = []

afterAll(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})
