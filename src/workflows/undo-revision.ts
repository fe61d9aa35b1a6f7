import { Refused } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import { stateOfNewText, type Revision } from '../domain/segment.ts'
import type { Workbench } from '../workbench.ts'
import { recheckSegments } from './recheck.ts'

/**
 * Takes one's own save back: a new revision with the text that stood before it. Taking that one back is a redo. Refused once anybody,
 * oneself included, has written in the segment since.
 */
export const undoRevision = (
  workbench: Workbench,
  actor: Actor,
  revisionId: number,
): Promise<{ draftId: number; segmentId: number; revision: Revision }> =>
  workbench.storage.transaction(async (tx) => {
    const { segmentId } = await tx.segments.revisionWithPrevious(revisionId)
    const { articleId } = await tx.articles.lockDraft((await tx.segments.get(segmentId)).draftId)
    const { authorId, previousText } = await tx.segments.revisionWithPrevious(revisionId)
    const segment = await tx.segments.get(segmentId)
    if (
      authorId !== actor.id ||
      previousText === null ||
      segment.retired ||
      segment.revision.id !== revisionId
    )
      throw new Refused('changed-since')
    const at = workbench.clock()
    const { draftId } = segment
    const revision = await tx.segments.revise(
      segment,
      { text: previousText, origin: 'person', authorId: actor.id, undoes: revisionId },
      stateOfNewText(segment.state),
      at,
    )
    await recheckSegments(workbench, tx, draftId, [segmentId])
    const data = { revisionId: revision.id, undoes: revisionId }
    await tx.events.record({ type: 'segment_revised', by: actor.id, articleId, draftId, segmentId, data }, at)
    return { draftId, segmentId, revision }
  })
