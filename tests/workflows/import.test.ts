import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ArticleBlock } from '../../src/domain/align-article.ts'
import { unitKinds } from '../../src/domain/article.ts'
import { Conflict, NotFound, Refused } from '../../src/domain/errors.ts'
import type { Segment } from '../../src/domain/segment.ts'
import {
  confirmImport,
  defaultChoice,
  importArticle,
  type ArticleContent,
} from '../../src/workflows/confirm-import.ts'
import { importPreview, previewImport } from '../../src/workflows/preview-import.ts'
import { reviseSegment } from '../../src/workflows/revise-segment.ts'
import { writeComment } from '../../src/workflows/write-comment.ts'
import { bridge, bridgeInThai, bridgePage, bridgeUrl, linesOf, plain } from '../support/bridge-article.ts'
import { startDesk, type Desk } from '../support/desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})

const blocksOf = (article: typeof bridge): ArticleBlock[] =>
  linesOf(article).map((text, index) => ({
    kind: index === 0 ? 'title' : index === 1 ? 'lead' : 'paragraph',
    text,
  }))

const nothing: ArticleContent = {
  articleId: null,
  sourceLanguage: 'vi',
  targetLanguage: 'th',
  source: [],
  target: [],
  sourceUrl: null,
  byline: null,
  publishedOn: null,
}
const bring = (content: Partial<ArticleContent>) =>
  importArticle(desk.workbench, desk.people.translator, { ...nothing, ...content })
const bringDraft = async (content: Partial<ArticleContent>) => {
  const { articleId, draftId } = await bring(content)
  if (draftId === null) throw new Error('no draft was made')
  return { articleId, draftId }
}

const segmentsOf = (draftId: number) => desk.workbench.storage.segments.list(draftId)
const targetOf = (segments: readonly Segment[]) =>
  segments.map(({ revision, targetAfter }) => revision.text + targetAfter).join('')
const machineOf = async (segments: readonly Segment[]) =>
  (
    await Promise.all(
      segments.map(
        async ({ id, targetAfter }) => (await desk.workbench.storage.segments.machineText(id)) + targetAfter,
      ),
    )
  ).join('')

describe('an imported article', () => {
  test('has its texts side by side, sentence by sentence, in the units of its source', async () => {
    const { articleId, draftId } = await bringDraft({
      source: blocksOf(bridge),
      target: blocksOf(bridgeInThai),
    })
    const segments = await segmentsOf(draftId)
    const units = await desk.workbench.storage.articles.units(articleId)
    expect(units.map(({ kind }) => kind)).toEqual(['title', 'lead', 'paragraph', 'paragraph', 'paragraph'])
    expect(segments.length).toBeGreaterThan(units.length)
    for (const { id, sourceText } of units) {
      const own = segments.filter(({ unitId }) => unitId === id)
      expect(own.map((segment) => segment.sourceText + segment.sourceAfter).join('')).toBe(sourceText)
    }
    const bridgeSentence = segments.find(({ sourceText }) => sourceText.startsWith('Công trình'))
    expect(bridgeSentence?.revision.text).toContain('18,000 ล้านด่ง')
  })

  test('begins with the machine’s text, and says so in its history', async () => {
    const { articleId, draftId } = await bringDraft({
      target: blocksOf(bridgeInThai),
      source: blocksOf(bridge),
    })
    const segments = await segmentsOf(draftId)
    expect(
      segments.every(({ revision, state }) => revision.origin === 'machine' && state === 'initial'),
    ).toBe(true)
    expect(await machineOf(segments)).toBe(plain(bridgeInThai))
    const events = await desk.workbench.storage
      .reader('events')
      .where({ article_id: articleId })
      .orderBy('id')
      .pluck<string[]>('type')
    expect(events).toEqual(['article_imported', 'draft_imported'])
  })

  test('has every character of its kept blocks in one segment or between two, whatever the blocks are and whichever half comes first', async () => {
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            'Ông Lê Văn A nói. ',
            'Năm 2024, 3.000 tấn',
            'นายเล กล่าวว่า ',
            '  ',
            'ๆ “ก” ',
            '🇻🇳',
            'é',
            '.',
          ),
          fc.string({ unit: 'grapheme', maxLength: 12 }),
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map((parts) =>
        parts
          .join('')
          .replace(/[\s\p{Cc}\p{Cs}\ufffe\uffff]+/gu, ' ')
          .trim(),
      )
      .filter((line) => line !== '')
    const blocks: fc.Arbitrary<ArticleBlock[]> = fc.array(
      fc.record({
        kind: fc.constantFrom(...unitKinds),
        text,
      }),
      { maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(blocks, blocks, fc.boolean(), async (source, target, isLate) => {
        fc.pre(target.length > 0)
        const { articleId, draftId } = await bringDraft(isLate ? { target } : { source, target })
        if (isLate && source.length > 0) await bring({ articleId, source })
        const segments = await segmentsOf(draftId)
        expect(targetOf(segments)).toBe(target.map((block) => block.text).join('\n\n'))
        expect(await machineOf(segments)).toBe(targetOf(segments))
        const units = await desk.workbench.storage.articles.units(articleId)
        if (source.length > 0)
          expect(units.map((unit) => unit.sourceText)).toEqual(source.map((block) => block.text))
        for (const { id, sourceText } of units) {
          const own = segments.filter(({ unitId }) => unitId === id)
          expect(own.map((segment) => segment.sourceText + segment.sourceAfter).join('')).toBe(sourceText)
        }
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})

describe('a draft whose source comes later', () => {
  const mended = 'ตำบลเตินเหลิปเปิดสะพานใหม่ หลังรอมาสองปี'

  test('keeps its text, the machine’s text, its history, its writers and its comments', async () => {
    const { translator, secondTranslator, editor } = desk.people
    const { articleId, draftId } = await bringDraft({ target: blocksOf(bridgeInThai) })
    const before = await segmentsOf(draftId)
    expect(before).toHaveLength(5)
    const write = (index: number, actor: typeof translator, change: (text: string) => string) => {
      const segment = before[index]
      if (!segment) throw new Error('no such segment')
      return reviseSegment(desk.workbench, actor, {
        segmentId: segment.id,
        text: change(segment.revision.text),
        basedOn: segment.revision.id,
        operationId: randomUUID(),
        confirm: true,
      })
    }
    await write(0, translator, () => mended)
    await write(3, secondTranslator, (text) => text.replace('นั่งเรือข้ามฟาก', 'ลงเรือข้ามฟาก'))
    await writeComment(desk.workbench, editor, {
      draftId,
      segmentId: before[4]?.id ?? 0,
      body: 'Đúng năm chưa?',
    })
    const text = targetOf(await segmentsOf(draftId))

    const answer = await bring({
      articleId,
      source: blocksOf(bridge),
      sourceUrl: 'https://bao.example/sau.html',
    })
    expect(answer).toEqual({ articleId, draftId })
    const after = await segmentsOf(draftId)
    expect(after.length).toBeGreaterThan(5)
    expect(targetOf(after)).toBe(text)
    expect(await machineOf(after)).toBe(plain(bridgeInThai))
    expect(after.map(({ sourceText, sourceAfter }) => sourceText + sourceAfter).join('')).toBe(
      linesOf(bridge).join(''),
    )
    expect(after[0]?.revision).toMatchObject({ text: mended, authorId: translator.id })
    const changed = after.find(({ revision }) => revision.text.includes('ลงเรือข้ามฟาก'))
    expect(changed?.revision.authorId).toBe(secondTranslator.id)
    const people = after.filter(({ revision }) => revision.origin === 'person')
    expect(people).toHaveLength(2)

    const history = await desk.workbench.storage.segments.history(before[0]?.id ?? 0)
    expect(history.map((revision) => [revision.origin, revision.text])).toEqual([
      ['machine', bridgeInThai.title],
      ['person', mended],
    ])
    const comments = await desk.workbench.storage.reader('comments').where({ draft_id: draftId })
    const place = after.find(({ id }) => id === (comments[0] as { segment_id: number }).segment_id)
    expect(place?.sourceText).toMatch(/^Theo kế hoạch/)
    expect(await desk.workbench.storage.articles.get(articleId)).toMatchObject({
      sourceUrl: 'https://bao.example/sau.html',
    })
  })

  test('takes no second source, and no other draft before it has one', async () => {
    const { articleId } = await bringDraft({ target: blocksOf(bridgeInThai) })
    const lao = { articleId, targetLanguage: 'lo', target: [{ kind: 'title', text: 'ຂົວໃໝ່' }] } as const
    await expect(bring(lao)).rejects.toThrow(new Refused('source-needed-first'))
    await bring({ articleId, source: blocksOf(bridge) })
    await expect(bring({ articleId, source: blocksOf(bridge) })).rejects.toThrow(
      new Refused('source-there-already'),
    )
    expect((await bring(lao)).draftId).not.toBeNull()
    await expect(bring(lao)).rejects.toThrow(new Refused('draft-there-already'))
  })
})

describe('a source that is there first', () => {
  test('gets one draft a language, also when two bring it at once', async () => {
    const { articleId, draftId } = await bring({ source: blocksOf(bridge) })
    expect(draftId).toBeNull()
    const both = await Promise.allSettled(
      [0, 1].map(() => bring({ articleId, target: blocksOf(bridgeInThai) })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = both.find((outcome) => outcome.status === 'rejected')
    expect(refused?.reason).toEqual(new Refused('draft-there-already'))
    const [draft] = await desk.workbench.storage.articles.draftsOf(articleId)
    expect(targetOf(await segmentsOf(draft?.id ?? 0))).toBe(plain(bridgeInThai))
  })

  test('has an address that no other article gets, and a failed import leaves nothing', async () => {
    const sourceUrl = 'https://bao.example/mot-bai.html'
    const { articleId } = await bring({ source: blocksOf(bridge), sourceUrl })
    const { reader } = desk.workbench.storage
    const count = async () =>
      Promise.all(
        ['articles', 'units', 'drafts', 'segments', 'segment_revisions', 'events'].map((table) =>
          reader(table).count(),
        ),
      )
    const before = await count()
    const twin = bring({ source: blocksOf(bridge), target: blocksOf(bridgeInThai), sourceUrl })
    await expect(twin).rejects.toThrow(Conflict)
    await expect(twin).rejects.toMatchObject({ key: 'article-exists', current: { articleId } })
    expect(await count()).toEqual(before)
  })
})

describe('a preview', () => {
  const side = (text: string) => ({ text, file: null })
  const request = {
    source: side(bridgePage),
    target: side(plain(bridgeInThai)),
    sourceLanguage: 'vi',
    targetLanguage: 'th',
    sourceUrl: '',
    articleId: null,
  }

  test('chooses the article and leaves the rest of the page', async () => {
    const { translator } = desk.people
    const preview = await importPreview(
      desk.workbench,
      translator,
      await previewImport(desk.workbench, translator, request),
    )
    const choice = defaultChoice(preview)
    expect(choice.source.map(({ index }) => preview.source?.blocks[index]?.text)).toEqual(linesOf(bridge))
    expect(choice).toMatchObject({ sourceUrl: bridgeUrl, byline: 'Lê Minh Hoa', publishedOn: '2025-03-12' })
    expect(preview.source?.blocks.filter(({ kept }) => !kept).every(({ reason }) => reason)).toBe(true)
  })

  test('can be confirmed by its maker alone, once; a repeat gets the first answer', async () => {
    const { translator, secondTranslator } = desk.people
    const id = await previewImport(desk.workbench, translator, {
      ...request,
      sourceUrl: 'https://bao.example/p',
    })
    const choice = defaultChoice(await importPreview(desk.workbench, translator, id))
    await expect(confirmImport(desk.workbench, secondTranslator, id, choice)).rejects.toThrow(NotFound)
    const first = await confirmImport(desk.workbench, translator, id, choice)
    expect(await confirmImport(desk.workbench, translator, id, { ...choice, target: [] })).toEqual(first)
    await expect(confirmImport(desk.workbench, secondTranslator, id, choice)).rejects.toThrow(NotFound)
  })
})
