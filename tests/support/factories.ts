import { randomUUID } from 'node:crypto'
import type { UnitKind } from '../../src/domain/article.ts'
import type { Actor } from '../../src/domain/people.ts'
import type { Storage } from '../../src/storage/storage.ts'
import type { Workbench } from '../../src/workbench.ts'
import { settleFindings } from '../../src/workflows/recheck.ts'
import { reviseSegment } from '../../src/workflows/revise-segment.ts'

interface Text {
  readonly source: string
  readonly target: string
}

export interface DraftParts {
  /** Who imports it. */
  readonly by: number
  readonly title: Text
  readonly lead?: Text
  /** Each is one segment; an array is a paragraph of several. */
  readonly paragraphs?: readonly (Text | readonly Text[])[]
  readonly sourceUrl?: string
  readonly byline?: string
  /** ISO date. */
  readonly publishedOn?: string
  readonly sourceLanguage?: string
  readonly targetLanguage?: string
  readonly at?: Date
}

export interface MadeDraft {
  readonly articleId: number
  readonly draftId: number
  /** Title, lead, then the paragraphs' segments. */
  readonly segmentIds: readonly number[]
}

/** An article with a draft as a machine left it, and the events of its import. */
export async function makeDraft(storage: Storage, parts: DraftParts): Promise<MadeDraft> {
  const { by, sourceLanguage = 'vi', targetLanguage = 'th', at = new Date() } = parts
  const units: { kind: UnitKind; segments: readonly Text[] }[] = [
    { kind: 'title', segments: [parts.title] },
    ...(parts.lead ? [{ kind: 'lead' as const, segments: [parts.lead] }] : []),
    ...(parts.paragraphs ?? []).map((paragraph) => ({
      kind: 'paragraph' as const,
      segments: 'source' in paragraph ? [paragraph] : paragraph,
    })),
  ]
  return storage.transaction(async (tx) => {
    const articleId = await tx.articles.add(
      {
        sourceLanguage,
        sourceUrl: parts.sourceUrl ?? null,
        byline: parts.byline ?? null,
        publishedOn: parts.publishedOn ?? null,
      },
      by,
      at,
    )
    const unitIds = await tx.articles.addUnits(
      articleId,
      units.map(({ kind, segments }) => ({
        kind,
        sourceText: segments.map(({ source }) => source).join(' '),
      })),
    )
    const draftId = await tx.articles.addDraft(articleId, targetLanguage, by, at)
    const segmentIds = await tx.segments.add(
      draftId,
      units
        .flatMap(({ segments }, unit) =>
          segments.map(({ source, target }, index) => ({
            unitId: unitIds[unit] ?? 0,
            sourceText: source,
            sourceAfter: index === segments.length - 1 ? '' : ' ',
            targetAfter: index === segments.length - 1 ? '' : ' ',
            state: 'initial' as const,
            revisions: [{ text: target, origin: 'machine' as const, authorId: null }],
          })),
        )
        .map((segment, position) => ({ ...segment, position: String(position + 1) })),
      at,
    )
    await tx.events.record({ type: 'article_imported', by, articleId }, at)
    await tx.events.record(
      { type: 'draft_imported', by, articleId, draftId, data: { language: targetLanguage } },
      at,
    )
    return { articleId, draftId, segmentIds }
  })
}

/** Somebody writes in a segment, and says that it is done. */
export async function writeIn(
  workbench: Workbench,
  author: Actor,
  segmentId: number,
  text: string,
): Promise<void> {
  const { draftId, revision } = await workbench.storage.segments.get(segmentId)
  await reviseSegment(workbench, author, {
    segmentId,
    text,
    basedOn: revision.id,
    operationId: randomUUID(),
    confirm: true,
  })
  await settleFindings(workbench, draftId)
}
