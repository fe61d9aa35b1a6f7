import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { Conflict, Refused } from '../../src/domain/errors.ts'
import type { Actor } from '../../src/domain/people.ts'
import type { Segment } from '../../src/domain/segment.ts'
import { applyChangeSet } from '../../src/workflows/apply-change-set.ts'
import { importArticle } from '../../src/workflows/confirm-import.ts'
import { dismissFinding } from '../../src/workflows/dismiss-finding.ts'
import { resegmentDraft } from '../../src/workflows/resegment-draft.ts'
import { settleFindings } from '../../src/workflows/recheck.ts'
import { reviseSegment, type SaveRequest } from '../../src/workflows/revise-segment.ts'
import { undoChangeSet } from '../../src/workflows/undo-change-set.ts'
import { undoResegmentation } from '../../src/workflows/undo-resegmentation.ts'
import { startDesk, type Desk } from '../support/desk.ts'

let desk: Desk
let translator: Actor
beforeAll(async () => {
  desk = await startDesk()
  translator = desk.people.translator
})

const paragraphs = [
  ['Tỉnh khánh thành ba cây cầu. Người dân rất vui mừng.', 'จังหวัดเปิดใช้สะพานสามแห่ง ประชาชนดีใจมาก'],
  ['Ông Lê Văn Hòa cho biết cầu dài 250 mét.', 'นายLe Van Hoa กล่าวว่าสะพานยาว 205 เมตร'],
] as const

async function newDraft(): Promise<number> {
  const { draftId } = await importArticle(desk.workbench, translator, {
    articleId: null,
    sourceLanguage: 'vi',
    targetLanguage: 'th',
    source: [
      { kind: 'title', text: 'Ba cây cầu mới' },
      ...paragraphs.map(([text]) => ({ kind: 'paragraph' as const, text })),
    ],
    target: [
      { kind: 'title', text: 'สะพานใหม่สามแห่ง' },
      ...paragraphs.map(([, text]) => ({ kind: 'paragraph' as const, text })),
    ],
    sourceUrl: null,
    byline: null,
    publishedOn: null,
  })
  return draftId ?? 0
}

const segmentsOf = (draftId: number) => desk.workbench.storage.segments.list(draftId)
const findingsOf = async (draftId: number) => {
  await settleFindings(desk.workbench, draftId)
  return desk.workbench.storage.findings.list(draftId)
}
const save = (segment: Segment, text: string, rest: Partial<SaveRequest> = {}, actor = translator) =>
  reviseSegment(desk.workbench, actor, {
    segmentId: segment.id,
    text,
    basedOn: segment.revision.id,
    operationId: randomUUID(),
    confirm: false,
    ...rest,
  })
const at = (segments: readonly Segment[], index: number): Segment => {
  const segment = segments.at(index)
  if (!segment) throw new Error(`no segment ${index}`)
  return segment
}
const targetOf = (segments: readonly Segment[]) =>
  segments.map(({ revision, targetAfter }) => revision.text + targetAfter).join('')
const sourceOf = (segments: readonly Segment[]) =>
  segments.map(({ sourceText, sourceAfter }) => sourceText + sourceAfter).join('|')

describe('a save', () => {
  test('becomes a revision, and the machine text stays the first', async () => {
    const segment = at(await segmentsOf(await newDraft()), 0)
    const answer = await save(segment, 'สะพานใหม่สามสาย')
    const history = await desk.workbench.storage.segments.history(segment.id)
    expect(history.map(({ text, origin }) => [text, origin])).toEqual([
      ['สะพานใหม่สามแห่ง', 'machine'],
      ['สะพานใหม่สามสาย', 'person'],
    ])
    expect(answer.revisionId).toBe(history[1]?.id)
  })

  test('on an older revision is a conflict that names what stands and writes nothing, also for the same person', async () => {
    const segment = at(await segmentsOf(await newDraft()), 0)
    await save(segment, 'ข้อความแรก')
    const conflict = await save(segment, 'ข้อความที่สอง').catch((error: unknown) => error)
    expect(conflict).toBeInstanceOf(Conflict)
    expect((conflict as Conflict).current).toMatchObject({ text: 'ข้อความแรก', author: translator.name })
    expect(await desk.workbench.storage.segments.history(segment.id)).toHaveLength(2)
  })

  test('repeated under the same name gives the first answer and makes one revision', async () => {
    const segment = at(await segmentsOf(await newDraft()), 0)
    const operationId = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => save(segment, 'ครั้งเดียว', { operationId })),
    )
    expect(new Set(answers.map(({ revisionId }) => revisionId)).size).toBe(1)
    expect(await desk.workbench.storage.segments.history(segment.id)).toHaveLength(2)
    await expect(save(segment, 'อย่างอื่น', { operationId })).rejects.toBeInstanceOf(Refused)
  })

  test('checks the text again: a mended number is no longer reported', async () => {
    const draftId = await newDraft()
    const before = await findingsOf(draftId)
    expect(before.map(({ finding }) => finding.check)).toContain('numbers-differ')
    const segment = at(await segmentsOf(draftId), -1)
    await save(segment, segment.revision.text.replace('205', '250'))
    const after = await findingsOf(draftId)
    expect(after.map(({ finding }) => finding.check)).not.toContain('numbers-differ')
    expect(after.map(({ finding }) => finding.check)).toContain('name-untransliterated')
  })

  test('confirms only when asked to, and takes a final segment down', async () => {
    const draftId = await newDraft()
    const segment = at(await segmentsOf(draftId), 0)
    expect((await save(segment, 'แก้แล้ว')).state).toBe('initial')
    const edited = at(await segmentsOf(draftId), 0)
    expect((await save(edited, 'แก้แล้ว', { confirm: true })).state).toBe('translated')
    await desk.workbench.storage.segments.setState([segment.id], 'final')
    const final = at(await segmentsOf(draftId), 0)
    expect((await save(final, 'แก้อีก')).state).toBe('translated')
  })
})

test('a draft that came before its source is not reported for differing from it, and is as soon as the source is there', async () => {
  const half = {
    sourceLanguage: 'vi',
    targetLanguage: 'th',
    sourceUrl: null,
    byline: null,
    publishedOn: null,
  }
  const target = paragraphs.map(([, text]) => ({ kind: 'paragraph' as const, text }))
  const { articleId, draftId } = await importArticle(desk.workbench, translator, {
    ...half,
    articleId: null,
    source: [],
    target,
  })
  expect(await findingsOf(draftId ?? 0)).toEqual([])
  await importArticle(desk.workbench, translator, {
    ...half,
    articleId,
    source: paragraphs.map(([text]) => ({ kind: 'paragraph' as const, text })),
    target: [],
  })
  const checks = (await findingsOf(draftId ?? 0)).map(({ finding }) => finding.check)
  expect(checks).toEqual(expect.arrayContaining(['numbers-differ', 'name-untransliterated']))
})

test('the database refuses to change or remove a revision, a current revision of another segment, and a changed source', async () => {
  const draftId = await newDraft()
  const [first, second] = [at(await segmentsOf(draftId), 0), at(await segmentsOf(draftId), 1)]
  const { reader } = desk.workbench.storage
  await expect(
    reader('segment_revisions').where({ segment_id: first.id }).update({ text: 'x' }),
  ).rejects.toThrow('append-only')
  await expect(reader('segment_revisions').where({ segment_id: first.id }).delete()).rejects.toThrow(
    'append-only',
  )
  await expect(reader('segments').where({ id: first.id }).update({ source_text: 'x' })).rejects.toThrow(
    'may not change',
  )
  await expect(
    reader('segments').where({ id: first.id }).update({ current_revision_id: second.revision.id }),
  ).rejects.toThrow()
  await expect(reader('events').delete()).rejects.toThrow('append-only')
})

test('two writers, 200 interleaved saves each: every acknowledged save is in the history and none is overwritten', async () => {
  const draftId = await newDraft()
  const acknowledged: { segmentId: number; revisionId: number; text: string }[] = []
  const conflicts: number[] = []
  const write = async (name: string, actor: Actor) => {
    for (let turn = 0; turn < 200; turn++) {
      const segment = at(await segmentsOf(draftId), turn % 4)
      const text = `${segment.revision.text.slice(0, 30)} ${name}${turn}`
      await save(segment, text, {}, actor).then(
        ({ revisionId }) => acknowledged.push({ segmentId: segment.id, revisionId, text }),
        (error: unknown) => {
          if (!(error instanceof Conflict)) throw error
          conflicts.push(turn)
        },
      )
    }
  }
  await Promise.all([write('ก', translator), write('ข', desk.people.editor)])
  expect(acknowledged.length + conflicts.length).toBe(400)
  for (const segment of await segmentsOf(draftId)) {
    const history = await desk.workbench.storage.segments.history(segment.id)
    expect(history.map(({ number }) => number)).toEqual(history.map((_, index) => index + 1))
    const saved = acknowledged.filter(({ segmentId }) => segmentId === segment.id)
    const texts = new Map(history.map(({ id, text }) => [id, text]))
    for (const { revisionId, text } of saved) expect(texts.get(revisionId)).toBe(text)
    expect(history).toHaveLength(saved.length + 1)
  }
}, 120_000)

describe('the cuts', () => {
  test('merge, split and move without changing a character, and come back by undo', async () => {
    const draftId = await newDraft()
    const before = await segmentsOf(draftId)
    const recuts = [
      (segments: readonly Segment[]) => ({ kind: 'merge' as const, segmentId: at(segments, 1).id }),
      (segments: readonly Segment[]) => ({
        kind: 'move-break' as const,
        segmentId: at(segments, 1).id,
        direction: 'right' as const,
      }),
      (segments: readonly Segment[]) => ({
        kind: 'move-break' as const,
        segmentId: at(segments, 2).id,
        direction: 'left' as const,
      }),
      (segments: readonly Segment[]) => ({
        kind: 'split' as const,
        segmentId: at(segments, 1).id,
        basedOn: at(segments, 1).revision.id,
        sourceAt: 12,
        targetAt: 8,
      }),
    ]
    for (const recut of recuts) {
      const { resegmentationId } = await resegmentDraft(desk.workbench, translator, draftId, recut(before))
      const after = await segmentsOf(draftId)
      expect(targetOf(after)).toBe(targetOf(before))
      expect(sourceOf(after).replaceAll('|', '')).toBe(sourceOf(before).replaceAll('|', ''))
      expect(after.map(({ id }) => id)).not.toEqual(before.map(({ id }) => id))
      await undoResegmentation(desk.workbench, translator, resegmentationId)
      expect(await segmentsOf(draftId)).toEqual(before)
    }
  })

  test('keep what the machine wrote beside what a person wrote', async () => {
    const draftId = await newDraft()
    const edited = at(await segmentsOf(draftId), 1)
    await save(edited, `${edited.revision.text}แล้ว`)
    const { segmentIds } = await resegmentDraft(desk.workbench, translator, draftId, {
      kind: 'merge',
      segmentId: edited.id,
    })
    const [merged] = await desk.workbench.storage.segments.many(segmentIds)
    const history = await desk.workbench.storage.segments.history(merged?.id ?? 0)
    expect(history.map(({ origin }) => origin)).toEqual(['machine', 'person'])
    expect(history[0]?.text).toBe(paragraphs[0][1])
    expect(history[1]?.text).toBe('จังหวัดเปิดใช้สะพานสามแห่งแล้ว ประชาชนดีใจมาก')
  })

  test('cannot be undone once somebody has written in them, and a save to a segment that is gone is a conflict', async () => {
    const draftId = await newDraft()
    const old = at(await segmentsOf(draftId), 1)
    const { resegmentationId, segmentIds } = await resegmentDraft(desk.workbench, translator, draftId, {
      kind: 'merge',
      segmentId: old.id,
    })
    await expect(save(old, 'เขียนในที่เก่า')).rejects.toMatchObject({ key: 'segment-recut' })
    const [merged] = await desk.workbench.storage.segments.many(segmentIds)
    if (!merged) throw new Error('nothing merged')
    await save(merged, 'เขียนในที่ใหม่')
    await expect(undoResegmentation(desk.workbench, translator, resegmentationId)).rejects.toMatchObject({
      key: 'changed-since',
    })
  })

  test('are not made in a text that has changed since the place was chosen', async () => {
    const draftId = await newDraft()
    const seen = at(await segmentsOf(draftId), 1)
    await save(seen, `วันนี้${seen.revision.text}`)
    const before = await segmentsOf(draftId)
    await expect(
      resegmentDraft(desk.workbench, translator, draftId, {
        kind: 'split',
        segmentId: seen.id,
        basedOn: seen.revision.id,
        sourceAt: 12,
        targetAt: 8,
      }),
    ).rejects.toMatchObject({ key: 'split-of-old-text' })
    expect(await segmentsOf(draftId)).toEqual(before)
  })

  test('do not merge two paragraphs', async () => {
    const segments = await segmentsOf(await newDraft())
    const last = at(
      segments.filter(({ unitId }) => unitId === at(segments, 1).unitId),
      -1,
    )
    await expect(
      resegmentDraft(desk.workbench, translator, last.draftId, { kind: 'merge', segmentId: last.id }),
    ).rejects.toMatchObject({ key: 'merge-across-units' })
  })
})

describe('a change set', () => {
  test('changes many places as one, leaves what moved on, and is undone as one', async () => {
    const draftId = await newDraft()
    const before = await segmentsOf(draftId)
    const places = before.flatMap((segment) =>
      Array.from(segment.revision.text.matchAll(/สะพาน/g), ({ index }) => ({
        segmentId: segment.id,
        revisionId: segment.revision.id,
        start: index,
        end: index + 5,
        replacement: 'ทางข้าม',
      })),
    )
    expect(places.length).toBeGreaterThan(2)
    await save(at(before, 0), 'เปลี่ยนไปแล้ว')
    const answer = await applyChangeSet(desk.workbench, translator, { draftId, reason: 'cầu', places })
    expect(answer.skipped).toHaveLength(1)
    const mended = await segmentsOf(draftId)
    expect(targetOf(mended.slice(1))).toBe(targetOf(before.slice(1)).replaceAll('สะพาน', 'ทางข้าม'))
    await undoChangeSet(desk.workbench, translator, answer.changeSetId ?? 0)
    expect(targetOf((await segmentsOf(draftId)).slice(1))).toBe(targetOf(before.slice(1)))
    await expect(undoChangeSet(desk.workbench, translator, answer.changeSetId ?? 0)).rejects.toMatchObject({
      key: 'undone-already',
    })
  })
})

test('a dismissed finding stays dismissed when the segment is edited elsewhere', async () => {
  const draftId = await newDraft()
  const name = (await findingsOf(draftId)).find(({ finding }) => finding.check === 'name-untransliterated')
  if (!name) throw new Error('the Latin name was not found')
  await dismissFinding(desk.workbench, translator, name.id, 'เขียนตามบัตรประชาชน')
  const segment = (await segmentsOf(draftId)).find(({ id }) => id === name.segmentId)
  if (!segment) throw new Error('no segment')
  await save(segment, `${segment.revision.text} แล้ว`)
  const again = (await findingsOf(draftId)).find(({ finding }) => finding.check === 'name-untransliterated')
  expect(again?.dismissal).toMatchObject({ reason: 'เขียนตามบัตรประชาชน', by: translator.name })
})
