import type { UnitKind } from '../../../domain/article.ts'
import { unitKinds } from '../../../domain/article.ts'
import type { Problem } from '../../../domain/errors.ts'
import { missingHalf } from '../../../domain/missing-half.ts'
import { normalizeSourceUrl } from '../../../domain/source-url.ts'
import { knownArticle, type KnownArticle } from '../../../storage/screens/known-article.ts'
import { defaultChoice, type ImportChoice, type KeptBlock } from '../../../workflows/confirm-import.ts'
import { importPreview, type ImportPreview, type PreviewedPage } from '../../../workflows/preview-import.ts'
import type { Actor } from '../../../domain/people.ts'
import type { Context } from '../../action.ts'
import { paths } from '../../paths.ts'
import { page, type Response } from '../../response.ts'

/** A line of a page: what it was found to be, and what the person makes of it. */
interface BlockModel {
  readonly text: string
  readonly keep: boolean
  /** What it is when it is kept. */
  readonly kind: UnitKind
  /** What it says about the article without being part of its text. */
  readonly fact: 'byline' | 'date' | 'source-url' | null
  /** Why it was left out. */
  readonly reason: string | null
}

interface SideModel {
  readonly side: 'source' | 'target'
  readonly language: string
  readonly blocks: readonly BlockModel[]
  readonly title: string | null
  readonly lead: string | null
  readonly paragraphs: number
  readonly dropped: number
}

interface Again {
  readonly choice?: ImportChoice
  readonly problems?: readonly Problem[]
  readonly status?: number
}

/** Both pages line by line, with what will be kept of them, before anything is written. */
export async function previewPage(
  {
    workbench,
    words,
    actor,
  }: Pick<Context<unknown, unknown, unknown, Actor>, 'workbench' | 'words' | 'actor'>,
  id: string,
  { choice: given, problems = [], status = 200 }: Again = {},
): Promise<Response> {
  const preview = await importPreview(workbench, actor, id)
  const choice = given ?? defaultChoice(preview)
  const article = await articleFor(workbench.storage.reader, preview, choice)
  const isAsked = preview.articleId !== null
  const sides = [
    sideModel('source', preview.source, preview.sourceLanguage, choice.source),
    sideModel('target', preview.target, preview.targetLanguage, choice.target),
  ].filter((side) => side !== null)
  const model = {
    title: words.t('imports.show.title'),
    here: paths.importPreview(id),
    wide: sides.length > 1,
    id,
    sides,
    unitKinds,
    choice,
    article,
    isAsked,
    half: article && missingHalf(article, givenHalves(preview)),
    problems,
  }
  return page('imports/show', model, { status })
}

/** The article that the person came from, or the one that has the same source address. */
async function articleFor(
  reader: Parameters<typeof knownArticle>[0],
  preview: ImportPreview,
  choice: ImportChoice,
): Promise<KnownArticle | null> {
  if (preview.articleId !== null) return knownArticle(reader)({ id: preview.articleId })
  const sourceUrl = normalizeSourceUrl(choice.sourceUrl)
  return sourceUrl === null ? null : knownArticle(reader)({ sourceUrl })
}

const givenHalves = ({ source, target, targetLanguage }: ImportPreview) => ({
  source: source !== null,
  target: target !== null,
  targetLanguage,
})

function sideModel(
  side: 'source' | 'target',
  page: PreviewedPage | null,
  language: string,
  chosen: readonly KeptBlock[],
): SideModel | null {
  if (!page) return null
  const kinds = new Map(chosen.map(({ index, kind }) => [index, kind]))
  const blocks = page.blocks.map((block, index): BlockModel => {
    const fact =
      block.kind === 'byline' || block.kind === 'date' || block.kind === 'source-url' ? block.kind : null
    const found = fact || block.kind === 'furniture' ? 'paragraph' : (block.kind as UnitKind)
    return {
      text: block.text,
      keep: kinds.has(index),
      kind: kinds.get(index) ?? found,
      fact,
      reason: block.reason ?? null,
    }
  })
  return {
    side,
    language,
    blocks,
    title: page.title,
    lead: page.lead,
    paragraphs: blocks.filter(({ keep, kind }) => keep && (kind === 'paragraph' || kind === 'lead')).length,
    dropped: blocks.filter(({ keep, fact }) => !keep && !fact).length,
  }
}
