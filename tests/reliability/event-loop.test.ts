import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, migrate } from '../../src/storage/database.ts'
import { startEmbedded, type EmbeddedPostgres } from '../../src/storage/embedded-postgres.ts'
import { createStorage } from '../../src/storage/storage.ts'
import { hashPassword } from '../../src/workflows/password.ts'
import { signInAt, type HttpAnswer, type HttpClient } from '../support/http-client.ts'
import { startProgram, type Program } from '../support/program.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const folder = temporaryFolder()
let server: EmbeddedPostgres
let program: Program
let address: string
let client: HttpClient

beforeAll(async () => {
  server = await startEmbedded(folder.path)
  const knex = connect(server.url, { max: 1 })
  await migrate(knex)
  const [email, password] = ['editor@desk.example', 'a password for tests']
  await createStorage(knex).people.add({
    name: 'E',
    email,
    passwordHash: await hashPassword(password),
    locale: 'en',
    roles: ['editor'],
  })
  await knex.destroy()
  const watch = path.resolve(import.meta.dirname, '../support/loop-watch.mjs')
  program = startProgram({ DATABASE_URL: server.url, LOG_LEVEL: 'error' }, { execArgv: ['--import', watch] })
  address = await program.address
  client = await signInAt(address, email, password)
})
afterAll(async () => {
  await program.kill('SIGTERM')
  await server.stop()
  await folder.remove()
})

const vietnamese = (n: number) =>
  `Năm ${1990 + (n % 30)} xã Tân Lập thu hoạch ${n} tấn lúa và bán được hơn một nửa cho các thương lái.`
const thai = (n: number) => `ปี ${2533 + (n % 30)} ตำบลเตินเลิปเก็บเกี่ยวข้าว ${n} ตัน และขายให้พ่อค้าคนกลางไปกว่าครึ่ง`
const paragraphs = (sentence: (n: number) => string) =>
  Array.from({ length: 1_000 }, (_, p) => [0, 1, 2, 3, 4].map((s) => sentence(5 * p + s)).join(' ')).join(
    '\n\n',
  )

/** How many others were served while something was asked of the program. */
const served = new Map<string, number>()

/** The most that the program's event loop worked in one go while something was asked of it, and how long a probe had to wait. */
async function watched(what: string, ask: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
  await longestTurn()
  const started = performance.now()
  let asking = true
  let slowest = 0
  let answered = 0
  const probing = (async () => {
    while (asking) {
      const sent = performance.now()
      await (await fetch(`${address}/healthz`)).text()
      slowest = Math.max(slowest, performance.now() - sent)
      answered++
      await sleep(50)
    }
  })()
  const answer = await ask()
  const took = Math.round(performance.now() - started)
  asking = false
  await probing
  const { cpu, wall } = await longestTurn()
  served.set(what, answered)
  console.log(
    `${what}: ${took} ms; longest turn ${cpu} ms (${wall} ms by the clock), slowest probe ${Math.round(slowest)} ms`,
  )
  return answer
}

async function longestTurn(): Promise<{ cpu: number; wall: number }> {
  const before = program.output().length
  process.kill(program.pid, 'SIGUSR2')
  await expect.poll(() => program.output().slice(before)).toMatch(/loop: \d+ of \d+\n/)
  const [, cpu, wall] = /loop: (\d+) of (\d+)/.exec(program.output().slice(before)) ?? []
  return { cpu: Number(cpu), wall: Number(wall) }
}

test('an article of a hundred thousand words never holds up the others', async () => {
  const [source, target] = [paragraphs(vietnamese), paragraphs(thai)]
  expect(source.split(/\s+/)).toHaveLength(100_000)
  const form = { source, target, sourceLanguage: 'vi', targetLanguage: 'th', sourceUrl: '', article: '' }
  const read = await watched('reading it', () => client.post('/imports', form))
  expect(read.status).toBe(303)
  const preview = await watched('showing the preview', () => client.get(read.location ?? ''))
  expect(preview.status).toBe(200)
  const kept = Array.from({ length: 1_000 }, (_, index) => String(index))
  const choice = new URLSearchParams()
  for (const side of ['source', 'target'])
    for (const index of kept) {
      choice.append(`${side}Keep`, index)
      choice.append(`${side}Kind`, index === '0' ? 'title' : 'paragraph')
    }
  const imported = await watched('importing it', () =>
    client.post(`${read.location ?? ''}/confirmation`, choice),
  )
  expect([imported.status, imported.location]).toEqual([303, expect.stringMatching(/^\/drafts\/\d+/)])
  const page = await watched('showing its review page', () => client.get(imported.location ?? ''))
  expect(page.status).toBe(200)
  const parts = await watched('showing what a save changed', () =>
    client.get(`${imported.location ?? ''}/parts`),
  )
  expect(parts.status).toBe(200)
  // The figures are printed, not judged: machines differ. That others were served all through the long step is a fact.
  expect(served.get('importing it')).toBeGreaterThan(10)
}, 180_000)
