import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { approveVersion } from '../../src/workflows/approve-version.ts'
import { dismissFinding } from '../../src/workflows/dismiss-finding.ts'
import { measureEdits } from '../../src/workflows/measure-edits.ts'
import { publishVersion } from '../../src/workflows/publish-version.ts'
import { settleFindings } from '../../src/workflows/recheck.ts'
import { submitDraft } from '../../src/workflows/submit-draft.ts'
import { startDesk, type Desk, type DeskAgent } from '../support/desk.ts'
import { makeDraft, writeIn } from '../support/factories.ts'

let desk: Desk
let editor: DeskAgent
let now = new Date('2026-02-01T00:00:00Z')
const hours = (count: number) => 3_600_000 * count

beforeAll(async () => {
  desk = await startDesk({ clock: () => now })
  for (const { id } of Object.values(desk.people)) await desk.workbench.storage.people.setLocale(id, 'en')
  // Five articles of three source words and ten graphemes each: three in February, two in March, one grapheme changed in each.
  const plan = [
    { at: '2026-02-02T00:00:00Z', takes: 4, host: 'bao.example' },
    { at: '2026-02-03T00:00:00Z', takes: 8, host: 'bao.example' },
    { at: '2026-02-04T00:00:00Z', takes: 24, host: '=tin.example' },
    { at: '2026-03-02T00:00:00Z', takes: 2, host: 'bao.example' },
    { at: '2026-03-03T00:00:00Z', takes: 2, host: 'bao.example' },
  ]
  for (const [index, { at, takes, host }] of plan.entries()) {
    now = new Date(at)
    const { draftId, segmentIds } = await makeDraft(desk.workbench.storage, {
      by: desk.people.administrator.id,
      title: { source: 'Tin hôm nay', target: 'กขคงจฉชซฌญ' },
      sourceUrl: `https://www.${host}/${index}`,
      at: now,
    })
    await writeIn(desk.workbench, desk.people.translator, segmentIds[0] ?? 0, 'กขคงจฉชซฌฎ')
    for (const { id, dismissal } of await desk.workbench.storage.findings.list(draftId))
      if (!dismissal) await dismissFinding(desk.workbench, desk.people.translator, id, 'เป็นชื่อ')
    const { id } = await submitDraft(desk.workbench, desk.people.translator, { draftId, note: '' })
    await approveVersion(desk.workbench, desk.people.editor, id, { note: '', comments: [] })
    now = new Date(now.getTime() + hours(takes))
    await publishVersion(desk.workbench, desk.people.editor, id)
    if (index === 0)
      await desk.workbench.storage.reader('marks').insert(
        ['major', 'minor'].map((severity) => ({
          version_id: id,
          segment_id: segmentIds[0],
          ...{ side: 'target', span_start: 0, span_end: 1, type: 'accuracy/mistranslation', severity },
          ...{ person_id: desk.people.editor.id, created_at: now },
        })),
      )
  }
  await measureEdits(desk.workbench)
  now = new Date('2026-03-10T00:00:00Z')
  editor = await desk.agentFor('editor')
})

const months = { from: '2026-02', to: '2026-03' }
async function table(chart: string, query = {}): Promise<string[][]> {
  const answer = await editor.get(paths.insightTable(chart, { ...months, ...query }))
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
  return parse(answer.text, { bom: true })
}

test('the figures are those that a person counts by hand', async () => {
  expect(await table('words')).toEqual([
    ['Month', 'Source words', 'Articles'],
    ['Feb 2026', '9', '3'],
    ['Mar 2026', '6', '2'],
  ])
  // Of 4, 8 and 24 hours the middle is 8, the quartiles 6 and 16.
  expect((await table('time')).slice(1)).toEqual([
    ['Feb 2026', '8', '6', '16', '3'],
    ['Mar 2026', '2', '2', '2', '2'],
  ])
  expect((await table('edited')).slice(1)).toEqual([
    ['Feb 2026', '10', '3'],
    ['Mar 2026', '10', '2'],
  ])
  // A major and a minor mark are 6 points, over nine words.
  expect((await table('mqm')).slice(1)).toEqual([
    ['Feb 2026', '666.7', '6', '9', '3', '1'],
    ['Mar 2026', '0', '0', '6', '2', '0'],
  ])
})

test('they are grouped and narrowed by translator, engine and source', async () => {
  expect((await table('words', { by: 'translator' })).slice(1)).toEqual([['translator', '15', '5']])
  expect((await table('words', { by: 'engine' })).slice(1)).toEqual([['Not stated', '15', '5']])
  expect((await table('words', { by: 'source', source: 'bao.example' })).slice(1)).toEqual([
    ['bao.example', '12', '4'],
  ])
  expect((await table('words', { person: desk.people.secondTranslator.id })).slice(1)).toEqual([])
  expect((await table('words', { from: '2026-03', to: '2026-03' })).slice(1)).toEqual([
    ['Mar 2026', '6', '2'],
  ])
})

test('what becomes of findings is counted by check: mended, dismissed, still open', async () => {
  const { draftId, segmentIds } = await makeDraft(desk.workbench.storage, {
    by: desk.people.administrator.id,
    title: { source: 'Có 12 ghe', target: 'มีเรือ 21 ลำ' },
    paragraphs: [
      { source: 'Có 40 ha', target: 'มีนา 90 เฮกตาร์' },
      { source: 'Có 55 xe', target: 'มีรถ 99 คัน' },
    ],
  })
  await settleFindings(desk.workbench, draftId)
  const [first, second] = segmentIds
  await writeIn(desk.workbench, desk.people.translator, first ?? 0, 'มีเรือ 12 ลำ')
  const wrong = (await desk.workbench.storage.findings.list(draftId)).find(
    ({ segmentId, finding }) => segmentId === second && finding.check === 'numbers-differ',
  )
  await dismissFinding(desk.workbench, desk.people.translator, wrong?.id ?? 0, 'ต้นฉบับผิด')
  const numbers = (await table('ended'))
    .slice(1)
    .find((row) => row[3] !== undefined && /umber/.test(row[0] ?? ''))
  expect(numbers?.slice(1)).toEqual(['1', '1', '0', '1', '0'])
})

test('a page says in words what each picture shows, and draws nothing of too few', async () => {
  const { text } = await editor.get(paths.insight(months))
  expect(text).toContain(
    '5 articles with 15 source words reached readers; most of them, 9, stand under Feb 2026.',
  )
  expect(text).toContain('The middle one of 5 articles took 4 hr; half of them took between 2 hr and 8 hr.')
  expect(text).toContain('too few: n = 2')
  // Fifteen words are no sample for faults.
  expect(text).toContain('Too little yet to say anything.')
  expect(text.match(/role="img"/g)?.length).toBeGreaterThan(3)
})

test('no cell of a table is a formula', async () => {
  const { text } = await editor.get(paths.insightTable('words', { ...months, by: 'source' }))
  expect(text).toContain("'=tin.example")
})
