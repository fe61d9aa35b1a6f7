import { NotFound } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'
import { addComment } from './add-comment.ts'

/** A remark on a draft, or on one of its segments. */
export const writeComment = (
  workbench: Workbench,
  actor: Actor,
  { draftId, segmentId, body }: { draftId: number; segmentId: number | null; body: string },
) =>
  workbench.storage.transaction(async (tx) => {
    const draft = await tx.articles.lockDraft(draftId)
    const segment = segmentId === null ? null : await tx.segments.get(segmentId)
    if (segment && segment.draftId !== draftId) throw new NotFound('segment-not-found')
    // A segment that was merged or split meanwhile is shown nowhere: what is said of it goes to the whole draft.
    const about = segment?.retired ? null : segmentId
    const at = workbench.clock()
    const id = await addComment(tx, { draftId, segmentId: about, by: actor.id, body }, at)
    await tx.events.record(
      {
        type: 'comment_written',
        by: actor.id,
        articleId: draft.articleId,
        draftId,
        ...(about === null ? {} : { segmentId: about }),
        data: { commentId: id },
      },
      at,
    )
    return id
  })
