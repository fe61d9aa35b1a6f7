import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connect } from '../../src/storage/database.ts'
import {
  startEmbedded,
  type EmbeddedPostgres,
  type EmbeddedStep,
} from '../../src/storage/embedded-postgres.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const folder = temporaryFolder()
const home = path.join(folder.path, 'postgres')
const steps: EmbeddedStep[] = []
let server: EmbeddedPostgres

beforeAll(async () => {
  server = await startEmbedded(folder.path, { onProgress: (step) => steps.push(step) })
})
afterAll(() => folder.remove())

test('a first start makes the data folder and says what it does', () => {
  expect(steps.filter((step) => step !== 'unpacking')).toEqual(['initialising', 'starting'])
  expect(server.reused).toBe(false)
})

test('the settings that keep acknowledged work are on', async () => {
  const knex = connect(server.url, { max: 1 })
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums']) {
    const { rows } = await knex.raw<{ rows: unknown[] }>('select current_setting(?) as value', [setting])
    expect(rows, setting).toEqual([{ value: 'on' }])
  }
  await knex.destroy()
})

test('others on this machine read neither the password nor the data', () => {
  expect(fs.statSync(path.join(home, 'password')).mode & 0o077).toBe(0)
  expect(fs.statSync(home).mode & 0o077).toBe(0)
})

test('a second start joins the server that runs', async () => {
  const second = await startEmbedded(folder.path)
  expect(second).toMatchObject({ reused: true, url: server.url })
})

test('a server that is killed comes back at the same address, and the open pool finds every row again', async () => {
  const knex = connect(server.url, { max: 2 })
  await knex.schema.createTable('notes', (table) => table.text('body'))
  await knex('notes').insert([{ body: 'tiếng Việt' }, { body: 'ภาษาไทย' }])

  await killServer()
  await Promise.all([server.ensureRunning(), server.ensureRunning()])

  expect(await knex('notes').pluck('body')).toEqual(['tiếng Việt', 'ภาษาไทย'])
  expect(steps.at(-1)).toBe('recovering')
  await knex.destroy()
})

test('a pid file that names another program does not keep the server from starting', async () => {
  await killServer()
  const file = path.join(home, data(), 'postmaster.pid')
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  fs.writeFileSync(file, [String(process.pid), ...lines.slice(1)].join('\n'))
  await server.ensureRunning()
  expect(postmaster()).not.toBe(process.pid)
})

test('after a stop nothing runs, and looking after the server does not wake it', async () => {
  await server.stop()
  await server.ensureRunning()
  expect(fs.existsSync(path.join(home, data(), 'postmaster.pid'))).toBe(false)
  await expect(connect(server.url, { max: 1 }).raw('select 1')).rejects.toThrow()
})

test('data of another major version is refused, not hidden behind an empty database', async () => {
  fs.renameSync(path.join(home, data()), path.join(home, 'data-12'))
  await expect(startEmbedded(folder.path)).rejects.toThrow(/data of PostgreSQL 12/)
})

/** A signal takes its time; a zombie is dead enough. */
async function killServer() {
  const pid = postmaster()
  process.kill(pid, 'SIGKILL')
  await vi.waitFor(() => {
    expect(isRunning(pid)).toBe(false)
  }, 10_000)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/\) Z/.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

const data = () => fs.readdirSync(home).find((name) => /^data-\d+$/.test(name)) ?? ''
const postmaster = () => Number.parseInt(fs.readFileSync(path.join(home, data(), 'postmaster.pid'), 'utf8'))
