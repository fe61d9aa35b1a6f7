import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../src/domain/people.ts'
import { applyChangeSet } from '../../src/workflows/apply-change-set.ts'
import { dismissFinding } from '../../src/workflows/dismiss-finding.ts'
import { undoChangeSet } from '../../src/workflows/undo-change-set.ts'
import { withdrawDismissal } from '../../src/workflows/withdraw-dismissal.ts'
import { recheckSegments } from '../../src/workflows/recheck.ts'
import { resegmentDraft } from '../../src/workflows/resegment-draft.ts'
import { startDesk, type Desk } from '../support/desk.ts'
import { makeDraft } from '../support/factories.ts'

let desk: Desk
let translator: Actor
beforeAll(async () => {
  desk = await startDesk()
  translator = desk.people.translator
})

/** An article that names Cần Thơ in three segments, misspelt the same way in two of them. */
async function newDraft(): Promise<number> {
  const { workbench } = desk
  const { draftId } = await makeDraft(workbench.storage, {
    by: translator.id,
    title: { source: 'Chợ nổi Cần Thơ đón khách', target: 'ตลาดน้ำคานโธต้อนรับผู้มาเยือน' },
    paragraphs: [
      { source: 'Du khách đến Cần Thơ từ sáng sớm.', target: 'นักท่องเที่ยวมาถึงคานโธตั้งแต่เช้าตรู่' },
      { source: 'Cần Thơ có nhiều kênh rạch.', target: 'เกิ่นเทอมีคลองมากมาย' },
    ],
  })
  await workbench.storage.transaction((tx) => recheckSegments(workbench, tx, draftId, 'all'))
  return draftId
}

const variantsOf = async (draftId: number) =>
  (await desk.workbench.storage.findings.list(draftId)).filter(
    ({ finding }) => finding.check === 'name-variant',
  )

test('saying once that a form is right holds for the whole article, until it is taken back', async () => {
  const draftId = await newDraft()
  const found = await variantsOf(draftId)
  expect(found.map(({ finding }) => [finding.values?.found, finding.replacement])).toEqual([
    ['คานโธ', 'เกิ่นเทอ'],
    ['คานโธ', 'เกิ่นเทอ'],
  ])
  await dismissFinding(desk.workbench, translator, found[0]!.id, 'the form our readers know')
  // What the rules write stays right beside it.
  expect(await variantsOf(draftId)).toEqual([])
  const [decision] = await desk.workbench.storage.nameDecisions.list(draftId)
  expect(decision).toMatchObject({ name: 'Cần Thơ', form: 'คานโธ', by: translator.name })
  await withdrawDismissal(desk.workbench, translator, decision!.dismissalId!)
  expect((await variantsOf(draftId)).map(({ finding }) => finding.values?.found)).toEqual(['คานโธ', 'คานโธ'])
})

test('a form put in the place of others is the one from then on; undoing takes the decision back', async () => {
  const draftId = await newDraft()
  const [first] = await variantsOf(draftId)
  const { changeSetId } = await applyChangeSet(desk.workbench, translator, {
    draftId,
    reason: 'Cần Thơ',
    places: [
      {
        segmentId: first!.segmentId,
        revisionId: first!.revisionId,
        ...first!.finding.span,
        replacement: 'กานเทอ',
      },
    ],
    decides: { name: 'Cần Thơ', form: 'กานเทอ' },
  })
  expect(
    (await variantsOf(draftId)).map(({ finding }) => [finding.values?.found, finding.replacement]),
  ).toEqual([
    ['คานโธ', 'กานเทอ'],
    ['เกิ่นเทอ', 'กานเทอ'],
  ])
  await undoChangeSet(desk.workbench, translator, changeSetId!)
  expect(await desk.workbench.storage.nameDecisions.list(draftId)).toEqual([])
  expect((await variantsOf(draftId)).map(({ finding }) => finding.values?.found)).toEqual(['คานโธ', 'คานโธ'])
})

test('a decision that went along with two segments is taken back as one', async () => {
  const { workbench } = desk
  const draftId = await newDraft()
  const [, second] = await variantsOf(draftId)
  await dismissFinding(workbench, translator, second!.id, 'the form our readers know')
  await resegmentDraft(workbench, translator, draftId, {
    kind: 'move-break',
    segmentId: second!.segmentId,
    direction: 'right',
  })
  const [decision] = await workbench.storage.nameDecisions.list(draftId)
  await withdrawDismissal(workbench, translator, decision!.dismissalId!)
  expect(await workbench.storage.nameDecisions.list(draftId)).toEqual([])
})

test('that two right forms may stand side by side makes neither of them wrong', async () => {
  const { workbench } = desk
  const { draftId } = await makeDraft(workbench.storage, {
    by: translator.id,
    title: { source: 'Du khách đến Hội An', target: 'นักท่องเที่ยวไปฮอยอัน' },
    paragraphs: [
      { source: 'Hội An có phố cổ.', target: 'โห่ยอานมีเมืองเก่า' },
      { source: 'Mùa mưa ở Hội An', target: 'ฤดูฝนในฮอยอัน' },
    ],
  })
  await workbench.storage.transaction((tx) => recheckSegments(workbench, tx, draftId, 'all'))
  const open = async () =>
    (await workbench.storage.findings.list(draftId)).filter(({ dismissal }) => dismissal === null)
  const found = await open()
  expect(found.map(({ finding }) => finding.check)).toEqual(['name-inconsistent'])
  await dismissFinding(workbench, translator, found[0]!.id, 'an old spelling in a quotation')
  expect(await open()).toEqual([])
})
