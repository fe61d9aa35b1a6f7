import type { EventType } from '../domain/event.ts'
import { Conflict, Refused } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import { joinedTarget, merge, moveBreak, nextBreak, split, type Piece } from '../domain/resegmentation.ts'
import type { Segment } from '../domain/segment.ts'
import { correspondingOffset } from '../engine/text/corresponding-offset.ts'
import { isGraphemeBoundary } from '../engine/text/graphemes.ts'
import type { Span } from '../engine/text/span.ts'
import type { NewSegment } from '../storage/repositories/segments.ts'
import type { Repositories } from '../storage/storage.ts'
import type { Workbench } from '../workbench.ts'
import { languageFor } from '../engine/languages/catalog.ts'
import { recheckSegments } from './recheck.ts'

/** A change of the cuts, as a person asks for it: always about a segment and, but for a split, the one after it. */
export type Recut =
  | { readonly kind: 'merge'; readonly segmentId: number }
  | {
      readonly kind: 'split'
      readonly segmentId: number
      /** The revision whose text `targetAt` lies in. */
      readonly basedOn: number
      readonly sourceAt: number
      readonly targetAt: number
    }
  | { readonly kind: 'move-break'; readonly segmentId: number; readonly direction: 'left' | 'right' }

export interface RecutAnswer {
  readonly resegmentationId: number
  /** The segments that stand where the old ones stood. */
  readonly segmentIds: readonly number[]
}

const eventTypes: Readonly<Record<Recut['kind'], EventType>> = {
  merge: 'segments_merged',
  split: 'segment_split',
  'move-break': 'break_moved',
}

/** Cuts a draft differently, without changing a character of it. Undone by `undoResegmentation`. */
export const resegmentDraft = (
  workbench: Workbench,
  actor: Actor,
  draftId: number,
  recut: Recut,
): Promise<RecutAnswer> =>
  workbench.storage.transaction(async (tx) => {
    const draft = await tx.articles.lockDraft(draftId)
    const segments = await tx.segments.list(draftId)
    const index = segments.findIndex(({ id }) => id === recut.segmentId)
    const first = segments[index]
    if (!first) throw new Conflict('segment-recut', { draftId })
    const second = segments[index + 1]
    const target = languageFor(draft.targetLanguage)
    const words = (text: string) => target.words(text)
    if (recut.kind === 'split' && recut.basedOn !== first.revision.id)
      throw new Conflict('split-of-old-text', { draftId })
    const old = recut.kind === 'split' ? [first] : second ? [first, second] : null
    if (!old) throw new Refused('no-next-segment')
    const pieces = await Promise.all(old.map((segment) => toPiece(tx, segment)))
    const cut = recutPieces(recut, pieces, words)

    const at = workbench.clock()
    const id = await tx.segments.addResegmentation({ draftId, kind: recut.kind, personId: actor.id }, at)
    await tx.segments.retire(
      old.map((segment) => segment.id),
      id,
    )
    const positions = await tx.segments.positionsFrom(
      first.position,
      segments[index + old.length]?.position,
      cut.length === 1 ? 1 : 2,
    )
    const author = old.map((segment) => segment.revision.authorId).find((found) => found !== null) ?? actor.id
    const segmentIds = await tx.segments.add(
      draftId,
      cut.map((piece, place) => toNewSegment(piece, positions[place] ?? first.position, author)),
      at,
      id,
    )
    const oldIds = old.map((segment) => segment.id)
    await tx.comments.move(oldIds, segmentIds[0] ?? first.id)
    await tx.findings.copyDismissals(oldIds, segmentIds)
    await recheckSegments(workbench, tx, draftId, segmentIds)
    await tx.events.record(
      {
        type: eventTypes[recut.kind],
        by: actor.id,
        articleId: draft.articleId,
        draftId,
        segmentId: segmentIds[0] ?? first.id,
        // The segments themselves forget what they gave way to when it is undone.
        data: { resegmentationId: id, retired: oldIds.join(' '), created: segmentIds.join(' ') },
      },
      at,
    )
    return { resegmentationId: id, segmentIds }
  })

function recutPieces(
  recut: Recut,
  pieces: readonly Piece[],
  words: (text: string) => readonly Span[],
): Piece[] {
  const [first, second] = pieces
  if (!first) throw new Error('a recut needs a segment')
  if (recut.kind === 'split') {
    const { sourceAt, targetAt } = recut
    if (!isGraphemeBoundary(first.sourceText, sourceAt) || !isGraphemeBoundary(first.targetText, targetAt))
      throw new Refused('split-inside-character')
    const machine = correspondingOffset(first.targetText, first.machineText, targetAt, words)
    return split(first, { source: sourceAt, target: targetAt, machine })
  }
  if (!second) throw new Error('a merge or a moved break needs two segments')
  if (recut.kind === 'merge') return [merge(first, second)]
  const joined = joinedTarget(first, second)
  const target = nextBreak(joined.text, joined.at, recut.direction)
  if (target === null) throw new Refused('no-phrase-to-move')
  const machineText = joinedTarget(
    { ...first, targetText: first.machineText },
    { ...second, targetText: second.machineText },
  ).text
  return moveBreak(first, second, {
    target,
    machine: correspondingOffset(joined.text, machineText, target, words),
  })
}

async function toPiece(tx: Repositories, segment: Segment): Promise<Piece> {
  return {
    unitId: segment.unitId,
    sourceText: segment.sourceText,
    sourceAfter: segment.sourceAfter,
    targetText: segment.revision.text,
    targetAfter: segment.targetAfter,
    machineText: await tx.segments.machineText(segment.id),
    state: segment.state,
  }
}

/** The machine's words come first in the history of the new segment, a person's after them where they differ. */
const toNewSegment = (piece: Piece, position: string, authorId: number): NewSegment => ({
  unitId: piece.unitId,
  position,
  sourceText: piece.sourceText,
  sourceAfter: piece.sourceAfter,
  targetAfter: piece.targetAfter,
  state: piece.state,
  revisions: [
    { text: piece.machineText, origin: 'machine', authorId: null },
    ...(piece.targetText === piece.machineText
      ? []
      : [{ text: piece.targetText, origin: 'person' as const, authorId }]),
  ],
})
