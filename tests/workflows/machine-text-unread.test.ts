import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../src/domain/people.ts'
import { returnVersion } from '../../src/workflows/return-version.ts'
import { reviseSegment } from '../../src/workflows/revise-segment.ts'
import { submitDraft } from '../../src/workflows/submit-draft.ts'
import { startDesk, type Desk } from '../support/desk.ts'
import { makeDraft } from '../support/factories.ts'

let desk: Desk
let translator: Actor
beforeAll(async () => {
  desk = await startDesk()
  translator = desk.people.translator
})

const confirm = async (segmentId: number) => {
  const { text, id } = (await desk.workbench.storage.segments.get(segmentId)).revision
  await reviseSegment(desk.workbench, translator, {
    segmentId,
    text,
    basedOn: id,
    operationId: randomUUID(),
    confirm: true,
  })
}

test('what is submitted without having been read is told, and no more once somebody confirms it', async () => {
  const { storage } = desk.workbench
  const { draftId, segmentIds } = await makeDraft(storage, {
    by: translator.id,
    title: { source: 'Trời mưa', target: 'ฝนตก' },
    paragraphs: [{ source: 'Đường ngập.', target: 'น้ำท่วมถนน' }],
  })
  const [title = 0, paragraph = 0] = segmentIds
  const unread = async () =>
    (await storage.findings.list(draftId))
      .filter(({ finding }) => finding.check === 'machine-text-unread')
      .map(({ segmentId }) => segmentId)

  await confirm(title)
  expect(await unread()).toEqual([])
  const { id } = await submitDraft(desk.workbench, translator, { draftId, note: '' })
  expect(await unread()).toEqual([paragraph])
  await returnVersion(desk.workbench, desk.people.editor, id, { note: 'please read it', comments: [] })
  await confirm(paragraph)
  expect(await unread()).toEqual([])
})
