import { setTimeout as sleep } from 'node:timers/promises'
import type { Knex } from 'knex'
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { demoPeople } from '../../src/demo/people.ts'
import { connect } from '../../src/storage/database.ts'
import { demoPassword } from '../../src/storage/screens/demo-accounts.ts'
import { signInAt, type HttpClient } from '../support/http-client.ts'
import { freePort, killProcess, serverIn, startProgram, type Program } from '../support/program.ts'
import { brokenPromises, startStorm, type Save } from '../support/save-storm.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const folder = temporaryFolder()
let env: Readonly<Record<string, string>>
let program: Program
let writers: readonly HttpClient[]

beforeAll(async () => {
  env = { PORT: String(await freePort()), TUKHAM_DATA: folder.path, LOG_LEVEL: 'warn' }
  program = startProgram(env)
  const address = await program.address
  const may = demoPeople.filter(({ roles }) => roles.includes('translator') || roles.includes('editor'))
  writers = await Promise.all([...may, ...may].map(({ email }) => signInAt(address, email, demoPassword)))
}, 120_000)
afterAll(async () => {
  await program.kill('SIGKILL')
  await folder.remove()
})

beforeEach(() => {
  onTestFailed(() => {
    console.log(program.output().slice(-10_000))
  })
})

/** A server that starts together with the program takes a new port. */
async function inDatabase<Result>(work: (knex: Knex) => Promise<Result>): Promise<Result> {
  const knex = connect(serverIn(folder.path).url, { max: 1 })
  try {
    return await work(knex)
  } finally {
    await knex.destroy()
  }
}
const broken = (saves: readonly Save[]) => inDatabase((knex) => brokenPromises(knex, saves))

/** Four segments of one draft, and the revision that stands in each. */
async function fewSegments(place: number): Promise<Map<number, number>> {
  const rows = await inDatabase((knex) =>
    knex('segments')
      .whereNull('retired_by')
      .where({ draft_id: knex('drafts').max('id') })
      .orderBy('position')
      .offset(4 * place)
      .limit(4)
      .select<{ id: number; current_revision_id: number }[]>('id', 'current_revision_id'),
  )
  expect(rows).toHaveLength(4)
  return new Map(rows.map(({ id, current_revision_id: revision }) => [id, revision]))
}

test('two writers, two hundred saves each: all that was acknowledged is there, nothing was written over unseen', async () => {
  const storm = startStorm(writers.slice(0, 2), await fewSegments(0), 200)
  await storm.stop()
  const conflicts = storm.saves.length - storm.acknowledged()
  console.log(
    `two writers: ${storm.acknowledged()} of ${storm.saves.length} saves acknowledged, ${conflicts} conflicts`,
  )
  expect(storm.saves).toHaveLength(400)
  expect(conflicts).toBeGreaterThan(0)
  expect(await broken(storm.saves)).toEqual([])
}, 90_000)

test('killed ten times in a storm of saves, the program and its database in turn, it keeps every acknowledged save', async () => {
  const started = Date.now()
  const storm = startStorm(writers, await fewSegments(1))
  const pauses: number[] = []
  for (let round = 0; round < 10; round++) {
    await storm.more(25)
    await sleep(Math.random() * 300)
    const killed = Date.now()
    const database = round % 2 === 1 || round === 8
    if (database) await killProcess(serverIn(folder.path).pid)
    if (round % 2 === 0) {
      await program.kill('SIGKILL')
      program = startProgram(env)
      await program.address
    }
    await storm.more(1)
    pauses.push(Date.now() - killed)
  }
  await storm.stop()
  console.log(
    `ten kills in ${Date.now() - started} ms: ${storm.acknowledged()} of ${storm.saves.length} saves acknowledged; ` +
      `ms until the next one: ${pauses.join(' ')}`,
  )
  expect(storm.saves.every(({ outcome }) => outcome !== null)).toBe(true)
  expect(await broken(storm.saves)).toEqual([])
}, 180_000)

test('the same check finds a save that was acknowledged before it was committed', async () => {
  const [[segmentId = 0, basedOn = 0] = []] = await fewSegments(0)
  const saves: Save[] = []
  const hasty = async (trx: Knex.Transaction) => {
    const { number } = await trx('segment_revisions')
      .where({ segment_id: segmentId })
      .max({ number: 'number' })
      .first<{ number: number }>()
    const text = 'ยังไม่ได้บันทึกจริง'
    const [row] = await trx('segment_revisions')
      .insert({ segment_id: segmentId, number: number + 1, text, origin: 'machine', created_at: new Date() })
      .returning<{ id: number }[]>('id')
    await trx('segments').where({ id: segmentId }).update({ current_revision_id: row?.id })
    saves.push({ segmentId, text, basedOn, outcome: { kind: 'ok', revisionId: row?.id ?? 0 } })
    await killProcess(serverIn(folder.path).pid)
  }
  await expect(inDatabase((knex) => knex.transaction(hasty))).rejects.toThrow()
  await expect
    .poll(() => broken(saves).catch(() => []), { timeout: 20_000 })
    .toEqual(['acknowledged and lost: ยังไม่ได้บันทึกจริง'])
}, 120_000)
