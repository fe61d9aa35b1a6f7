import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { startDesk, type Desk, type DeskAgent } from '../support/desk.ts'
import { makeDraft } from '../support/factories.ts'

let desk: Desk
let translator: DeskAgent
let terminologist: DeskAgent
beforeAll(async () => {
  desk = await startDesk()
  for (const { id } of Object.values(desk.people)) await desk.workbench.storage.people.setLocale(id, 'en')
  translator = await desk.agentFor('translator')
  terminologist = await desk.agentFor('terminologist')
})

const newDraft = () =>
  makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Ông Đỗ Văn Khải thăm chợ nổi', target: 'นายโด๋ วัน ข่ายเยี่ยมตลาดลอยน้ำ' },
    paragraphs: [{ source: 'Ông Đỗ Văn Khải rất vui.', target: 'นายDo Van Khai ดีใจมาก' }],
  })
const open = async () => /id="proposal-(\d+)"/.exec((await terminologist.get(paths.proposals())).text)?.[1]

test('a term is proposed with its sentence, declined with a reason, and whoever proposed it sees both', async () => {
  const { draftId, segmentIds } = await newDraft()
  const pair = { source: 'chợ nổi', target: 'ตลาดน้ำ' }
  const form = await translator.get(paths.newProposal(draftId, pair))
  expect(form.text).toContain('Ông Đỗ Văn Khải thăm chợ nổi')
  await translator.post(paths.draftProposals(draftId), { ...pair, segmentId: segmentIds[0]!, note: 'พบบ่อย' })
  expect((await translator.get(paths.draft(draftId))).text).toContain(
    'proposed by translator, not decided yet:',
  )

  const queue = await terminologist.get(paths.proposals())
  expect(queue.text).toContain('<mark>chợ nổi</mark>')
  const id = Number(await open())
  await terminologist.post(paths.proposalDecline(id), { reason: 'มีอยู่แล้ว' })
  const panel = (await translator.get(paths.draft(draftId))).text
  expect(panel).toContain('declined by terminologist:')
  expect(panel).toContain('<q>มีอยู่แล้ว</q>')
  const again = await terminologist.post(paths.proposalDecline(id), { reason: 'อีกครั้ง' })
  expect(again.text).toContain('Decided already')
})

test('what is proposed is not checked before it is accepted, and is from then on', async () => {
  const { draftId, segmentIds } = await newDraft()
  const pair = { source: 'chợ nổi', target: 'ตลาดน้ำ' }
  const faults = async () =>
    (await desk.workbench.storage.findings.list(draftId)).filter(
      ({ finding }) => finding.check === 'term-missing',
    )
  await translator.post(paths.draftProposals(draftId), { ...pair, segmentId: segmentIds[0]! })
  await translator.get(paths.draft(draftId))
  expect(await faults()).toEqual([])

  const proposal = Number(await open())
  const form = await terminologist.get(paths.newConcept({ ...pair, proposal }))
  expect(form.text).toContain(`name="proposal" value="${proposal}"`)
  const saved = await terminologist.post(paths.glossary(), {
    'vi:preferred': pair.source,
    'th:preferred': pair.target,
    proposal,
  })
  expect(saved.status).toBe(303)
  expect(await open()).toBeUndefined()
  expect((await terminologist.get(paths.proposals())).text).toContain('accepted by terminologist')
  expect((await translator.get(paths.draft(draftId))).text).toContain('accepted by terminologist')
  expect(await faults()).toHaveLength(1)
})

test('a form of a name is chosen, put in every place and proposed in one movement', async () => {
  const { draftId } = await newDraft()
  const panel = (await translator.get(paths.draft(draftId))).text
  const key = [...panel.matchAll(/href="(\/drafts\/\d+\/mending\?key=[^"]+)"/g)].map((match) => match[1]!)[0]!
  const page = (await translator.get(`${key}&form=${encodeURIComponent('โด๋ วัน ข่าย')}`)).text
  expect(page).toContain('place__new">โด๋ วัน ข่าย')
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  const fields = ['key', 'reason', 'replacement', 'name', 'proposedIn']
  const place = [...page.matchAll(/name="place" value="([^"]+)"/g)].map((match) => match[1]!)
  await translator.post(paths.changeSets(draftId), {
    ...Object.fromEntries(fields.map((name) => [name, hidden(name)])),
    place,
    propose: 'yes',
    note: 'ชื่อนักการเมือง',
  })
  const texts = (await desk.workbench.storage.segments.list(draftId)).map(({ revision }) => revision.text)
  expect(texts[1]).toBe('นายโด๋ วัน ข่าย ดีใจมาก')
  expect((await terminologist.get(paths.proposals())).text).toContain('<q>ชื่อนักการเมือง</q>')
})
