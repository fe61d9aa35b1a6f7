import type { Actor } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'

/** Says that a comment needs no more attention. */
export const resolveComment = (workbench: Workbench, actor: Actor, id: number) =>
  workbench.storage.transaction(async (tx) => {
    const comment = await tx.comments.get(id)
    const at = workbench.clock()
    if (!comment.resolved) {
      const { articleId } = await tx.articles.draft(comment.draftId)
      await tx.comments.resolve(id, actor.id, at)
      await tx.events.record(
        { type: 'comment_resolved', by: actor.id, articleId, draftId: comment.draftId },
        at,
      )
    }
    return comment
  })
