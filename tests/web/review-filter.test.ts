import { beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { startDesk, type Desk, type DeskAgent } from '../support/desk.ts'
import { makeDraft, writeIn } from '../support/factories.ts'

let desk: Desk
let agent: DeskAgent
let draftId: number
let ids: readonly number[]
/** An hour before midnight in Bangkok. */
let now = new Date('2026-03-02T16:00:00Z')

beforeAll(async () => {
  desk = await startDesk({ clock: () => now })
  await desk.workbench.storage.people.setLocale(desk.people.translator.id, 'en')
  agent = await desk.agentFor('translator')
  const made = await makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Đà Nẵng đón khách', target: 'ดานังต้อนรับผู้มาเยือน' },
    paragraphs: [
      { source: 'Có 12 chuyến tàu.', target: 'มีรถไฟ 21 ขบวน' },
      { source: 'Biển lặng.', target: 'ทะเลสงบ น้ำใส' },
    ],
    at: now,
  })
  draftId = made.draftId
  ids = made.segmentIds
})

const page = async (query: Record<string, string> = {}) =>
  (await agent.get(paths.draft(draftId, undefined, query))).text
const shown = (html: string) =>
  [...html.matchAll(/<article class="segment[^>]*data-segment="(\d+)"[^>]*>/g)]
    .filter(([tag]) => !/ hidden>/.test(tag))
    .map((match) => ids.indexOf(Number(match[1])))

describe('the page shows', () => {
  test('every segment without a filter, and none lost with one: the others are there, hidden', async () => {
    expect(shown(await page())).toEqual([0, 1, 2])
    const filtered = await page({ q: 'ทะเล' })
    expect(shown(filtered)).toEqual([2])
    for (const id of ids) expect(filtered).toContain(`id="segment-${id}"`)
  })

  test('what is looked for without tones, diacritics or case, in both languages', async () => {
    expect(shown(await page({ q: 'DA NANG' }))).toEqual([0])
    expect(shown(await page({ q: 'นาใส' }))).toEqual([])
    expect(shown(await page({ q: 'นำใส' }))).toEqual([2])
  })

  test('what has a finding, what is in a state, who wrote it and when', async () => {
    await agent.get(paths.draft(draftId))
    expect(shown(await page({ check: 'numbers-differ' }))).toEqual([1])
    now = new Date('2026-03-02T18:00:00Z')
    await writeIn(desk.workbench, desk.people.editor, ids[2]!, 'ทะเลสงบ')
    expect(shown(await page({ state: 'translated' }))).toEqual([2])
    expect(shown(await page({ state: 'initial', check: 'open' }))).toEqual([1])
    expect(shown(await page({ author: String(desk.people.editor.id) }))).toEqual([2])
    expect(shown(await page({ author: 'machine' }))).toEqual([0, 1])
    expect(shown(await page({ since: 'visit' }))).toEqual([2])
    expect(shown(await page({ since: 'day', day: '2026-03-03' }))).toEqual([2])
    expect(shown(await page({ since: 'day', day: '2026-03-02' }))).toEqual([0, 1, 2])
  })

  test('beside each choice how many it would show with what else is chosen', async () => {
    const html = await page({ author: 'machine' })
    expect(html).toMatch(/<option value="initial">machine \(2\)/)
    expect(html).toMatch(/<option value="translated">confirmed \(0\)/)
    expect(html).toContain('2 of 3 segments shown')
  })
})

test('a filter that nobody could have made shows everything', async () => {
  expect(shown(await page({ state: 'x', check: 'A B', author: '-1', since: 'never', day: 'x' }))).toEqual([
    0, 1, 2,
  ])
})

test('saving without scripts leads back to the page filtered as it was', async () => {
  const address = paths.draft(draftId, undefined, { check: 'numbers-differ' })
  const form = await agent.get(address)
  const at = form.text.indexOf(`id="segment-${ids[1]}"`)
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(form.text.slice(at))?.[1] ?? ''
  const answer = await agent.post(
    paths.segmentRevisions(ids[1]!),
    { text: 'มีรถไฟ 12 ขบวน', basedOn: field('basedOn'), operationId: field('operationId') },
    { Host: 'desk.example', Referer: `http://desk.example${address}` },
  )
  expect(answer.headers.location).toBe(`${address}#segment-${ids[1]}`)
})

test('progress counts words, of which those in confirmed segments are done', async () => {
  const html = await page()
  expect(html).toContain('8 words left')
})
