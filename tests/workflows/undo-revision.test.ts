import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { applyChangeSet } from '../../src/workflows/apply-change-set.ts'
import { resegmentDraft } from '../../src/workflows/resegment-draft.ts'
import { startDesk, type Desk, type DeskAgent } from '../support/desk.ts'
import { makeDraft, writeIn } from '../support/factories.ts'

let desk: Desk
let translator: DeskAgent
beforeAll(async () => {
  desk = await startDesk()
  translator = await desk.agentFor('translator')
})

const makeShortDraft = () =>
  makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Mùa gặt', target: 'ฤดูเก็บเกี่ยว' },
    paragraphs: [
      [
        { source: 'Lúa chín.', target: 'ข้าวสุก' },
        { source: 'Dân vui.', target: 'ชาวนาดีใจ' },
      ],
    ],
  })

const textsOf = async (draftId: number) =>
  (await desk.workbench.storage.segments.list(draftId)).map(({ revision }) => revision.text)
const step = (draftId: number, direction: 'draftUndo' | 'draftRedo') =>
  translator.post(paths[direction](draftId), {}, { Accept: 'application/json' })
const undo = (draftId: number) => step(draftId, 'draftUndo')
const redo = (draftId: number) => step(draftId, 'draftRedo')

test('one’s own texts, change sets and cuts are undone one after the other across saves, and nothing that was written is gone', async () => {
  const { workbench, people } = desk
  const { draftId, segmentIds } = await makeShortDraft()
  const [, first = 0, second = 0] = segmentIds
  const original = await textsOf(draftId)
  await writeIn(workbench, people.translator, first, 'ข้าวสุกเหลือง')
  const written = await textsOf(draftId)
  const { revision } = await workbench.storage.segments.get(second)
  await applyChangeSet(workbench, people.translator, {
    draftId,
    reason: 'nông dân',
    places: [{ segmentId: second, revisionId: revision.id, start: 0, end: 5, replacement: 'เกษตรกร' }],
    decides: null,
  })
  const changed = await textsOf(draftId)
  await resegmentDraft(workbench, people.translator, draftId, { kind: 'merge', segmentId: first })
  expect(await textsOf(draftId)).toHaveLength(2)

  expect((await undo(draftId)).status).toBe(200)
  expect(await textsOf(draftId)).toEqual(changed)
  await undo(draftId)
  expect(await textsOf(draftId)).toEqual(written)
  expect((await undo(draftId)).body).toMatchObject({ standing: { segmentId: first, text: original[1] } })
  expect(await textsOf(draftId)).toEqual(original)
  expect((await undo(draftId)).body).toMatchObject({ code: 'nothing-to-undo' })

  await redo(draftId)
  expect(await textsOf(draftId)).toEqual(written)
  await redo(draftId)
  expect(await textsOf(draftId)).toEqual(changed)
  expect((await redo(draftId)).body).toMatchObject({ code: 'nothing-to-redo' })
  const history = await workbench.storage.segments.history(first)
  expect(history.map(({ text }) => text)).toEqual(['ข้าวสุก', 'ข้าวสุกเหลือง', 'ข้าวสุก', 'ข้าวสุกเหลือง'])
})

test('what somebody else has written over is not undone, and that is said; their own is not touched', async () => {
  const { workbench, people } = desk
  const { draftId, segmentIds } = await makeShortDraft()
  const [, first = 0] = segmentIds
  await writeIn(workbench, people.translator, first, 'ข้าวสุกแล้ว')
  await writeIn(workbench, people.editor, first, 'ข้าวสุกเต็มที่')
  const answer = await undo(draftId)
  expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, 'changed-since'])
  expect((await textsOf(draftId))[1]).toBe('ข้าวสุกเต็มที่')
})

test('a text that was undone counts as unseen by an editor, as any new text does', async () => {
  const { workbench, people } = desk
  const { draftId, segmentIds } = await makeShortDraft()
  const [, first = 0] = segmentIds
  await writeIn(workbench, people.translator, first, 'ข้าวสุกแล้ว')
  await workbench.storage.segments.setState([first], 'reviewed')
  await undo(draftId)
  expect((await workbench.storage.segments.get(first)).state).toBe('translated')
})
