import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createLive, type Happening, type Live } from '../../src/storage/live.ts'
import { standingSince, eventsSince } from '../../src/storage/screens/live.ts'
import { startDesk, type Desk } from '../support/desk.ts'
import { makeDraft, writeIn } from '../support/factories.ts'

let desk: Desk
let other: Live
let draftId: number
let segmentIds: readonly number[]
beforeAll(async () => {
  desk = await startDesk()
  // What another server process would have on the same database.
  other = createLive({
    connectionString: desk.url,
    knex: desk.workbench.storage.reader,
    onLost: () => undefined,
  })
  ;({ draftId, segmentIds } = await makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Mùa gặt', target: 'ฤดูเก็บเกี่ยว' },
    paragraphs: [{ source: 'Lúa chín.', target: 'ข้าวสุก' }],
  }))
})
afterAll(() => other.close())

async function watch(live: Live, on = draftId) {
  const heard: Happening[] = []
  let begun = 0
  const stop = live.watch({
    draftId: on,
    happened: (happening) => void heard.push(happening),
    company: () => undefined,
    resumed: () => void (begun += 1),
    ended: () => undefined,
  })
  await vi.waitFor(() => {
    expect(begun).toBe(1)
  })
  return { heard, begun: () => begun, stop }
}

test('an event is heard in every process once it is committed, with who did it and where, and nothing of the text', async () => {
  const { heard, stop } = await watch(other)
  const elsewhere = await watch(createdHere(), 0)
  await writeIn(desk.workbench, desk.people.translator, segmentIds[1] ?? 0, 'ข้าวสุกแล้ว')
  await vi.waitFor(() => {
    expect(heard.map(({ type }) => type)).toEqual(['segment_revised', 'segment_confirmed'])
  })
  const { revision } = await desk.workbench.storage.segments.get(segmentIds[1] ?? 0)
  expect(heard[0]).toEqual({
    eventId: expect.any(Number) as number,
    draftId,
    segmentId: segmentIds[1],
    type: 'segment_revised',
    by: desk.people.translator.id,
    name: 'translator',
    revisionId: revision.id,
  })
  expect(elsewhere.heard).toEqual([])
  // What is heard is what the record says to whoever was not there.
  const [first] = heard
  expect(await eventsSince(desk.workbench.storage.reader, draftId, (first?.eventId ?? 0) - 1, 10)).toEqual(
    heard,
  )
  stop()
})

test('a change that is taken back is never told', async () => {
  const { heard, stop } = await watch(createdHere())
  const work = desk.workbench.storage.transaction(async (tx) => {
    await tx.events.record({ type: 'comment_written', by: desk.people.editor.id, draftId }, new Date())
    throw new Error('changed their mind')
  })
  await expect(work).rejects.toThrow('changed their mind')
  await writeIn(desk.workbench, desk.people.translator, segmentIds[0] ?? 0, 'ฤดูเกี่ยวข้าว')
  await vi.waitFor(() => {
    expect(heard.map(({ type }) => type)).toEqual(['segment_revised', 'segment_confirmed'])
  })
  stop()
})

test('a connection that is cut is opened again, and whoever watches is told to look for what they missed', async () => {
  const live = createdHere()
  const { heard, begun, stop } = await watch(live)
  await desk.workbench.storage.reader.raw(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'tukham live' and datname = current_database()`,
  )
  await vi.waitFor(() => {
    expect(begun()).toBe(2)
  }, 5_000)
  await writeIn(desk.workbench, desk.people.translator, segmentIds[0] ?? 0, 'ฤดูเก็บเกี่ยวข้าว')
  await vi.waitFor(() => {
    expect(heard).toHaveLength(2)
  })
  stop()
})

test('who is where is known in every process, a window at a time, until they leave', async () => {
  const here = desk.workbench.live
  const { translator } = desk.people
  const where = { draftId, personId: translator.id, name: translator.name, segmentId: null }
  await here.arrive({ ...where, windowId: 'window-one' })
  await here.arrive({ ...where, windowId: 'window-two', segmentId: segmentIds[1] ?? 0 })
  const known = [{ id: translator.id, name: 'translator', segmentIds: [segmentIds[1]] }]
  expect(here.company(draftId)).toEqual(known)
  await vi.waitFor(() => {
    expect(other.company(draftId)).toEqual(known)
  })
  await here.leave({ ...where, windowId: 'window-two' })
  await vi.waitFor(() => {
    expect(other.company(draftId)).toEqual([{ ...known[0], segmentIds: [] }])
  })
  await here.leave({ ...where, windowId: 'window-one' })
  await vi.waitFor(() => {
    expect(other.company(draftId)).toEqual([])
  })
})

test('a page that knows the draft as it was is told the texts that are newer, and the segments that stand', async () => {
  const { storage } = desk.workbench
  const before = await storage.segments.list(draftId)
  const after = Math.max(...before.map(({ revision }) => revision.id))
  await writeIn(desk.workbench, desk.people.editor, segmentIds[1] ?? 0, 'ข้าวสุกทั่วทุ่ง')
  expect(await standingSince(storage.reader, draftId, after)).toEqual({
    segmentIds,
    texts: [
      {
        segmentId: segmentIds[1],
        revisionId: (await storage.segments.get(segmentIds[1] ?? 0)).revision.id,
        text: 'ข้าวสุกทั่วทุ่ง',
        author: 'editor',
        authorId: desk.people.editor.id,
      },
    ],
  })
})

const made: Live[] = []
function createdHere(): Live {
  const live = createLive({
    connectionString: desk.url,
    knex: desk.workbench.storage.reader,
    onLost: () => undefined,
  })
  made.push(live)
  return live
}
afterAll(async () => {
  for (const live of made) await live.close()
})
