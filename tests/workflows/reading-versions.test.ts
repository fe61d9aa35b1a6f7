import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Forbidden, Invalid, NotFound, Refused } from '../../src/domain/errors.ts'
import type { Verdict } from '../../src/domain/version.ts'
import { draftNotes } from '../../src/storage/screens/version-notes.ts'
import { versionVerdicts } from '../../src/storage/screens/version-reading.ts'
import { approveVersion } from '../../src/workflows/approve-version.ts'
import { acceptRest, decideSegment } from '../../src/workflows/decide-segment.ts'
import { markVersion } from '../../src/workflows/mark-version.ts'
import { resegmentDraft } from '../../src/workflows/resegment-draft.ts'
import { returnVersion } from '../../src/workflows/return-version.ts'
import { submitDraft } from '../../src/workflows/submit-draft.ts'
import { withdrawMark } from '../../src/workflows/withdraw-mark.ts'
import { startDesk, type Desk } from '../support/desk.ts'
import { makeDraft, writeIn, type MadeDraft } from '../support/factories.ts'

let desk: Desk
let made: MadeDraft
let versionId: number
beforeAll(async () => {
  desk = await startDesk()
})
beforeEach(async () => {
  made = await makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Cầu mới thông xe', target: 'สะพานใหม่เปิดใช้' },
    paragraphs: [
      [
        { source: 'Cầu dài 300 m.', target: 'สะพานยาว 300 เมตร' },
        { source: 'Người dân rất vui.', target: 'ชาวบ้านดีใจมาก' },
      ],
      { source: 'Xe chạy êm.', target: 'รถวิ่งนุ่ม' },
    ],
  })
  versionId = (await submit()).id
})

const segment = (index: number): number => made.segmentIds[index] ?? 0
const submit = () => submitDraft(desk.workbench, desk.people.translator, { draftId: made.draftId, note: '' })
const states = async () =>
  (await desk.workbench.storage.segments.list(made.draftId)).map(({ state }) => state)
const decide = (index: number, verdict: Verdict, note = '') =>
  decideSegment(desk.workbench, desk.people.editor, versionId, { segmentId: segment(index), verdict, note })
const sendBack = () =>
  returnVersion(desk.workbench, desk.people.editor, versionId, { note: 'ดูสองส่วน', comments: [] })
const notes = () => draftNotes(desk.workbench.storage.reader, made.draftId)
const mark = (index: number, quote: string, side: 'source' | 'target' = 'target') =>
  markVersion(desk.workbench, desk.people.editor, versionId, {
    segmentId: segment(index),
    side,
    quote,
    occurrence: 1,
    type: 'accuracy.mistranslation',
    severity: 'major',
    note: 'คนละความหมาย',
  })

describe('segment by segment', () => {
  test('a version is returned without a note where a segment is sent back with one, and only there', async () => {
    const quietly = () =>
      returnVersion(desk.workbench, desk.people.editor, versionId, { note: '', comments: [] })
    await decide(0, 'accepted', 'ดี')
    await decide(1, 'sent-back')
    await expect(quietly()).rejects.toThrow(Invalid)
    await decide(1, 'sent-back', 'ชาวบ้านหรือประชาชน')
    expect((await quietly()).id).toBe(versionId)
    expect((await desk.workbench.storage.versions.get(versionId)).state).toBe('returned')
  })

  test('what was accepted is reviewed once the version is returned, and what was sent back is not', async () => {
    await desk.workbench.storage.segments.setState([segment(0), segment(1)], 'final')
    await desk.workbench.storage.segments.setState([segment(2)], 'translated')
    await decide(0, 'sent-back', 'ใช้คำว่า เปิดให้สัญจร')
    await decide(2, 'accepted')
    await sendBack()
    expect(await states()).toEqual(['translated', 'final', 'reviewed', 'initial'])
  })

  test('sending back lifts no text that nobody confirmed', async () => {
    await decide(3, 'sent-back')
    await sendBack()
    expect((await states())[3]).toBe('initial')
  })

  test('a text that was written anew keeps its own state', async () => {
    await decide(2, 'accepted')
    await writeIn(desk.workbench, desk.people.translator, segment(2), 'ชาวบ้านยินดี')
    const before = await states()
    await sendBack()
    expect(await states()).toEqual(before)
  })

  test('the latest word holds, every word is kept, and the same word twice is one', async () => {
    await decide(0, 'accepted')
    await decide(0, 'accepted')
    await decide(0, 'sent-back', 'คิดใหม่แล้ว')
    expect(await versionVerdicts(desk.workbench.storage.reader, versionId)).toMatchObject([
      { segmentId: segment(0), verdict: 'sent-back', note: 'คิดใหม่แล้ว', isEarlier: false },
    ])
    const rows = await desk.workbench.storage.reader('segment_decisions').where({ version_id: versionId })
    expect(rows).toHaveLength(2)
  })

  test('a version is not approved while a segment of it is sent back', async () => {
    await decide(1, 'sent-back')
    const nothingMore = { note: '', comments: [] }
    const approve = () => approveVersion(desk.workbench, desk.people.editor, versionId, nothingMore)
    await expect(approve()).rejects.toThrow(Refused)
    await decide(1, 'accepted')
    expect(await acceptRest(desk.workbench, desk.people.editor, versionId)).toEqual({ count: 3 })
    expect(await acceptRest(desk.workbench, desk.people.editor, versionId)).toEqual({ count: 0 })
    await approve()
    expect(await states()).toEqual(['final', 'final', 'final', 'final'])
  })

  test('nobody decides their own work, and nobody a segment of another version', async () => {
    const { translator, editor } = desk.people
    const verdict = { segmentId: segment(0), verdict: 'accepted', note: '' } as const
    const own = decideSegment(desk.workbench, translator, versionId, verdict)
    await expect(own).rejects.toThrow(Forbidden)
    const foreign = { ...verdict, segmentId: 999_999_999 }
    await expect(decideSegment(desk.workbench, editor, versionId, foreign)).rejects.toThrow(NotFound)
  })

  test('the next version says what was said of the very same text', async () => {
    await decide(0, 'accepted')
    await decide(1, 'sent-back', 'ตัวเลข')
    await sendBack()
    await writeIn(desk.workbench, desk.people.translator, segment(1), 'สะพานยาว 300 ม.')
    const { id } = await submit()
    expect(await versionVerdicts(desk.workbench.storage.reader, id)).toMatchObject([
      { segmentId: segment(0), verdict: 'accepted', isEarlier: true, versionNumber: 1 },
    ])
  })
})

describe('marks', () => {
  test('hold whole characters of the text that the version has, and nothing that does not stand there', async () => {
    await writeIn(desk.workbench, desk.people.translator, segment(0), 'สะพานเก่า')
    const { id } = await mark(0, 'ใช')
    const row = (await desk.workbench.storage.reader('marks').where({ id }).first()) as {
      span_start: number
      span_end: number
    }
    expect('สะพานใหม่เปิดใช้'.slice(row.span_start, row.span_end)).toBe('ใช้')
    await expect(mark(0, 'สะพานเก่า')).rejects.toThrow(Invalid)
    await expect(mark(0, 'Cầu mới', 'target')).rejects.toThrow(Invalid)
    await mark(0, 'Cầu mới', 'source')
  })

  test('are withdrawn by who made them, and stay in the records', async () => {
    const { id } = await mark(0, 'ใหม่')
    await expect(withdrawMark(desk.workbench, desk.people.secondEditor, id)).rejects.toThrow(Forbidden)
    await withdrawMark(desk.workbench, desk.people.editor, id)
    await withdrawMark(desk.workbench, desk.people.editor, id)
    expect(await notes()).toEqual([])
    expect(await desk.workbench.storage.reader('marks').where({ id })).toHaveLength(1)
  })
})

describe('the translator is told', () => {
  test('marks at once, and what was sent back when the version is returned', async () => {
    await mark(0, 'ใหม่')
    await decide(2, 'sent-back', 'อ่านไม่ลื่น')
    expect((await notes()).map(({ segmentId }) => segmentId)).toEqual([segment(0)])
    await sendBack()
    const told = await notes()
    expect(told.map(({ segmentId, note, mark }) => [segmentId, note, mark?.quote ?? null])).toEqual([
      [segment(2), 'อ่านไม่ลื่น', null],
      [segment(0), 'คนละความหมาย', 'ใหม่'],
    ])
    expect(told.some(({ isEarlier }) => isEarlier)).toBe(false)
  })

  test('what is about the earlier text, until the next version is made; what was not mended, still then', async () => {
    await mark(0, 'ใหม่')
    await mark(2, 'ดีใจ')
    await sendBack()
    await writeIn(desk.workbench, desk.people.translator, segment(0), 'สะพานแห่งใหม่เปิดใช้')
    const marked = async () => (await notes()).map(({ segmentId, isEarlier }) => [segmentId, isEarlier])
    expect(await marked()).toEqual([
      [segment(0), true],
      [segment(2), false],
    ])
    await submit()
    expect(await marked()).toEqual([[segment(2), false]])
  })

  test('also where the segment was merged since', async () => {
    await mark(2, 'ดีใจ')
    await sendBack()
    await resegmentDraft(desk.workbench, desk.people.translator, made.draftId, {
      kind: 'merge',
      segmentId: segment(1),
    })
    const [, merged] = await desk.workbench.storage.segments.list(made.draftId)
    expect(await notes()).toMatchObject([{ segmentId: merged?.id, isEarlier: true, mark: { quote: 'ดีใจ' } }])
  })
})
