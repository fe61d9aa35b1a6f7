import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Knex } from 'knex'
import type { HttpAnswer, HttpClient } from './http-client.ts'

/** What became of one save, as its writer was told. */
export interface Save {
  readonly segmentId: number
  readonly text: string
  readonly basedOn: number
  /** Null while nobody knows: the answer never came. */
  outcome: { readonly kind: 'ok'; readonly revisionId: number } | { readonly kind: 'refused' } | null
}

export interface Storm {
  readonly saves: Save[]
  readonly acknowledged: () => number
  /** Waits until so many more saves have been acknowledged; rejects when a writer fails. */
  more(count: number): Promise<void>
  /** Lets every writer bring its last save to an end. */
  stop(): Promise<void>
}

const json = { Accept: 'application/json' }

/**
 * Writers that save as the review page does: with the revision they saw, under a name of its own, and again under the same name
 * until they are told how it ended. Some saves that were acknowledged are sent a second time.
 */
export function startStorm(
  clients: readonly HttpClient[],
  known: ReadonlyMap<number, number>,
  each = Infinity,
): Storm {
  const saves: Save[] = []
  let stopped = false
  const write = async (client: HttpClient, writer: number) => {
    const seen = new Map(known)
    const segmentIds = [...seen.keys()]
    for (let turn = 0; turn < each && !stopped; turn++) {
      const segmentId = segmentIds[Math.floor(Math.random() * segmentIds.length)] ?? 0
      const save: Save = {
        segmentId,
        text: `ข้อความ ${writer}.${turn} ${randomUUID()}`,
        basedOn: seen.get(segmentId) ?? 0,
        outcome: null,
      }
      saves.push(save)
      const fields = { text: save.text, basedOn: String(save.basedOn), operationId: randomUUID() }
      const send = () => client.post(`/segments/${segmentId}/revisions`, fields, json)
      const { status, body } = await untilTold(send)
      const told = JSON.parse(body) as { revisionId?: number; current?: { revisionId?: number } }
      if (status === 200 && told.revisionId !== undefined) {
        save.outcome = { kind: 'ok', revisionId: told.revisionId }
        seen.set(segmentId, told.revisionId)
        if (Math.random() < 0.1) {
          const again = await untilTold(send)
          const repeated = JSON.parse(again.body) as { revisionId?: number }
          if (repeated.revisionId !== told.revisionId)
            throw new Error(`a repeated save was answered anew: ${again.body}`)
        }
      } else if (status === 409 && told.current?.revisionId !== undefined) {
        save.outcome = { kind: 'refused' }
        seen.set(segmentId, told.current.revisionId)
      } else throw new Error(`a save was answered ${status} ${body}`)
    }
  }
  const writing = Promise.all(clients.map(write))
  // A writer that fails is told of when the storm is stopped.
  writing.catch(() => undefined)
  const acknowledged = () => saves.filter(({ outcome }) => outcome?.kind === 'ok').length
  return {
    saves,
    acknowledged,
    async more(count) {
      const wanted = acknowledged() + count
      while (acknowledged() < wanted) await Promise.race([sleep(10), writing.then(() => sleep(10))])
    },
    async stop() {
      if (each === Infinity) stopped = true
      await writing
    },
  }
}

function groups<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const found = new Map<Key, Item[]>()
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item])
  return found
}

/** Repeats while the answer is missing, or says that the desk is not available. */
async function untilTold(send: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const answer = await send().catch(() => null)
    if (answer && answer.status < 500) return answer
    if (answer && answer.status !== 503)
      throw new Error(`a save was answered ${answer.status} ${answer.body}`)
    if (Date.now() > deadline) throw new Error('the desk did not come back')
    await sleep(100)
  }
}

interface HistoryRow {
  readonly id: number
  readonly segment_id: number
  readonly number: number
  readonly text: string
}

/** Everything in which the history differs from what the writers were told; empty when it keeps its promise. */
export async function brokenPromises(knex: Knex, saves: readonly Save[]): Promise<string[]> {
  const segmentIds = [...new Set(saves.map(({ segmentId }) => segmentId))]
  const rows = await knex('segment_revisions')
    .whereIn('segment_id', segmentIds)
    .orderBy(['segment_id', 'number'])
    .select<HistoryRow[]>('id', 'segment_id', 'number', 'text')
  const current = new Map(
    (
      await knex('segments')
        .whereIn('id', segmentIds)
        .select<{ id: number; current_revision_id: number }[]>('*')
    ).map((row) => [row.id, row.current_revision_id]),
  )
  const byText = groups(rows, ({ text }) => text)
  const broken: string[] = []
  for (const { segmentId, text, basedOn, outcome } of saves) {
    const found = byText.get(text) ?? []
    if (found.length > 1) broken.push(`written ${found.length} times: ${text}`)
    if (outcome?.kind === 'refused' && found.length > 0) broken.push(`refused and yet written: ${text}`)
    if (outcome?.kind !== 'ok') continue
    const [row] = found
    if (!row || row.segment_id !== segmentId || row.id !== outcome.revisionId) {
      broken.push(`acknowledged and lost: ${text}`)
      continue
    }
    const before = rows.find((other) => other.segment_id === segmentId && other.number === row.number - 1)
    if (before?.id !== basedOn) broken.push(`written over a text that its writer had not seen: ${text}`)
  }
  for (const [segmentId, history] of groups(rows, (row) => row.segment_id)) {
    if (history.some(({ number }, index) => number !== index + 1))
      broken.push(`a gap in the history of ${segmentId}`)
    if (history.at(-1)?.id !== current.get(segmentId))
      broken.push(`the latest text of ${segmentId} is not its current one`)
  }
  return broken
}
