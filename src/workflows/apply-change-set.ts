import { Invalid } from '../domain/errors.ts'
import type { NameDecision } from '../domain/name-decision.ts'
import type { Actor } from '../domain/people.ts'
import { longestSegment, stateOfNewText, type Segment } from '../domain/segment.ts'
import type { Workbench } from '../workbench.ts'
import { recordProposal, type ProposedTerm } from './propose-term.ts'
import { recheckSegments } from './recheck.ts'

/** One place to change: a span of one revision, and what to put there. */
export interface Place {
  readonly segmentId: number
  readonly revisionId: number
  readonly start: number
  readonly end: number
  readonly replacement: string
}

export interface ChangeSetAnswer {
  /** Null when every place had changed in the meantime and nothing was written. */
  readonly changeSetId: number | null
  readonly applied: number
  /** Places whose segment was changed by somebody since they were shown. */
  readonly skipped: readonly Place[]
}

/** Changes many places as one, undoable as one. States go down, never up. */
export const applyChangeSet = (
  workbench: Workbench,
  actor: Actor,
  {
    draftId,
    reason,
    places,
    decides,
    proposes,
  }: {
    draftId: number
    reason: string
    places: readonly Place[]
    /** What the change says about a name of the article, for as long as it is not undone. */
    decides?: NameDecision | null
    /** What is proposed to the glossary in the same movement; it stays proposed when the change is undone. */
    proposes?: ProposedTerm | null
  },
): Promise<ChangeSetAnswer> =>
  workbench.storage.transaction(async (tx) => {
    const draft = await tx.articles.lockDraft(draftId)
    const segments = new Map((await tx.segments.list(draftId)).map((segment) => [segment.id, segment]))
    const stands = (place: Place) => segments.get(place.segmentId)?.revision.id === place.revisionId
    const due = places.filter(stands)
    const skipped = places.filter((place) => !stands(place))
    const at = workbench.clock()
    if (proposes) await recordProposal(tx, actor, draftId, proposes, at)
    if (due.length === 0) return { changeSetId: null, applied: 0, skipped }

    const changeSetId = await tx.segments.addChangeSet(
      { draftId, reason, personId: actor.id, ...(decides ? { decides } : {}) },
      at,
    )
    const bySegment = new Map<number, Place[]>()
    for (const place of due)
      bySegment.set(place.segmentId, [...(bySegment.get(place.segmentId) ?? []), place])
    for (const [segmentId, own] of bySegment) {
      const segment = segments.get(segmentId)
      if (!segment) continue
      const text = replaceSpans(segment, own)
      if (text === segment.revision.text) continue
      await tx.segments.revise(
        segment,
        { text, origin: 'person', authorId: actor.id, changeSetId },
        stateOfNewText(segment.state),
        at,
      )
    }
    await recheckSegments(workbench, tx, draftId, decides ? 'all' : [...bySegment.keys()])
    await tx.events.record(
      {
        type: 'change_set_applied',
        by: actor.id,
        articleId: draft.articleId,
        draftId,
        data: { changeSetId, places: due.length, segments: bySegment.size },
      },
      at,
    )
    return { changeSetId, applied: due.length, skipped }
  })

/** Replaces from the end, so that earlier offsets stay true. Spans that leave the text or overlap are refused. */
function replaceSpans(segment: Segment, places: readonly Place[]): string {
  let text = segment.revision.text
  let limit = text.length
  for (const { start, end, replacement } of [...places].sort((a, b) => b.start - a.start)) {
    if (start < 0 || start > end || end > limit)
      throw new Invalid([{ field: 'place', key: 'not-understood' }])
    text = text.slice(0, start) + replacement + text.slice(end)
    limit = start
  }
  if (text.length > longestSegment) throw new Invalid([{ field: 'replacement', key: 'too-long' }])
  return text
}
