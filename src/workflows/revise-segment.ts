import { createHash } from 'node:crypto'
import { Conflict, Refused } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import { segmentStates, stateOfNewText, type Segment, type SegmentState } from '../domain/segment.ts'
import type { Repositories } from '../storage/storage.ts'
import type { Workbench } from '../workbench.ts'
import { recheckSegments } from './recheck.ts'

export interface SaveRequest {
  readonly segmentId: number
  readonly text: string
  /** The revision that the person was looking at. */
  readonly basedOn: number
  /** The browser's name for this save; a repeat of it gets the first answer. */
  readonly operationId: string
  /** The translator says that the segment is done. */
  readonly confirm: boolean
}

export interface SaveAnswer {
  readonly segmentId: number
  readonly revisionId: number
  readonly number: number
  readonly state: SegmentState
}

/**
 * Saves one segment. Acknowledged means committed; the text is checked right after. Throws Conflict with the text that stands now when
 * somebody (or the same person in another tab) saved after `basedOn`; then nothing is written.
 */
export async function reviseSegment(
  workbench: Workbench,
  actor: Actor,
  request: SaveRequest,
): Promise<SaveAnswer> {
  const requestHash = hashOf(request)
  const { segmentId, text, basedOn, operationId, confirm } = request
  const saved = await workbench.storage.segments.save({
    segmentId,
    text,
    basedOn,
    authorId: actor.id,
    at: workbench.clock(),
    states: confirm ? confirmed : unconfirmed,
    events: confirm ? ['segment_revised', 'segment_confirmed'] : ['segment_revised'],
    operation: { id: operationId, requestHash },
  })
  if (!saved) return reviseSlowly(workbench, actor, request, requestHash)
  const { draftId, ...answer } = saved
  workbench.rechecks.soon(draftId)
  return answer
}

/** What a new text makes of each state. */
const statesOf = (confirm: boolean) =>
  Object.fromEntries(segmentStates.map((state) => [state, stateAfter(state, true, confirm)])) as Record<
    SegmentState,
    SegmentState
  >

function stateAfter(state: SegmentState, isNew: boolean, confirm: boolean): SegmentState {
  const left = isNew ? stateOfNewText(state) : state
  return confirm && left === 'initial' ? 'translated' : left
}

const confirmed = statesOf(true)
const unconfirmed = statesOf(false)

/** Whatever is not simply a new text: a conflict, a repetition, a confirmation of what stands. */
const reviseSlowly = (
  workbench: Workbench,
  actor: Actor,
  request: SaveRequest,
  requestHash: string,
): Promise<SaveAnswer> =>
  workbench.storage.transaction(async (tx) => {
    const earlier = await tx.operations.find<SaveAnswer>(actor.id, request.operationId)
    if (earlier) {
      if (earlier.requestHash !== requestHash) throw new Refused('operation-reused')
      return earlier.answer
    }
    // Saves of one draft take turns: its whole-draft findings and the next submission must see each of them whole.
    const { articleId } = await tx.articles.lockDraft((await tx.segments.get(request.segmentId)).draftId)
    const segment = await tx.segments.get(request.segmentId)
    const answer = await save(workbench, tx, actor, articleId, segment, request)
    await tx.operations.remember(actor.id, request.operationId, { requestHash, answer }, workbench.clock())
    return answer
  })

async function save(
  workbench: Workbench,
  tx: Repositories,
  actor: Actor,
  articleId: number,
  segment: Segment,
  { text, basedOn, confirm }: SaveRequest,
): Promise<SaveAnswer> {
  const isNew = text !== segment.revision.text
  if (segment.retired)
    throw new Conflict('segment-recut', { text: segment.revision.text, draftId: segment.draftId })
  if (isNew && segment.revision.id !== basedOn) throw await conflict(tx, segment)
  const at = workbench.clock()
  const state = stateAfter(segment.state, isNew, confirm)
  if (!isNew) {
    if (state !== segment.state) {
      await tx.segments.setState([segment.id], state)
      await record(tx, 'segment_confirmed', actor, articleId, segment, at)
      // A text that was passed on unread is read now.
      if (await tx.versions.latest(segment.draftId)) await recheckSegments(workbench, tx, segment.draftId, [])
    }
    return { segmentId: segment.id, revisionId: segment.revision.id, number: segment.revision.number, state }
  }
  const revision = await tx.segments.revise(
    segment,
    { text, origin: 'person', authorId: actor.id },
    state,
    at,
  )
  await recheckSegments(workbench, tx, segment.draftId, [segment.id])
  await record(tx, 'segment_revised', actor, articleId, segment, at, revision.id)
  if (confirm) await record(tx, 'segment_confirmed', actor, articleId, segment, at, revision.id)
  return { segmentId: segment.id, revisionId: revision.id, number: revision.number, state }
}

async function conflict(tx: Repositories, segment: Segment): Promise<Conflict> {
  const author = segment.revision.authorId === null ? null : await tx.people.find(segment.revision.authorId)
  return new Conflict('segment-changed', {
    segmentId: segment.id,
    revisionId: segment.revision.id,
    text: segment.revision.text,
    author: author?.name ?? null,
    authorId: author?.id ?? null,
  })
}

const record = (
  tx: Repositories,
  type: 'segment_revised' | 'segment_confirmed',
  actor: Actor,
  articleId: number,
  segment: Segment,
  at: Date,
  revisionId: number = segment.revision.id,
) =>
  tx.events.record(
    { type, by: actor.id, articleId, draftId: segment.draftId, segmentId: segment.id, data: { revisionId } },
    at,
  )

const hashOf = ({ segmentId, text, basedOn, confirm }: SaveRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([segmentId, text, basedOn, confirm]))
    .digest('base64url')
