import { joinBlocks, type AlignedArticle, type ArticleBlock } from '../domain/align-article.ts'
import { Conflict } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import type { Segment } from '../domain/segment.ts'
import { languageFor } from '../engine/languages/catalog.ts'
import { correspondingOffsets } from '../engine/text/corresponding-offset.ts'
import type { Draft } from '../storage/repositories/articles.ts'
import type { Repositories } from '../storage/storage.ts'
import type { Workbench } from '../workbench.ts'
import { alignedSegments } from './aligned-segments.ts'
import { recheckSegments } from './recheck.ts'

/**
 * The source arrives after its draft: the draft is cut anew beside it. Its text stays as it is, machine's and people's, and comments
 * stay with the words they were about. `aligned` holds the draft as it stood before; throws Conflict when somebody wrote in it since.
 * Part of the caller's transaction.
 */
export async function placeSource(
  workbench: Workbench,
  tx: Repositories,
  actor: Actor,
  { id: draftId, articleId, targetLanguage }: Draft,
  aligned: AlignedArticle,
  at: Date,
): Promise<void> {
  await tx.articles.lockDraft(draftId)
  const current = joined(aligned.pieces.map(({ targetText, targetAfter }) => [targetText, targetAfter]))
  const standing = joinBlocks(await currentTarget(tx, articleId, targetLanguage))
  if (current !== standing) throw new Conflict('segment-recut', { draftId })

  const old = await tx.segments.list(draftId)
  const machine: string[] = []
  for (const { id } of old) machine.push(await tx.segments.machineText(id))
  const machineWhole = joined(old.map(({ targetAfter }, index) => [machine[index] ?? '', targetAfter]))

  await tx.articles.retireUnits(articleId, at)
  const unitIds = await tx.articles.addUnits(articleId, aligned.units)
  const recut = await tx.segments.addResegmentation({ draftId, kind: 'source-added', personId: actor.id }, at)
  await tx.segments.retire(
    old.map(({ id }) => id),
    recut,
  )
  const cuts = machineCuts(aligned, current, machineWhole, targetLanguage)
  const writers = writersOf(aligned, old)
  const texts = cuts.map((text, index) => ({ machine: text, authorId: writers[index] ?? null }))
  const ids = await tx.segments.add(draftId, alignedSegments(aligned, unitIds, texts), at, recut)
  await moveRemarks(tx, aligned, old, ids)
  await recheckSegments(workbench, tx, draftId, ids)
  await tx.events.record({ type: 'source_added', by: actor.id, articleId, draftId }, at)
}

/** The draft of a language as blocks, one for each unit; empty when there is none. */
export async function currentTarget(
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

const joined = (parts: readonly (readonly [string, string])[]): string =>
  parts.map(([text, after]) => text + after).join('')

/** Where each text begins when all are put together. */
function startsOf(parts: readonly (readonly [string, string])[]): number[] {
  let at = 0
  return parts.map(([text, after]) => {
    const start = at
    at += text.length + after.length
    return start
  })
}

const startsOfPieces = ({ pieces }: AlignedArticle) =>
  startsOf(pieces.map(({ targetText, targetAfter }) => [targetText, targetAfter]))

const startsOfSegments = (segments: readonly Segment[]) =>
  startsOf(segments.map(({ revision, targetAfter }) => [revision.text, targetAfter]))

/** The machine's text, cut where the current text is cut. */
function machineCuts(aligned: AlignedArticle, current: string, machine: string, language: string): string[] {
  const pack = languageFor(language)
  const there = correspondingOffsets(current, machine, startsOfPieces(aligned), (text) => pack.words(text))
  return there.map((start, index) => machine.slice(start, there[index + 1] ?? machine.length).trim())
}

/** Who wrote what stands in each piece: the author of the segment that it comes from, else anybody who wrote in the draft. */
function writersOf(aligned: AlignedArticle, old: readonly Segment[]): (number | null)[] {
  const anybody = old.find(({ revision }) => revision.authorId !== null)?.revision.authorId ?? null
  const oldStarts = startsOfSegments(old)
  return startsOfPieces(aligned).map((start) => {
    const origin = old[oldStarts.findLastIndex((oldStart) => oldStart <= start)]
    return origin?.revision.authorId ?? anybody
  })
}

/** Comments and dismissals of each old segment go to the new one that holds its beginning. */
async function moveRemarks(
  tx: Repositories,
  aligned: AlignedArticle,
  old: readonly Segment[],
  ids: readonly number[],
): Promise<void> {
  const starts = startsOfPieces(aligned)
  const oldStarts = startsOfSegments(old)
  const heirs = new Map<number, number[]>()
  old.forEach(({ id }, index) => {
    const start = oldStarts[index] ?? 0
    const heir = ids[starts.findLastIndex((newStart) => newStart <= start)] ?? ids[0]
    if (heir !== undefined) heirs.set(heir, [...(heirs.get(heir) ?? []), id])
  })
  for (const [heir, from] of heirs) await tx.comments.move(from, heir)
  await tx.findings.copyDismissals(
    old.map(({ id }) => id),
    ids,
  )
}
