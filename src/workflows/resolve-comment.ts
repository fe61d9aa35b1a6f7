import type { Actor } from '../domain/people.ts'
import type { Comment } from '../storage/repositories/comments.ts'
import type { Workbench } from '../workbench.ts'

/** Says that a comment needs no more attention. */
export const resolveComment = (workbench: Workbench, actor: Actor, id: number): Promise<Comment> =>
  settleComment(workbench, actor, id, true)

/** Says that it needs attention again. */
export const reopenComment = (workbench: Workbench, actor: Actor, id: number): Promise<Comment> =>
  settleComment(workbench, actor, id, false)

const settleComment = (workbench: Workbench, actor: Actor, id: number, resolved: boolean): Promise<Comment> =>
  workbench.storage.transaction(async (tx) => {
    const { articleId } = await tx.articles.lockDraft((await tx.comments.get(id)).draftId)
    const comment = await tx.comments.get(id)
    if (comment.resolved === resolved) return comment
    const at = workbench.clock()
    await (resolved ? tx.comments.resolve(id, actor.id, at) : tx.comments.reopen(id))
    await tx.events.record(
      {
        type: resolved ? 'comment_resolved' : 'comment_reopened',
        by: actor.id,
        articleId,
        draftId: comment.draftId,
        ...(comment.segmentId === null ? {} : { segmentId: comment.segmentId }),
        data: { commentId: id },
      },
      at,
    )
    return comment
  })
