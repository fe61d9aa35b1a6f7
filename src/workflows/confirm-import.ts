import type { AlignedArticle, ArticleBlock } from '../domain/align-article.ts'
import { unitKinds, type UnitKind } from '../domain/article.ts'
import { Conflict, Invalid, NotFound, Refused, type Problem } from '../domain/errors.ts'
import { missingHalf } from '../domain/missing-half.ts'
import type { Actor } from '../domain/people.ts'
import { engineRevision } from '../engine/revision.ts'
import { normalizeSourceUrl } from '../domain/source-url.ts'
import type { Repositories } from '../storage/storage.ts'
import type { Workbench } from '../workbench.ts'
import { alignedSegments } from './aligned-segments.ts'
import { currentTarget, placeSource } from './place-source.ts'
import { importPreview, type ImportPreview, type PreviewedPage } from './preview-import.ts'
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
  /** The article that this adds to: the half that it lacks is taken, the other left. */
  readonly articleId: number | null
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
  /** What translated the target, where somebody said so. */
  readonly machineEngine?: string | null
}

/** What is imported when the person changes nothing: what was found to be the article's text. */
export const defaultChoice = (preview: ImportPreview): ImportChoice => ({
  source: textBlocks(preview.source),
  target: textBlocks(preview.target),
  sourceUrl: preview.sourceUrl ?? '',
  byline: preview.byline ?? '',
  publishedOn: preview.publishedOn ?? '',
  articleId: preview.articleId,
})

const textBlocks = (page: PreviewedPage | null): KeptBlock[] =>
  (page?.blocks ?? []).flatMap(({ kept, kind }, index) => (kept && isUnitKind(kind) ? [{ index, kind }] : []))

const isUnitKind = (kind: string): kind is UnitKind => (unitKinds as readonly string[]).includes(kind)

/**
 * Turns a preview into an article, a draft, or the missing half of one. All of it is written, or nothing; a repeat gets the first answer.
 * Throws Conflict `article-exists` with its id when another article has the source address.
 */
export async function confirmImport(
  workbench: Workbench,
  actor: Actor,
  previewId: string,
  choice: ImportChoice,
): Promise<ImportAnswer> {
  try {
    const preview = await importPreview(workbench, actor, previewId)
    const content = await chosenContent(workbench, preview, choice)
    return await importArticle(workbench, actor, content, previewId)
  } catch (error) {
    const earlier = error instanceof NotFound && (await earlierAnswer(workbench.storage, actor, previewId))
    if (earlier) return earlier
    throw error
  }
}

/** Writes an article whose blocks are chosen already; done with a preview, that is gone in the same moment. */
export async function importArticle(
  workbench: Workbench,
  actor: Actor,
  content: ArticleContent,
  previewId: string | null = null,
): Promise<ImportAnswer> {
  if (content.source.length === 0 && content.target.length === 0)
    throw new Invalid([{ field: 'source', key: 'nothing-to-import' }])
  const prepared = await prepare(workbench, content)
  return workbench.storage.transaction(async (tx) => {
    const earlier = previewId === null ? null : await earlierAnswer(tx, actor, previewId)
    if (earlier) return earlier
    const answer = await write(workbench, tx, actor, content, prepared)
    if (previewId !== null) {
      await tx.importPreviews.remove(previewId)
      await tx.operations.remember(actor.id, previewId, { requestHash: '', answer }, workbench.clock())
    }
    return answer
  })
}

async function earlierAnswer(
  tx: Repositories,
  actor: Actor,
  previewId: string,
): Promise<ImportAnswer | null> {
  return (await tx.operations.find<ImportAnswer>(actor.id, previewId))?.answer ?? null
}

async function chosenContent(
  { storage }: Workbench,
  preview: ImportPreview,
  choice: ImportChoice,
): Promise<ArticleContent> {
  const { articleId } = choice
  const content: ArticleContent = {
    articleId,
    sourceLanguage: preview.sourceLanguage,
    targetLanguage: preview.targetLanguage,
    source: chosenBlocks(preview.source, choice.source),
    target: chosenBlocks(preview.target, choice.target),
    sourceUrl: choice.sourceUrl === '' ? null : normalizeSourceUrl(choice.sourceUrl),
    byline: choice.byline || null,
    publishedOn: choice.publishedOn || null,
    machineEngine: preview.machineEngine ?? null,
  }
  const problems = problemsOf(content)
  if (choice.sourceUrl !== '' && content.sourceUrl === null)
    problems.push({ field: 'sourceUrl', key: 'not-an-address' })
  if (problems.length > 0) throw new Invalid(problems)
  if (articleId === null) return content

  const { sourceLanguage } = await storage.articles.get(articleId)
  const drafts = await storage.articles.draftsOf(articleId)
  const article = {
    hasSource: (await storage.articles.units(articleId)).some(hasSource),
    draftLanguages: drafts.map((draft) => draft.targetLanguage),
  }
  const { targetLanguage } = content
  const given = { source: content.source.length > 0, target: content.target.length > 0, targetLanguage }
  switch (missingHalf(article, given)) {
    case 'target':
      return { ...content, sourceLanguage, source: [] }
    case 'source':
      return {
        ...content,
        sourceLanguage,
        targetLanguage: article.draftLanguages[0] ?? targetLanguage,
        target: [],
      }
    case null:
      if (!article.hasSource) throw new Refused('source-needed-first')
      throw new Refused(given.target ? 'draft-there-already' : 'source-there-already')
  }
}

/** The kept blocks in page order, whatever the order of the choices. */
function chosenBlocks(page: PreviewedPage | null, kept: readonly KeptBlock[]): ArticleBlock[] {
  const kinds = new Map(kept.map(({ index, kind }) => [index, kind]))
  return (page?.blocks ?? []).flatMap(({ text }, index) => {
    const kind = kinds.get(index)
    return kind ? [{ kind, text }] : []
  })
}

function problemsOf(content: Pick<ArticleContent, 'source' | 'target'>): Problem[] {
  const isTwice = (side: 'source' | 'target', kind: UnitKind) =>
    content[side].filter((block) => block.kind === kind).length > 1
  return (['source', 'target'] as const).flatMap((side): Problem[] => [
    ...(isTwice(side, 'title') ? [{ field: side, key: 'two-titles' }] : []),
    ...(isTwice(side, 'lead') ? [{ field: side, key: 'two-leads' }] : []),
  ])
}

/** Aligns what will stand beside each other: the new halves with each other, or a new half with the one that is there. */
async function prepare(
  { storage, analyzer, engine }: Workbench,
  content: ArticleContent,
): Promise<AlignedArticle> {
  const { articleId, sourceLanguage, targetLanguage } = content
  let { source, target } = content
  if (articleId !== null && source.length === 0)
    source = (await storage.articles.units(articleId))
      .filter(hasSource)
      .map(({ kind, sourceText }) => ({ kind, text: sourceText }))
  if (articleId !== null && target.length === 0)
    target = await currentTarget(storage, articleId, targetLanguage)
  const knownPairs = await analyzer.knownPairs(storage, sourceLanguage, targetLanguage)
  const model = await storage.alignmentModels.latest({ sourceLanguage, targetLanguage }, engineRevision)
  const task = { source, target, sourceLanguage, targetLanguage, knownPairs }
  return engine.align(model ? { ...task, model } : task)
}

const hasSource = ({ sourceText }: { sourceText: string }) => sourceText !== ''

async function write(
  workbench: Workbench,
  tx: Repositories,
  actor: Actor,
  content: ArticleContent,
  aligned: AlignedArticle,
): Promise<ImportAnswer> {
  const at = workbench.clock()
  const { sourceLanguage, targetLanguage, sourceUrl, byline, publishedOn, machineEngine = null } = content
  if (content.articleId === null) {
    const articleId = await tx.articles.add({ sourceLanguage, sourceUrl, byline, publishedOn }, actor.id, at)
    const unitIds = await tx.articles.addUnits(articleId, aligned.units)
    await tx.events.record({ type: 'article_imported', by: actor.id, articleId }, at)
    const draftId =
      content.target.length === 0
        ? null
        : await addDraft(
            workbench,
            tx,
            actor,
            { articleId, targetLanguage, machineEngine, unitIds, aligned },
            at,
          )
    return { articleId, draftId }
  }

  const { articleId } = content
  await tx.articles.lock(articleId)
  const twin = sourceUrl === null ? undefined : await tx.articles.findBySourceUrl(sourceUrl)
  if (twin && twin.id !== articleId) throw new Conflict('article-exists', { articleId: twin.id })
  await tx.articles.complete(articleId, { sourceUrl, byline, publishedOn })
  const drafts = await tx.articles.draftsOf(articleId)
  const units = await tx.articles.units(articleId)
  if (content.source.length > 0) {
    if (units.some(hasSource)) throw new Refused('source-there-already')
    const [draft] = drafts
    if (!draft || drafts.length > 1 || content.target.length > 0) throw new Refused('source-needs-one-draft')
    await placeSource(workbench, tx, actor, draft, aligned, at)
    return { articleId, draftId: draft.id }
  }
  if (!units.some(hasSource)) throw new Refused('source-needed-first')
  if (drafts.some((draft) => draft.targetLanguage === targetLanguage))
    throw new Refused('draft-there-already')
  const unitIds = units.filter(hasSource).map(({ id }) => id)
  return {
    articleId,
    draftId: await addDraft(
      workbench,
      tx,
      actor,
      { articleId, targetLanguage, machineEngine, unitIds, aligned },
      at,
    ),
  }
}

interface NewDraft {
  readonly articleId: number
  readonly targetLanguage: string
  readonly machineEngine: string | null
  readonly unitIds: readonly number[]
  readonly aligned: AlignedArticle
}

async function addDraft(
  workbench: Workbench,
  tx: Repositories,
  actor: Actor,
  { articleId, targetLanguage, machineEngine, unitIds, aligned }: NewDraft,
  at: Date,
): Promise<number> {
  const draftId = await tx.articles.addDraft(articleId, targetLanguage, actor.id, at, machineEngine)
  const texts = aligned.pieces.map(({ targetText }) => ({ machine: targetText, authorId: null }))
  const ids = await tx.segments.add(draftId, alignedSegments(aligned, unitIds, texts), at)
  await recheckSegments(workbench, tx, draftId, ids)
  await tx.events.record(
    { type: 'draft_imported', by: actor.id, articleId, draftId, data: { language: targetLanguage } },
    at,
  )
  return draftId
}
