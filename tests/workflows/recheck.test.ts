import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ArticleBlock } from '../../src/domain/align-article.ts'
import { addConcept } from '../../src/workflows/add-concept.ts'
import { importArticle, type ArticleContent } from '../../src/workflows/confirm-import.ts'
import { recheckOutdatedDrafts, settleFindings } from '../../src/workflows/recheck.ts'
import { reviseSegment } from '../../src/workflows/revise-segment.ts'
import { startDesk, type Desk } from '../support/desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})

const paragraphs = (...texts: readonly string[]): ArticleBlock[] =>
  texts.map((text) => ({ kind: 'paragraph', text }))

const importDraft = (parts: Partial<ArticleContent>) =>
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

const addTerm = (source: string, target: string) => {
  const term = { status: 'preferred', caseSensitive: false } as const
  const terms = [
    { ...term, language: 'vi', text: source },
    { ...term, language: 'th', text: target },
  ]
  const content = { subject: '', definition: '', note: '', source: '', terms }
  return addConcept(desk.workbench, desk.people.terminologist, { content, homonym: true })
}

const findings = async (draftId: number) => {
  await settleFindings(desk.workbench, draftId)
  return desk.workbench.storage.findings.list(draftId)
}
const conceptUses = (draftId: number) =>
  desk.workbench.storage.reader('concept_uses').where({ draft_id: draftId }).pluck<number[]>('concept_id')

describe('findings', () => {
  test('that are found again after a save elsewhere are the same ones as before', async () => {
    const { draftId } = await importDraft({
      source: paragraphs('Năm 2024 có mưa.', 'Năm 2025 có bão.', 'Có 12 người.'),
      target: paragraphs('ปี 2567 มีฝน', 'ปี 2025 มีพายุ', 'มี 21 คน'),
    })
    const before = await findings(draftId ?? 0)
    expect(before.map(({ finding }) => finding.check).toSorted()).toEqual(['era-mixed', 'numbers-differ'])
    const last = (await desk.workbench.storage.segments.list(draftId ?? 0)).at(-1)
    if (!last) throw new Error('no segment')
    await reviseSegment(desk.workbench, desk.people.translator, {
      segmentId: last.id,
      text: 'มี 12 คน',
      basedOn: last.revision.id,
      operationId: randomUUID(),
      confirm: false,
    })
    const after = await findings(draftId ?? 0)
    expect(after).toEqual(before.filter(({ finding }) => finding.check === 'era-mixed'))
  })

  test('of a text that a process saved and died before it was checked are found by the next one', async () => {
    const { draftId } = await importDraft({
      source: paragraphs('Có 12 người.', 'Có 34 người.'),
      target: paragraphs('มี 12 คน', 'มี 34 คน'),
    })
    const { storage, rechecks } = desk.workbench
    const dying = { ...desk.workbench, rechecks: { ...rechecks, soon: () => undefined } }
    const [first, second] = await storage.segments.list(draftId ?? 0)
    for (const segment of [first, second])
      await reviseSegment(dying, desk.people.translator, {
        segmentId: segment?.id ?? 0,
        text: 'มี 99 คน',
        basedOn: segment?.revision.id ?? 0,
        operationId: randomUUID(),
        confirm: false,
      })
    expect(await storage.findings.list(draftId ?? 0)).toEqual([])
    await recheckOutdatedDrafts(desk.workbench)
    const found = await storage.findings.list(draftId ?? 0)
    expect(found.map(({ finding, segmentId }) => [finding.check, segmentId])).toEqual([
      ['numbers-differ', first?.id],
      ['numbers-differ', second?.id],
    ])
  })

  test('are written once however often nothing has changed', async () => {
    const { draftId } = await importDraft({
      source: paragraphs('Có 12 người.'),
      target: paragraphs('มี 21 คน'),
    })
    const before = await findings(draftId ?? 0)
    await addTerm('con mèo', 'แมว')
    await recheckOutdatedDrafts(desk.workbench)
    expect(await findings(draftId ?? 0)).toEqual(before)
  })
})

describe('the concepts of a draft', () => {
  test('are known as soon as its source has come, also when the draft was checked already', async () => {
    const concept = await addTerm('con trâu', 'ควาย')
    const { articleId, draftId } = await importDraft({ target: paragraphs('ควายกินหญ้า') })
    expect(await conceptUses(draftId ?? 0)).toEqual([])
    await importDraft({ articleId, source: paragraphs('Con trâu ăn cỏ.') })
    expect(await conceptUses(draftId ?? 0)).toEqual([concept])
  })
})

describe('rechecking what the glossary has left behind', () => {
  test('goes on past a draft that the database refuses, and says what went wrong', async () => {
    const made = [1, 2, 3].map(() =>
      importDraft({ source: paragraphs('Con gà gáy.'), target: paragraphs('ไก่ขัน') }),
    )
    const [first, refused, last] = (await Promise.all(made)).map(({ draftId }) => draftId ?? 0)
    const { reader, glossary } = desk.workbench.storage
    const change = await glossary.latestChange()
    const refusal = 'alter table drafts add constraint refused check (id <> ? or glossary_checked <= ?)'
    await reader.raw(reader.raw(refusal, [refused ?? 0, change]).toQuery())
    await addTerm('con gà', 'ไก่')
    await expect(recheckOutdatedDrafts(desk.workbench)).rejects.toThrow('1 drafts cannot be rechecked')
    const now = await glossary.latestChange()
    const checked = async (id: number | undefined) =>
      (await desk.workbench.storage.findings.checked(id ?? 0)).glossary
    expect(await Promise.all([first, refused, last].map(checked))).toEqual([now, change, now])
    await reader.raw('alter table drafts drop constraint refused')
    await recheckOutdatedDrafts(desk.workbench)
    expect(await checked(refused)).toBe(now)
  })
})
