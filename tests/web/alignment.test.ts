import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { resegmentDraft } from '../../src/workflows/resegment-draft.ts'
import { startDesk, type Desk } from '../support/desk.ts'
import { liveIn } from '../support/lived-in-desk.ts'
import { makeDraft } from '../support/factories.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})

const pair = { sourceLanguage: 'vi', targetLanguage: 'th' }
const pageFor = async (member: 'translator' | 'editor') =>
  (await (await desk.agentFor(member)).get(paths.alignment())).text
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

test('an empty desk has what the program brings along, and has taught nothing', async () => {
  const text = await pageFor('editor')
  expect(text).toContain('Vietnamese → Thai')
  expect(text).toContain('Nothing yet: it learns from approved versions.')
  expect(text).toContain('Nothing was aligned in this time.')
  expect(text).not.toContain('Learn now')
})

test('an editor teaches it what was approved, and the page says from what and by whom', async () => {
  await liveIn(desk)
  expect(await pageFor('editor')).toContain('Learn now')
  const editor = await desk.agentFor('editor')
  const answer = await editor.post(paths.alignmentModels(), pair)
  expect([answer.status, answer.headers.location]).toEqual([303, paths.alignment()])
  expect((await editor.get(paths.alignment())).text).toMatch(/Learnt from \d+ approved segments\./)
  const text = await pageFor('editor')
  expect(text).toMatch(/segments: \d+ · articles: 1/)
  expect(text).toContain('asked for by editor.')
  expect(text).toContain('versions: 0')
  expect(text).not.toContain('Learn now')
  const again = await editor.post(paths.alignmentModels(), pair)
  expect(again.status).toBe(303)
  expect((await editor.get(paths.alignment())).text).toContain('there is nothing to learn')
})

test('a translator sees the same and is offered no button', async () => {
  const translator = await desk.agentFor('translator')
  expect((await translator.get(paths.alignment())).status).toBe(200)
  expect((await translator.post(paths.alignmentModels(), pair)).status).toBe(403)
})

test('what was in doubt and what people have cut anew is counted', async () => {
  const { storage } = desk.workbench
  const { draftId, segmentIds } = await makeDraft(storage, {
    by: desk.people.translator.id,
    title: { source: 'Hội chợ', target: 'งานแสดงสินค้า' },
    paragraphs: [
      [
        { source: 'Trời đẹp.', target: 'อากาศดี' },
        { source: 'Khách vui.', target: 'แขกยินดี' },
        { source: 'Hàng bán chạy.', target: 'สินค้าขายดี' },
      ],
    ],
  })
  const [, first = 0, second = 0, third = 0] = segmentIds
  const set = (ids: readonly number[], alignment_confidence: number) =>
    storage.reader('segments').whereIn('id', ids).update({ alignment_confidence })
  await set([first, second], 0.1)
  await set([third], 0.9)
  await resegmentDraft(desk.workbench, desk.people.translator, draftId, { kind: 'merge', segmentId: first })
  const text = await pageFor('editor')
  expect(text).toContain('in doubt 2 (67%) 2 (100%)')
  expect(text).toContain('sure 1 (33%) 0 (0%)')
})
