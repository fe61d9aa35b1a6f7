import { alignArticle, joinBlocks, type AlignedArticle, type ArticleBlock } from '../domain/align-article.ts'
import { unitKinds, type UnitKind } from '../domain/article.ts'
import { Conflict, Invalid, Refused } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import { normalizeSourceUrl } from '../domain/source-url.ts'
import { languageFor } from '../engine/languages/catalog.ts'
import { correspondingOffsets } from '../engine/text/corresponding-offset.ts'
import type { NewSegment } from '../storage/repositories/segments.ts'
import type { Repositories } from '../storage/storage.ts'
import type { Workbench } from '../workbench.ts'
import type { ImportPreview } from './preview-import.ts'
import { recheckSegments } from './recheck.ts'

/** A block that the person keeps, and what they say it is. */
export interface KeptBlock {
  readonly index: number
  readonly kind: UnitKind
}

export interface ImportChoice {
  readonly source: readonly KeptBlock[]
  readonly target: readonly KeptBlock[]
  readonly sourceUrl: string
  readonly byline: string
  readonly publishedOn: string
}

export interface ImportAnswer {
  readonly articleId: number
  /** Null when only a source came. */
  readonly draftId: number | null
}

/** Everything about an article that is ready to be written: no preview, no choices left. */
export interface ArticleContent {
  readonly articleId: number | null
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly source: readonly ArticleBlock[]
  readonly target: readonly ArticleBlock[]
  readonly sourceUrl: string | null
  readonly byline: string | null
  readonly publishedOn: string | null
}

/** Turns a preview into an article, a draft, or the missing half of one. All of it is written, or nothing. */
export async function confirmImport(
  workbench: Workbench,
  actor: Actor,
  previewId: string,
  choice: ImportChoice,
): Promise<ImportAnswer> {
  const preview = await workbench.storage.importPreviews.get<ImportPreview>(previewId, actor.id)
  const content: ArticleContent = {
    articleId: preview.articleId,
    sourceLanguage: preview.sourceLanguage,
    targetLanguage: preview.targetLanguage,
    source: keptBlocks(preview.source, choice.source),
    target: keptBlocks(preview.target, choice.target),
    sourceUrl: choice.sourceUrl === '' ? null : normalizeSourceUrl(choice.sourceUrl),
    byline: choice.byline || null,
    publishedOn: choice.publishedOn || null,
  }
  if (choice.sourceUrl !== '' && content.sourceUrl === null)
    throw new Invalid([{ field: 'sourceUrl', key: 'not-an-address' }])
  return importArticle(workbench, actor, content, (tx) => tx.importPreviews.remove(previewId))
}

/** Writes an article whose blocks are chosen already. `alsoIn` is done in the same transaction. */
export async function importArticle(
  workbench: Workbench,
  actor: Actor,
  content: ArticleContent,
  alsoIn: (tx: Repositories) => Promise<unknown> = () => Promise.resolve(),
): Promise<ImportAnswer> {
  if (content.source.length === 0 && content.target.length === 0)
    throw new Invalid([{ field: 'source', key: 'nothing-to-import' }])
  const prepared = await prepare(workbench, content)
  return workbench.storage.transaction(async (tx) => {
    const answer = await write(workbench, tx, actor, content, prepared)
    await alsoIn(tx)
    return answer
  })
}

const keptBlocks = (page: ImportPreview['source'], kept: readonly KeptBlock[]): ArticleBlock[] =>
  kept.flatMap(({ index, kind }) => {
    const block = page?.blocks[index]
    return block && (unitKinds as readonly string[]).includes(kind) ? [{ kind, text: block.text }] : []
  })

/** Aligns what will stand beside each other: the new halves with each other, or a new half with the one that is there. */
async function prepare(workbench: Workbench, content: ArticleContent): Promise<AlignedArticle> {
  const { storage, engine } = workbench
  const { articleId, sourceLanguage, targetLanguage } = content
  let { source, target } = content
  if (articleId !== null && source.length === 0)
    source = (await storage.articles.units(articleId))
      .filter(hasSource)
      .map(({ kind, sourceText }) => ({ kind, text: sourceText }))
  if (articleId !== null && target.length === 0)
    target = await currentTarget(storage, articleId, targetLanguage)
  const knownPairs = await workbench.analyzer.knownPairs(storage, sourceLanguage, targetLanguage)
  if (source.length === 0 || target.length === 0)
    return alignArticle(source, target, languageFor(sourceLanguage), languageFor(targetLanguage))
  return engine.align({ source, target, sourceLanguage, targetLanguage, knownPairs })
}

const hasSource = ({ sourceText }: { sourceText: string }) => sourceText !== ''

async function currentTarget(
  tx: Repositories,
  articleId: number,
  targetLanguage: string,
): Promise<ArticleBlock[]> {
  const draft = (await tx.articles.draftsOf(articleId)).find(
    (found) => found.targetLanguage === targetLanguage,
  )
  if (!draft) return []
  const kinds = new Map((await tx.articles.units(articleId)).map(({ id, kind }) => [id, kind]))
  const blocks = new Map<number, ArticleBlock>()
  const segments = await tx.segments.list(draft.id)
  segments.forEach(({ unitId, revision, targetAfter }, index) => {
    const isLast = segments[index + 1]?.unitId !== unitId
    const text = (blocks.get(unitId)?.text ?? '') + revision.text + (isLast ? '' : targetAfter)
    blocks.set(unitId, { kind: kinds.get(unitId) ?? 'paragraph', text })
  })
  return [...blocks.values()]
}

async function write(
  workbench: Workbench,
  tx: Repositories,
  actor: Actor,
  content: ArticleContent,
  aligned: AlignedArticle,
): Promise<ImportAnswer> {
  const at = workbench.clock()
  const { sourceLanguage, targetLanguage, sourceUrl, byline, publishedOn } = content
  if (content.articleId === null) {
    const articleId = await tx.articles.add({ sourceLanguage, sourceUrl, byline, publishedOn }, actor.id, at)
    const unitIds = await tx.articles.addUnits(articleId, aligned.units)
    await tx.events.record({ type: 'article_imported', by: actor.id, articleId }, at)
    const draftId =
      content.target.length === 0
        ? null
        : await addDraft(workbench, tx, actor, articleId, targetLanguage, unitIds, aligned, at)
    return { articleId, draftId }
  }

  const { articleId } = content
  const twin = sourceUrl === null ? undefined : await tx.articles.findBySourceUrl(sourceUrl)
  if (twin && twin.id !== articleId) throw new Conflict('article-exists', { articleId: twin.id })
  await tx.articles.complete(articleId, { sourceUrl, byline, publishedOn })
  const drafts = await tx.articles.draftsOf(articleId)
  if (content.source.length > 0) {
    if ((await tx.articles.units(articleId)).some(hasSource)) throw new Refused('source-there-already')
    return addSource(workbench, tx, actor, articleId, drafts, content, aligned, at)
  }
  if (drafts.some((draft) => draft.targetLanguage === targetLanguage))
    throw new Refused('draft-there-already')
  const unitIds = (await tx.articles.units(articleId)).map(({ id }) => id)
  return {
    articleId,
    draftId: await addDraft(workbench, tx, actor, articleId, targetLanguage, unitIds, aligned, at),
  }
}

async function addDraft(
  workbench: Workbench,
  tx: Repositories,
  actor: Actor,
  articleId: number,
  targetLanguage: string,
  unitIds: readonly number[],
  aligned: AlignedArticle,
  at: Date,
): Promise<number> {
  const draftId = await tx.articles.addDraft(articleId, targetLanguage, actor.id, at)
  const machine = aligned.pieces.map(({ targetText }) => targetText)
  const ids = await tx.segments.add(draftId, toSegments(aligned, unitIds, machine, null), at)
  await recheckSegments(workbench, tx, draftId, ids)
  await tx.events.record(
    { type: 'draft_imported', by: actor.id, articleId, draftId, data: { language: targetLanguage } },
    at,
  )
  return draftId
}

/** The source arrives after its draft: the draft is cut anew beside it, with what people have written in it meanwhile. */
async function addSource(
  workbench: Workbench,
  tx: Repositories,
  actor: Actor,
  articleId: number,
  drafts: readonly { id: number; targetLanguage: string }[],
  content: ArticleContent,
  aligned: AlignedArticle,
  at: Date,
): Promise<ImportAnswer> {
  const draft = drafts.find(({ targetLanguage }) => targetLanguage === content.targetLanguage)
  if (!draft || drafts.length > 1 || content.target.length > 0) throw new Refused('source-needs-one-draft')
  await tx.articles.lockDraft(draft.id)
  const old = await tx.segments.list(draft.id)
  const current = aligned.pieces.map(({ targetText, targetAfter }) => targetText + targetAfter).join('')
  const standing = joinBlocks(await currentTarget(tx, articleId, content.targetLanguage))
  if (current !== standing) throw new Conflict('segment-recut', { draftId: draft.id })

  const machineTexts = await Promise.all(old.map(({ id }) => tx.segments.machineText(id)))
  const machine = old.map((segment, index) => (machineTexts[index] ?? '') + segment.targetAfter).join('')
  await tx.articles.retireUnits(articleId, at)
  const unitIds = await tx.articles.addUnits(articleId, aligned.units)
  const id = await tx.segments.addResegmentation(
    { draftId: draft.id, kind: 'source-added', personId: actor.id },
    at,
  )
  const oldIds = old.map((segment) => segment.id)
  await tx.segments.retire(oldIds, id)
  const author = old.find(({ revision }) => revision.authorId !== null)?.revision.authorId ?? null
  const cuts = machineCuts(aligned, current, machine, content.targetLanguage)
  const ids = await tx.segments.add(draft.id, toSegments(aligned, unitIds, cuts, author), at, id)
  await tx.comments.move(oldIds, ids[0] ?? 0)
  await tx.findings.copyDismissals(oldIds, ids)
  await recheckSegments(workbench, tx, draft.id, ids)
  await tx.events.record({ type: 'source_added', by: actor.id, articleId, draftId: draft.id }, at)
  return { articleId, draftId: draft.id }
}

/** The machine's text, cut where the current text is cut. */
function machineCuts(aligned: AlignedArticle, current: string, machine: string, language: string): string[] {
  const pack = languageFor(language)
  let at = 0
  const starts = aligned.pieces.map(({ targetText, targetAfter }) => {
    const start = at
    at += targetText.length + targetAfter.length
    return start
  })
  const there = correspondingOffsets(current, machine, starts, (text) => pack.words(text))
  return there.map((start, index) => machine.slice(start, there[index + 1] ?? machine.length).trim())
}

function toSegments(
  { pieces }: AlignedArticle,
  unitIds: readonly number[],
  machine: readonly string[],
  authorId: number | null,
): NewSegment[] {
  return pieces.map(({ unit, sourceText, sourceAfter, targetText, targetAfter }, index) => {
    const unitId = unitIds[unit]
    if (unitId === undefined) throw new Error('a piece lies in no unit')
    const machineText = machine[index] ?? ''
    return {
      unitId,
      position: String((index + 1) * 8),
      sourceText,
      sourceAfter,
      targetAfter,
      state: 'initial',
      revisions: [
        { text: machineText, origin: 'machine', authorId: null },
        ...(targetText === machineText || authorId === null
          ? []
          : [{ text: targetText, origin: 'person' as const, authorId }]),
      ],
    }
  })
}
