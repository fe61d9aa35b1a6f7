import { beforeAll, describe, expect, test } from 'vitest'
import { emptyModel } from '../../src/engine/alignment/alignment-model.ts'
import { engineRevision } from '../../src/engine/revision.ts'
import { startLearning } from '../../src/jobs/learn-alignment.ts'
import { approveVersion } from '../../src/workflows/approve-version.ts'
import { importArticle } from '../../src/workflows/confirm-import.ts'
import { learnAlignment, learnAllAlignments } from '../../src/workflows/learn-alignment.ts'
import { submitDraft } from '../../src/workflows/submit-draft.ts'
import { startDesk, type Desk } from '../support/desk.ts'
import { makeDraft, writeIn, type MadeDraft } from '../support/factories.ts'

let desk: Desk
let draft: MadeDraft
beforeAll(async () => {
  desk = await startDesk()
})

const pair = { sourceLanguage: 'vi', targetLanguage: 'th' }
const learn = () => learnAlignment(desk.workbench, desk.people.terminologist, pair)
const models = () =>
  desk.workbench.storage
    .reader('alignment_models')
    .orderBy('id')
    .select<
      { approvals: number; articles: number; segments: number; engine: number; person_id: number | null }[]
    >()

const sentences = [
  { source: 'Người dân trồng chè trên đồi.', target: 'ชาวบ้านปลูกชาบนเนินเขา' },
  { source: 'Họ hái chè vào buổi sáng.', target: 'พวกเขาเก็บชาในตอนเช้า' },
]
const make = () =>
  makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Mùa hái chè', target: 'ฤดูเก็บชา' },
    paragraphs: [sentences],
  })

async function approve({ draftId }: MadeDraft): Promise<void> {
  const { id } = await submitDraft(desk.workbench, desk.people.translator, { draftId, note: '' })
  await approveVersion(desk.workbench, desk.people.editor, id, { note: '', comments: [] })
}

describe('the aligner', () => {
  test('learns nothing before anything is approved', async () => {
    draft = await make()
    expect(await learn()).toEqual({ kind: 'nothing-new' })
    expect(await models()).toEqual([])
  })

  test('learns the approved segments, once, and says who asked for it', async () => {
    await approve(draft)
    expect(await learn()).toEqual({ kind: 'learnt', segments: 3, articles: 1 })
    expect(await learn()).toEqual({ kind: 'nothing-new' })
    expect(await models()).toMatchObject([
      {
        approvals: 1,
        articles: 1,
        segments: 3,
        engine: engineRevision,
        person_id: desk.people.terminologist.id,
      },
    ])
    const { reader } = desk.workbench.storage
    const events = await reader('events').where({ type: 'alignment_learnt' }).pluck<object[]>('data')
    expect(events).toEqual([{ ...pair, approvals: 1, articles: 1, segments: 3 }])
    await expect(reader('alignment_models').delete()).rejects.toThrow('append-only')
  })

  test('has the model of the pair in what it stored, with the desk’s part counted', async () => {
    const stored = await desk.workbench.storage.alignmentModels.latest(pair, engineRevision)
    expect(stored).toMatchObject({ from: 'vi', to: 'th', learntFrom: { segments: 3 } })
  })

  test('learns what is latest of each article, in its order, and at night from all pairs', async () => {
    const [title = 0] = draft.segmentIds
    await writeIn(desk.workbench, desk.people.translator, title, 'ฤดูเก็บใบชา')
    await approve(draft)
    const other = await make()
    await writeIn(desk.workbench, desk.people.translator, other.segmentIds[0] ?? 0, 'ชาฤดูใหม่')
    await approve(other)
    const { segments, articles } = await desk.workbench.storage.alignmentModels.approvedSegments(pair, 100)
    expect(articles).toBe(2)
    expect(segments).toEqual([
      { source: 'Mùa hái chè', target: 'ฤดูเก็บใบชา' },
      sentences[0],
      { ...sentences[1], lastOfText: true },
      { source: 'Mùa hái chè', target: 'ชาฤดูใหม่' },
      sentences[0],
      { ...sentences[1], lastOfText: true },
    ])
    await learnAllAlignments(desk.workbench)
    await learnAllAlignments(desk.workbench)
    expect(await models()).toMatchObject([{}, { approvals: 3, articles: 2, segments: 6, person_id: null }])
  })

  test('keeps to the articles approved last when there are too many', async () => {
    const { segments, articles } = await desk.workbench.storage.alignmentModels.approvedSegments(pair, 4)
    expect(articles).toBe(1)
    expect(segments.map(({ target }) => target)).toContain('ชาฤดูใหม่')
  })

  test('learns once when two ask at the same moment', async () => {
    const third = await make()
    await approve(third)
    const before = (await models()).length
    const outcomes = await Promise.all([learn(), learn()])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['learnt', 'nothing-new'])
    expect(await models()).toHaveLength(before + 1)
  })

  test('keeps what it has learnt last, and of what it learnt before only that it did', async () => {
    const kept = await desk.workbench.storage.reader('alignment_model_contents').pluck<number[]>('model_id')
    const all = await desk.workbench.storage.reader('alignment_models').orderBy('id').pluck<number[]>('id')
    expect(all).toHaveLength(3)
    expect(kept).toEqual(all.slice(-1))
  })

  test('learns when the desk starts what was approved while it was off', async () => {
    await approve(await make())
    const before = (await models()).length
    const job = startLearning(desk.workbench)
    await expect.poll(async () => (await models()).length, { timeout: 20_000 }).toBe(before + 1)
    await job.stop()
    expect((await models()).at(-1)?.person_id).toBeNull()
  })

  test('leaves alone what another engine has learnt: it may not understand it', async () => {
    const { alignmentModels } = desk.workbench.storage
    const lao = { ...pair, targetLanguage: 'lo' }
    const lesson = { approvals: 1, articles: 1, segments: 1 }
    await alignmentModels.add(lao, engineRevision - 1, lesson, emptyModel('vi', 'lo'), null, new Date())
    expect(await alignmentModels.latest(lao, engineRevision)).toBeUndefined()
  })
})

describe('an import', () => {
  const indonesian = { sourceLanguage: 'vi', targetLanguage: 'id' }
  const cat = { source: 'Con mèo ngủ trên ghế.', target: 'Kucing tidur di kursi.' }
  const dog = { source: 'Con chó chạy ngoài sân.', target: 'Anjing lari di halaman.' }
  const hen = { source: 'Con gà ăn thóc vàng.', target: 'Ayam makan padi kuning.' }
  const cow = { source: 'Con bò uống nước suối.', target: 'Sapi minum air sungai.' }

  /** All four animals beside a draft that has left out the dog. */
  async function importWithoutDog(): Promise<readonly (readonly [string, string])[]> {
    const paragraph = (texts: readonly string[]) => [{ kind: 'paragraph' as const, text: texts.join(' ') }]
    const { draftId } = await importArticle(desk.workbench, desk.people.translator, {
      ...indonesian,
      articleId: null,
      source: paragraph([cat, dog, hen, cow].map(({ source }) => source)),
      target: paragraph([cat, hen, cow].map(({ target }) => target)),
      sourceUrl: null,
      byline: null,
      publishedOn: null,
    })
    const segments = await desk.workbench.storage.segments.list(draftId ?? 0)
    return segments.map(({ sourceText, revision }) => [sourceText, revision.text] as const)
  }

  test('is aligned by what the desk has taught', async () => {
    expect(await importWithoutDog()).not.toContainEqual([dog.source, ''])
    const taught = await makeDraft(desk.workbench.storage, {
      ...indonesian,
      by: desk.people.translator.id,
      title: { source: 'Vật nuôi', target: 'Ternak' },
      paragraphs: Array.from({ length: 8 }, () => [cat, dog, hen, cow]),
    })
    await approve(taught)
    expect((await learnAlignment(desk.workbench, null, indonesian)).kind).toBe('learnt')
    expect(await importWithoutDog()).toEqual([
      [cat.source, cat.target],
      [dog.source, ''],
      [hen.source, hen.target],
      [cow.source, cow.target],
    ])
  })
})
