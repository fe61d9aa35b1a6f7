import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ArticleBlock } from '../../src/domain/align-article.ts'
import { doubtfulBelow } from '../../src/domain/segment.ts'
import { paths } from '../../src/web/paths.ts'
import { importArticle } from '../../src/workflows/confirm-import.ts'
import { resegmentDraft } from '../../src/workflows/resegment-draft.ts'
import { reviseSegment } from '../../src/workflows/revise-segment.ts'
import { undoResegmentation } from '../../src/workflows/undo-resegmentation.ts'
import { startDesk, type Desk } from '../support/desk.ts'

let desk: Desk
let draftId: number
beforeAll(async () => {
  desk = await startDesk()
})

const paragraphs = (...texts: readonly string[]): ArticleBlock[] =>
  texts.map((text) => ({ kind: 'paragraph', text }))

const article = {
  source: paragraphs('Có 12 ghe hàng. Khách đến đông.', 'Nông dân trồng 40 ha lúa.'),
  target: paragraphs('มีเรือ 12 ลำ ผู้มาเยือนมาก', 'ชาวนาปลูกข้าว 40 เฮกตาร์'),
}

const importDraft = (parts: { articleId?: number; source?: ArticleBlock[]; target?: ArticleBlock[] }) =>
  importArticle(desk.workbench, desk.people.translator, {
    articleId: null,
    sourceLanguage: 'vi',
    targetLanguage: 'th',
    source: [],
    target: [],
    sourceUrl: null,
    byline: null,
    publishedOn: null,
    ...parts,
  })

beforeEach(async () => {
  draftId = (await importDraft(article)).draftId ?? 0
})

const segments = () => desk.workbench.storage.segments.list(draftId)
const confidences = async () => (await segments()).map(({ alignmentConfidence }) => alignmentConfidence)
const setConfidence = (id: number, alignment_confidence: number) =>
  desk.workbench.storage.reader('segments').where({ id }).update({ alignment_confidence })

describe('how sure the aligner was', () => {
  test('is kept with every segment that it made', async () => {
    const all = await confidences()
    expect(all).toHaveLength(3)
    for (const confidence of all) {
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
    }
  })

  test('is kept, too, when the source arrives after its draft, and not before', async () => {
    const { articleId, draftId: late } = await importDraft({ target: article.target })
    draftId = late ?? 0
    expect(new Set(await confidences())).toEqual(new Set([null]))
    await importDraft({ articleId, source: article.source })
    expect(await confidences()).not.toContain(null)
  })

  test.each(['merge', 'move-break', 'split'] as const)(
    'is no longer said once a person has decided: %s',
    async (kind) => {
      const [first, , third] = await segments()
      if (!first || !third) throw new Error('no segments')
      const segmentId = first.id
      const before = await confidences()
      const { resegmentationId, segmentIds } = await resegmentDraft(
        desk.workbench,
        desk.people.translator,
        draftId,
        kind === 'split'
          ? { kind, segmentId, basedOn: first.revision.id, sourceAt: 5, targetAt: 6 }
          : kind === 'merge'
            ? { kind, segmentId }
            : { kind, segmentId, direction: 'left' },
      )
      const now = await segments()
      for (const { id, alignmentConfidence } of now)
        expect(alignmentConfidence === null).toBe(segmentIds.includes(id))
      await undoResegmentation(desk.workbench, desk.people.translator, resegmentationId)
      expect(await confidences()).toEqual(before)
    },
  )
})

describe('the review page', () => {
  const review = async () =>
    (await (await desk.agentFor('editor')).get(paths.draft(draftId))).text.replace(/\s+/g, ' ')
  const marks = async () => (await review()).match(/check the alignment/g)?.length ?? 0

  test('marks what is in doubt, and leads there, until somebody has confirmed it', async () => {
    const [first, second, third] = await segments()
    if (!first || !second || !third) throw new Error('no segments')
    for (const { id } of [first, third]) await setConfidence(id, doubtfulBelow + 0.01)
    await setConfidence(second.id, doubtfulBelow - 0.01)
    expect(await marks()).toBe(1)
    expect(await review()).toContain(`href="${paths.draft(draftId, second.id)}">1 alignment to check`)
    await reviseSegment(desk.workbench, desk.people.translator, {
      segmentId: second.id,
      text: second.revision.text,
      basedOn: second.revision.id,
      operationId: randomUUID(),
      confirm: true,
    })
    expect(await marks()).toBe(0)
    expect(await review()).not.toContain('alignment to check')
  })
})
