import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Forbidden, Invalid, NotFound, Refused } from '../../src/domain/errors.ts'
import { articleList } from '../../src/storage/screens/article-list.ts'
import { articlePage } from '../../src/storage/screens/article-page.ts'
import type { Person } from '../../src/storage/repositories/people.ts'
import { addConcept } from '../../src/workflows/add-concept.ts'
import { approveVersion } from '../../src/workflows/approve-version.ts'
import { changeConcept } from '../../src/workflows/change-concept.ts'
import { dismissFinding } from '../../src/workflows/dismiss-finding.ts'
import { publishVersion } from '../../src/workflows/publish-version.ts'
import { returnVersion } from '../../src/workflows/return-version.ts'
import { submitDraft } from '../../src/workflows/submit-draft.ts'
import { withdrawPublication } from '../../src/workflows/withdraw-publication.ts'
import { startDesk, type Desk } from '../support/desk.ts'
import { makeDraft, writeIn, type MadeDraft } from '../support/factories.ts'

let desk: Desk
let made: MadeDraft
beforeAll(async () => {
  desk = await startDesk()
})
beforeEach(async () => {
  made = await makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Chợ nổi mở cửa trở lại', target: 'ตลาดน้ำเปิดอีกครั้ง' },
    paragraphs: [
      { source: 'Có 12 ghe hàng.', target: 'มีเรือสินค้า 12 ลำ' },
      { source: 'Khách đến đông.', target: 'มีผู้มาเยือนมาก' },
    ],
  })
})

const segment = (index: number): number => made.segmentIds[index] ?? 0
const storage = () => desk.workbench.storage
const write = (author: Person, segmentId: number, text: string) =>
  writeIn(desk.workbench, author, segmentId, text)
const submit = (note = '') =>
  submitDraft(desk.workbench, desk.people.translator, { draftId: made.draftId, note })
const nothingMore = { note: '', comments: [] }
const approve = (versionId: number) =>
  approveVersion(desk.workbench, desk.people.editor, versionId, nothingMore)
const publish = (versionId: number) => publishVersion(desk.workbench, desk.people.editor, versionId)

const states = async () => (await storage().segments.list(made.draftId)).map(({ state }) => state)
const stateOfDraft = async () => (await articlePage(storage().reader)(made.articleId, 1)).drafts[0]?.state
const history = async () => {
  const { events } = await articlePage(storage().reader)(made.articleId, 1)
  return events.map(({ type }) => type).reverse()
}
const refused = (key: string) => expect.objectContaining({ key, kind: 'refused' }) as Refused

describe('submitting', () => {
  test('numbers the versions of a draft and keeps each as it was', async () => {
    const first = await submit('look at the title')
    await returnVersion(desk.workbench, desk.people.editor, first.id, { note: 'no', comments: [] })
    await write(desk.people.translator, segment(0), 'ตลาดน้ำกลับมาเปิด')
    const second = await submit()
    expect([first.number, second.number]).toEqual([1, 2])
    const [before, after] = await Promise.all(
      [first.id, second.id].map((versionId) =>
        storage()
          .reader('version_segments as v')
          .join('segment_revisions as r', 'r.id', 'v.revision_id')
          .where('v.version_id', versionId)
          .orderBy('v.position')
          .pluck<string[]>('r.text'),
      ),
    )
    expect(before).toEqual(['ตลาดน้ำเปิดอีกครั้ง', 'มีเรือสินค้า 12 ลำ', 'มีผู้มาเยือนมาก'])
    expect(after).toEqual(['ตลาดน้ำกลับมาเปิด', 'มีเรือสินค้า 12 ลำ', 'มีผู้มาเยือนมาก'])
  })

  test('is refused while a version waits', async () => {
    await submit()
    await write(desk.people.translator, segment(0), 'อย่างอื่น')
    await expect(submit()).rejects.toEqual(refused('already-submitted'))
  })

  test('is refused when nothing changed since the approved version, and taken when something did', async () => {
    await approve((await submit()).id)
    await expect(submit()).rejects.toEqual(refused('nothing-new'))
    await write(desk.people.translator, segment(1), 'มีเรือขายของ 12 ลำ')
    expect((await submit()).number).toBe(2)
  })

  test('a returned version may come again as it was', async () => {
    const { id } = await submit()
    await returnVersion(desk.workbench, desk.people.editor, id, { note: 'why so?', comments: [] })
    expect((await submit('because the source says so')).number).toBe(2)
  })

  test('is refused while serious findings are open, counts them, and leaves no version behind', async () => {
    await write(desk.people.translator, segment(1), 'มีเรือสินค้า 21 ลำ')
    await expect(submit()).rejects.toMatchObject({ key: 'open-findings', values: { count: 1 } })
    expect(await storage().versions.list(made.draftId)).toEqual([])

    const [finding] = await storage().findings.list(made.draftId)
    await dismissFinding(desk.workbench, desk.people.translator, finding?.id ?? 0, 'a slip of the source')
    expect((await submit()).number).toBe(1)
  })

  test('two people who submit at once make one version', async () => {
    const outcomes = await Promise.allSettled([submit(), submit(), submit()])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await storage().versions.list(made.draftId)).toHaveLength(1)
  })

  test('of a draft that is not there finds nothing', async () => {
    const missing = submitDraft(desk.workbench, desk.people.translator, { draftId: 999_999, note: '' })
    await expect(missing).rejects.toBeInstanceOf(NotFound)
  })
})

describe('deciding', () => {
  test('nobody decides what they submitted', async () => {
    const { id } = await submitDraft(desk.workbench, desk.people.editor, { draftId: made.draftId, note: '' })
    await expect(approve(id)).rejects.toBeInstanceOf(Forbidden)
    const returned = returnVersion(desk.workbench, desk.people.editor, id, { note: 'x', comments: [] })
    await expect(returned).rejects.toBeInstanceOf(Forbidden)
    expect((await storage().versions.get(id)).state).toBe('submitted')
  })

  test('nobody decides what they wrote in, even when others wrote over it before it was submitted', async () => {
    await write(desk.people.editor, segment(0), 'คำของบรรณาธิการ')
    await write(desk.people.translator, segment(0), 'คำของผู้แปล')
    const { id } = await submit()
    await expect(approve(id)).rejects.toBeInstanceOf(Forbidden)
    await approveVersion(desk.workbench, desk.people.secondEditor, id, nothingMore)
    expect((await storage().versions.get(id)).state).toBe('approved')
  })

  test('words that an editor writes after the submission do not count against them', async () => {
    const { id } = await submit()
    await write(desk.people.editor, segment(0), 'เขียนภายหลัง')
    await approve(id)
    expect((await storage().versions.get(id)).state).toBe('approved')
  })

  test('of decisions that race, exactly one is taken', async () => {
    const { id } = await submit()
    const outcomes = await Promise.allSettled([
      approve(id),
      approveVersion(desk.workbench, desk.people.secondEditor, id, nothingMore),
      returnVersion(desk.workbench, desk.people.secondEditor, id, { note: 'no', comments: [] }),
      approve(id),
    ])
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(lost).toHaveLength(3)
    for (const { reason } of lost) expect(reason).toEqual(refused('version-not-submitted'))
    const types = await history()
    expect(types.filter((type) => /^version_(approved|returned)$/.test(type))).toHaveLength(1)
  })

  test('approval makes final what still reads as approved, and nothing else', async () => {
    const { id } = await submit()
    await write(desk.people.translator, segment(2), 'ผู้คนมากันแน่น')
    await approve(id)
    expect(await states()).toEqual(['final', 'final', 'translated'])
  })

  test('a version goes back with a note and with comments at its segments', async () => {
    const { id } = await submit()
    await returnVersion(desk.workbench, desk.people.editor, id, {
      note: 'ดูหัวเรื่องอีกครั้ง',
      comments: [{ segmentId: segment(0), body: 'ยาวเกินไป' }],
    })
    const page = await articlePage(storage().reader)(made.articleId, 1)
    expect(page.drafts[0]?.state).toBe('returned')
    expect(page.versions[0]).toMatchObject({
      state: 'returned',
      decisionNote: 'ดูหัวเรื่องอีกครั้ง',
      decidedBy: 'editor',
    })
    expect(page.comments).toMatchObject([{ segmentId: segment(0), body: 'ยาวเกินไป', author: 'editor' }])
    expect(await history()).toEqual([
      'article_imported',
      'draft_imported',
      'version_submitted',
      'comment_written',
      'version_returned',
    ])
  })

  test('a return without a word is not a return', async () => {
    const { id } = await submit()
    const silent = returnVersion(desk.workbench, desk.people.editor, id, { note: ' ', comments: [] })
    await expect(silent).rejects.toBeInstanceOf(Invalid)
    expect((await storage().versions.get(id)).state).toBe('submitted')
  })

  test('a comment at a segment of another draft takes the whole decision back', async () => {
    const elsewhere = await makeDraft(storage(), {
      by: desk.people.translator.id,
      title: { source: 'Khác', target: 'อื่น' },
    })
    const { id } = await submit()
    const comments = [{ segmentId: elsewhere.segmentIds[0] ?? 0, body: 'ผิดที่' }]
    const wrong = returnVersion(desk.workbench, desk.people.editor, id, { note: 'x', comments })
    await expect(wrong).rejects.toBeInstanceOf(NotFound)
    expect((await storage().versions.get(id)).state).toBe('submitted')
  })
})

describe('publishing', () => {
  test('takes approved versions only', async () => {
    const { id } = await submit()
    await expect(publish(id)).rejects.toEqual(refused('version-not-approved'))
    await returnVersion(desk.workbench, desk.people.editor, id, { note: 'no', comments: [] })
    await expect(publish(id)).rejects.toEqual(refused('version-not-approved'))
  })

  test('an older approved version can be published again, at the same address', async () => {
    const first = await submit()
    await approve(first.id)
    const { slug } = await publish(first.id)
    expect(slug).toBe(`cho-noi-mo-cua-tro-lai-${made.draftId}`)
    await expect(publish(first.id)).rejects.toEqual(refused('already-published'))

    await write(desk.people.translator, segment(0), 'ตลาดน้ำกลับมาคึกคัก')
    const second = await submit()
    await approve(second.id)
    expect((await publish(second.id)).slug).toBe(slug)
    expect((await publish(first.id)).slug).toBe(slug)
    expect((await storage().versions.livePublication(made.draftId))?.versionId).toBe(first.id)
  })

  test('what is withdrawn can be withdrawn once, and published anew', async () => {
    const { id } = await submit()
    await approve(id)
    await publish(id)
    const live = await storage().versions.livePublication(made.draftId)
    const withdraw = () => withdrawPublication(desk.workbench, desk.people.secondEditor, live?.id ?? 0)
    await withdraw()
    expect(await stateOfDraft()).toBe('withdrawn')
    await expect(withdraw()).rejects.toEqual(refused('publication-not-live'))
    await publish(id)
    expect(await stateOfDraft()).toBe('published')
    expect((await history()).slice(-3)).toEqual([
      'version_published',
      'publication_withdrawn',
      'version_published',
    ])
  })

  test('two people who publish at once make one publication', async () => {
    const { id } = await submit()
    await approve(id)
    const outcomes = await Promise.allSettled([publish(id), publish(id)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('an article becomes stale when a concept of it changes afterwards, and fresh with the next version', async () => {
    const { terminologist } = desk.people
    const content = {
      ...{ subject: 'society', definition: '', note: '', source: '' },
      terms: [
        { language: 'vi', text: 'chợ nổi', status: 'preferred', caseSensitive: false },
        { language: 'th', text: 'ตลาดน้ำ', status: 'preferred', caseSensitive: false },
      ],
    } as const
    const conceptId = await addConcept(desk.workbench, terminologist, { content, homonym: false })
    const { id } = await submit()
    await approve(id)
    await publish(id)
    expect(await stateOfDraft()).toBe('published')

    const basedOn = await storage().glossary.latestChangeOf(conceptId)
    const described = { ...content, definition: 'a market held on boats' }
    await changeConcept(desk.workbench, terminologist, {
      conceptId,
      basedOn,
      content: described,
      homonym: false,
    })
    expect(await stateOfDraft()).toBe('published')

    const admitted = { language: 'th', text: 'ตลาดน้ำลอย', status: 'admitted', caseSensitive: false } as const
    await changeConcept(desk.workbench, terminologist, {
      conceptId,
      basedOn: await storage().glossary.latestChangeOf(conceptId),
      content: { ...described, terms: [...content.terms, admitted] },
      homonym: false,
    })
    expect(await stateOfDraft()).toBe('stale')
    const { changedConcepts } = await articlePage(storage().reader)(made.articleId, 1)
    expect(changedConcepts).toMatchObject([
      { draftId: made.draftId, conceptId, by: terminologist.name, concept: { terms: { length: 3 } } },
    ])

    const next = await submit('its words may stay')
    await approve(next.id)
    await publish(next.id)
    expect(await stateOfDraft()).toBe('published')
  })
})

describe('the list of articles', () => {
  const list = (query: { q?: string; state?: 'waiting' | 'submitted'; actor?: keyof Desk['people'] } = {}) =>
    articleList(storage().reader)({
      actor: desk.people[query.actor ?? 'editor'],
      q: query.q ?? '',
      state: query.state,
      page: 1,
    })

  const own = async (query: { actor?: keyof Desk['people'] } = {}) =>
    (await list(query)).drafts.find(({ draftId }) => draftId === made.draftId)

  test('finds titles of both languages whatever their marks', async () => {
    await makeDraft(storage(), {
      by: desk.people.translator.id,
      title: { source: 'Đường sắt Điện Biên', target: 'ทางรถไฟเดียนเบียน' },
    })
    for (const q of ['dien bien', 'ĐIỆN BIÊN', 'duong sat', 'เดยนเบยน'])
      expect((await list({ q })).drafts.map(({ sourceTitle }) => sourceTitle)).toEqual([
        'Đường sắt Điện Biên',
      ])
    expect((await list({ q: '%' })).total).toBe(0)
  })

  test('shows an article without a draft, and how far a draft has come', async () => {
    const articleId = await storage().articles.add(
      { sourceLanguage: 'vi', sourceUrl: null, byline: null, publishedOn: null },
      desk.people.administrator.id,
      new Date(),
    )
    await storage().articles.addUnits(articleId, [{ kind: 'title', sourceText: 'Chưa có bản dịch' }])
    await write(desk.people.translator, segment(0), 'ตลาดน้ำ')
    const { drafts } = await list()
    expect(drafts.find((draft) => draft.articleId === articleId)).toMatchObject({
      draftId: null,
      state: 'source-only',
      sourceTitle: 'Chưa có bản dịch',
    })
    expect(drafts.find((draft) => draft.draftId === made.draftId)).toMatchObject({
      state: 'in-translation',
      segments: 3,
      confirmed: 1,
      targetTitle: 'ตลาดน้ำ',
    })
  })

  test('a submitted draft waits for editors, but not for the one who submitted it', async () => {
    await submitDraft(desk.workbench, desk.people.secondEditor, { draftId: made.draftId, note: '' })
    const waits = async (actor: keyof Desk['people']) =>
      (await list({ actor, state: 'waiting' })).drafts.some(({ draftId }) => draftId === made.draftId)
    expect([await waits('editor'), await waits('secondEditor'), await waits('translator')]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('a submitted draft does not wait for an editor who wrote in it', async () => {
    await write(desk.people.editor, segment(2), 'ผู้มาเยือนล้นหลาม')
    await submit()
    const waits = await Promise.all(
      (['editor', 'secondEditor'] as const).map(async (actor) => (await own({ actor }))?.waiting),
    )
    expect(waits).toEqual([false, true])
  })

  test('what goes on behind a published version waits for those whose turn it is', async () => {
    const first = await submit()
    await approve(first.id)
    await publish(first.id)
    expect(await own()).toMatchObject({ state: 'published', behind: null, waiting: false })

    await write(desk.people.translator, segment(2), 'ผู้มาเยือนล้นหลาม')
    const second = await submit()
    await returnVersion(desk.workbench, desk.people.editor, second.id, { note: 'no', comments: [] })
    expect(await own({ actor: 'translator' })).toMatchObject({ behind: 'returned', waiting: true })

    const third = await submit()
    await approve(third.id)
    expect(await own()).toMatchObject({ state: 'published', behind: 'approved', waiting: true })
    await publish(third.id)
    await publish(first.id)
    expect(await own()).toMatchObject({ behind: null, waiting: false })
  })

  test('begins with what waits for the reader', async () => {
    const { drafts } = await list({ actor: 'translator' })
    const waiting = drafts.map((draft) => draft.waiting)
    expect(new Set(waiting)).toEqual(new Set([true, false]))
    expect(waiting).toEqual([...waiting].sort((a, b) => Number(b) - Number(a)))
  })
})
