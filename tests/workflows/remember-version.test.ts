import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { vietnamese } from '../../src/engine/languages/vi/vietnamese.ts'
import { createSimilarity } from '../../src/engine/memory/similarity.ts'
import { sourceKey, sourceTokens } from '../../src/engine/memory/source-tokens.ts'
import { approveVersion } from '../../src/workflows/approve-version.ts'
import { findSimilar } from '../../src/workflows/find-similar.ts'
import { recallMatches } from '../../src/workflows/recall-matches.ts'
import { rememberApproved } from '../../src/workflows/remember-version.ts'
import { returnVersion } from '../../src/workflows/return-version.ts'
import { submitDraft } from '../../src/workflows/submit-draft.ts'
import { startDesk, type Desk } from '../support/desk.ts'
import { makeDraft, writeIn } from '../support/factories.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})

interface Line {
  readonly source: string
  readonly target: string
}

const draftOf = (lines: readonly Line[]) =>
  makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: lines[0] ?? { source: '', target: '' },
    paragraphs: lines.slice(1),
  })
const submit = (draftId: number) => submitDraft(desk.workbench, desk.people.translator, { draftId, note: '' })
const approve = async (draftId: number) => {
  const { id } = await submit(draftId)
  await approveVersion(desk.workbench, desk.people.editor, id, { note: '', comments: [] })
  await rememberApproved(desk.workbench)
  return id
}
const recall = async (segmentId: number) =>
  (await recallMatches(desk.workbench, segmentId)).matches.map(
    ({ kind, percent, targetText, isSuperseded }) => ({
      kind,
      percent,
      targetText,
      isSuperseded,
    }),
  )

describe('what was approved', () => {
  test('is found again: between the same neighbours, by itself, and where one word differs', async () => {
    const before = await draftOf([
      { source: 'Lễ hội đền Trăng', target: 'เทศกาลวัดจันทร์' },
      { source: 'Ba nghìn người dự hội.', target: 'ผู้ร่วมงานสามพันคน' },
      { source: 'Hội mở đến chủ nhật.', target: 'งานเปิดถึงวันอาทิตย์' },
    ])
    await approve(before.draftId)
    const same = await draftOf([
      { source: 'Lễ hội đền  Trăng', target: '' },
      { source: 'Ba nghìn người dự hội.', target: '' },
      { source: 'Hội mở đến thứ bảy.', target: '' },
      { source: 'Chuyện chẳng liên quan gì.', target: '' },
    ])
    const [title = 0, middle = 0, last = 0, other = 0] = same.segmentIds
    const found = { isSuperseded: false }
    expect(await recall(title)).toEqual([
      { ...found, kind: 'context', percent: 101, targetText: 'เทศกาลวัดจันทร์' },
    ])
    expect(await recall(middle)).toEqual([
      { ...found, kind: 'exact', percent: 100, targetText: 'ผู้ร่วมงานสามพันคน' },
    ])
    expect(await recall(last)).toEqual([
      { ...found, kind: 'fuzzy', percent: 66, targetText: 'งานเปิดถึงวันอาทิตย์' },
    ])
    expect(await recall(other)).toEqual([])
    const { matches } = await recallMatches(desk.workbench, last)
    expect(matches[0]?.differences.map(({ kind, text }) => [kind, text])).toEqual([
      ['same', 'Hội mở đến '],
      ['removed', 'chủ nhật'],
      ['added', 'thứ bảy'],
      ['same', '.'],
    ])
  })

  test('never stands above what was approved in its place later', async () => {
    const source = 'Cầu Rồng thông xe hôm nay.'
    const made = await draftOf([{ source, target: 'สะพานมังกรเปิดวันนี้' }])
    await approve(made.draftId)
    await writeIn(desk.workbench, desk.people.translator, made.segmentIds[0] ?? 0, 'วันนี้สะพานมังกรเปิดใช้')
    await approve(made.draftId)
    const { segmentIds } = await draftOf([{ source, target: '' }])
    expect(
      (await recall(segmentIds[0] ?? 0)).map(({ targetText, isSuperseded }) => [targetText, isSuperseded]),
    ).toEqual([
      ['วันนี้สะพานมังกรเปิดใช้', false],
      ['สะพานมังกรเปิดวันนี้', true],
    ])
  })

  test('enters once, however often it is done, and what was sent back never does', async () => {
    const { reader } = desk.workbench.storage
    const returned = await draftOf([{ source: 'Bài bị trả lại.', target: 'บทความถูกส่งกลับ' }])
    const { id } = await submit(returned.draftId)
    await returnVersion(desk.workbench, desk.people.editor, id, { note: 'no', comments: [] })
    const count = async () =>
      (await reader('memory_entries').count<{ count: number }[]>('* as count'))[0]?.count
    const before = await count()
    await Promise.all([rememberApproved(desk.workbench), rememberApproved(desk.workbench)])
    await reader('memory_versions').delete()
    await Promise.all([rememberApproved(desk.workbench), rememberApproved(desk.workbench)])
    expect(await count()).toBe(before)
    expect(await desk.workbench.storage.memory.versionsLeft()).toEqual([])
    expect(await reader('memory_entries').where({ source_text: 'Bài bị trả lại.' })).toEqual([])
  })
})

test('a look-up finds every entry that is alike by 0.75 or more', async () => {
  const random = fc.sample(
    fc.array(
      fc.constantFrom(
        ...'an ba cá dê én gà hoa im kẹo lúa mưa nắng ổi phở quế rau sen tre ưng vịt'.split(' '),
      ),
      {
        minLength: 2,
        maxLength: 14,
      },
    ),
    { numRuns: 50, seed: 11 },
  )
  // Near ones of each, so that there is something to find.
  const sources = random.flatMap((words, at) => [
    words.join(' '),
    words.map((word, i) => (i === at % words.length ? 'xuân' : word)).join(' '),
    [...words, 'thu'].join(' '),
  ])
  const made = await draftOf(sources.map((source) => ({ source, target: 'ทดสอบ' })))
  await approve(made.draftId)
  const pair = { sourceLanguage: 'vi', targetLanguage: 'th' }
  const all = await desk.workbench.storage
    .reader('memory_entries')
    .select<{ id: number; text: string }[]>({ id: 'id', text: 'source_text' })
  const comparable = (text: string) => {
    const key = sourceKey(text, vietnamese)
    return { key, tokens: sourceTokens(key, vietnamese) }
  }
  for (const query of sources.slice(0, 50)) {
    const similarity = createSimilarity(comparable(query))
    const wanted = all.filter(({ text }) => similarity(comparable(text)) >= 0.75).map(({ id }) => id)
    const found = await findSimilar(desk.workbench.storage, pair, query, { most: 1_000 })
    expect(wanted.length).toBeGreaterThan(0)
    expect(found.map(({ entryId }) => entryId)).toEqual(expect.arrayContaining(wanted))
  }
})
