import { beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { addConcept } from '../../src/workflows/add-concept.ts'
import { approveVersion } from '../../src/workflows/approve-version.ts'
import { dismissFinding } from '../../src/workflows/dismiss-finding.ts'
import { settleFindings } from '../../src/workflows/recheck.ts'
import { rememberApproved } from '../../src/workflows/remember-version.ts'
import { submitDraft } from '../../src/workflows/submit-draft.ts'
import { startDesk, type Desk, type DeskAgent } from '../support/desk.ts'
import { makeDraft } from '../support/factories.ts'

let desk: Desk
let agent: DeskAgent
beforeAll(async () => {
  desk = await startDesk()
  const { workbench, people } = desk
  await workbench.storage.people.setLocale(people.translator.id, 'en')
  agent = await desk.agentFor('translator')
  const { draftId } = await makeDraft(workbench.storage, {
    by: people.translator.id,
    title: { source: 'Đặng Thị Ngọ về Bến Gỗ', target: 'ดั่ง ถิ โหงะ กลับเบ๊นโก๋' },
    paragraphs: [{ source: 'Chợ nổi 100% gỗ.', target: 'ตลาดน้ำทำด้วยไม้ทั้งหมด' }],
  })
  await settleFindings(workbench, draftId)
  for (const finding of await workbench.storage.findings.list(draftId))
    await dismissFinding(workbench, people.translator, finding.id, 'as it should be')
  const { id } = await submitDraft(workbench, people.translator, { draftId, note: '' })
  await approveVersion(workbench, people.editor, id, { note: '', comments: [] })
  await rememberApproved(workbench)
  await addConcept(workbench, people.terminologist, {
    homonym: false,
    content: {
      subject: 'places',
      definition: '',
      note: '',
      source: '',
      terms: [
        { language: 'vi', text: 'Bến Gỗ', status: 'preferred', caseSensitive: false },
        { language: 'th', text: 'เบ๊นโก๋', status: 'preferred', caseSensitive: false },
      ],
    },
  })
})

const marked = (html: string) =>
  [...html.matchAll(/<mark class="(concordance__hit[^"]*)">([^<]*)</g)].map(([, kind, text]) => [kind, text])

describe('the concordance', () => {
  test('finds without marks what is written with them, and marks it and its term where they stand', async () => {
    const { text } = await agent.get(paths.concordance({ q: 'ben go', side: 'source' }))
    expect(marked(text)).toEqual([
      ['concordance__hit', 'Bến Gỗ'],
      ['concordance__hit concordance__hit--partner', 'เบ๊นโก๋'],
    ])
    expect(text).toContain('1 place')
  })

  test('finds Thai without its tones, on the other side', async () => {
    const { text } = await agent.get(paths.concordance({ q: 'ตลาดนำ', side: 'target' }))
    expect(marked(text)).toEqual([['concordance__hit', 'ตลาดน้ำ']])
  })

  test('takes signs for what they are, and asks for two letters', async () => {
    expect(marked((await agent.get(paths.concordance({ q: '0%' }))).text)).toEqual([
      ['concordance__hit', '0%'],
    ])
    expect(marked((await agent.get(paths.concordance({ q: '%%' }))).text)).toEqual([])
    expect(marked((await agent.get(paths.concordance({ q: '0_' }))).text)).toEqual([])
    expect((await agent.get(paths.concordance({ q: 'b' }))).text).toContain('at least two letters')
  })

  test('leaves out what was approved at another time', async () => {
    expect(marked((await agent.get(paths.concordance({ q: 'ben go', until: '2001-01-01' }))).text)).toEqual(
      [],
    )
    expect(
      marked((await agent.get(paths.concordance({ q: 'ben go', since: '2001-01-01' }))).text),
    ).toHaveLength(2)
  })
})

test('without scripts a match goes into the segment by a form', async () => {
  const { storage } = desk.workbench
  const { segmentIds } = await makeDraft(storage, {
    by: desk.people.translator.id,
    title: { source: 'Chợ nổi 100% gỗ.', target: 'เดิม' },
  })
  const [id = 0] = segmentIds
  const { text } = await agent.get(paths.segmentMemory(id))
  const valueOf = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1] ?? ''
  expect(text).toContain('100 % exact')
  const answer = await agent.post(paths.segmentRevisions(id), {
    basedOn: valueOf('basedOn'),
    operationId: valueOf('operationId'),
    text: 'ตลาดน้ำทำด้วยไม้ทั้งหมด',
  })
  expect(answer.status).toBe(303)
  expect((await storage.segments.get(id)).revision.text).toBe('ตลาดน้ำทำด้วยไม้ทั้งหมด')
})

test('repetitions get a target only where somebody has ticked them, and other drafts are only pointed to', async () => {
  const { storage } = desk.workbench
  const source = 'Mưa còn kéo dài.'
  const draftWith = () =>
    makeDraft(storage, {
      by: desk.people.translator.id,
      title: { source: 'Tin mưa', target: 'ข่าวฝน' },
      paragraphs: [
        { source, target: 'ฝนยังตกต่อไป' },
        { source, target: 'ฝนตกอีก' },
        { source: ` ${source}`, target: '' },
      ],
    })
  const [other, { draftId, segmentIds }] = [await draftWith(), await draftWith()]
  const texts = async (id: number) => (await storage.segments.list(id)).map(({ revision }) => revision.text)
  const first = segmentIds[1] ?? 0
  const memory = await agent.get(paths.segmentMemory(first))
  expect(memory.text).toContain(paths.draft(other.draftId, other.segmentIds[2]))
  const { text } = await agent.get(paths.repetitions(first))
  const places = [...text.matchAll(/name="place" value="([^"]+)"/g)].map(([, value]) => value ?? '')
  expect(places).toHaveLength(2)
  expect(await texts(draftId)).toEqual(['ข่าวฝน', 'ฝนยังตกต่อไป', 'ฝนตกอีก', ''])

  expect((await agent.post(paths.repetitions(first), {})).status).toBe(422)
  await agent.post(paths.repetitions(first), { place: places.slice(0, 1) })
  expect(await texts(draftId)).toEqual(['ข่าวฝน', 'ฝนยังตกต่อไป', 'ฝนยังตกต่อไป', ''])
  expect(await texts(other.draftId)).toEqual(['ข่าวฝน', 'ฝนยังตกต่อไป', 'ฝนตกอีก', ''])
})
