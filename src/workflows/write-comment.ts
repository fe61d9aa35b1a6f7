import { NotFound } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'

/** A remark on a draft, or on one of its segments. */
export const writeComment = (
  workbench: Workbench,
  actor: Actor,
  { draftId, segmentId, body }: { draftId: number; segmentId: number | null; body: string },
) =>
  workbench.storage.transaction(async (tx) => {
    const draft = await tx.articles.draft(draftId)
    if (segmentId !== null && (await tx.segments.get(segmentId)).draftId !== draftId)
      throw new NotFound('segment-not-found')
    const at = workbench.clock()
    const id = await tx.comments.add({ draftId, segmentId, by: actor.id, body }, at)
    await tx.events.record(
      {
        type: 'comment_written',
        by: actor.id,
        articleId: draft.articleId,
        draftId,
        ...(segmentId === null ? {} : { segmentId }),
      },
      at,
    )
    return id
  })
