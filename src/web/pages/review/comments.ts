import { z } from 'zod'
import { draftComments, mentionablePeople } from '../../../storage/screens/comments.ts'
import { reopenComment, resolveComment } from '../../../workflows/resolve-comment.ts'
import { writeComment } from '../../../workflows/write-comment.ts'
import { action } from '../../action.ts'
import { id, params, requiredNote } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { fragment, json, redirect } from '../../response.ts'

/** A draft's comments, one list for each segment that has some, for a page that is looked at. */
export const showCommentsAction = action({
  method: 'get',
  path: '/drafts/:draftId/comments',
  who: 'article.read',
  params: params('draftId'),
  async handle({ workbench: { storage }, params: { draftId } }) {
    await storage.articles.draft(draftId)
    const comments = await draftComments(storage.reader, draftId)
    const places = [...new Set(comments.map(({ segmentId }) => segmentId))]
    const lists = places.map((segmentId) => ({
      segmentId,
      comments: comments.filter((comment) => comment.segmentId === segmentId),
    }))
    return fragment('review/comment-lists', { lists })
  },
})

/** Who can be named. */
export const mentionableAction = action({
  method: 'get',
  path: '/drafts/:draftId/mentionable',
  who: 'comment.write',
  params: params('draftId'),
  async handle({ workbench: { storage }, params: { draftId } }) {
    await storage.articles.draft(draftId)
    return json({ people: await mentionablePeople(storage.reader) })
  },
})

export const commentAction = action({
  method: 'post',
  path: '/drafts/:draftId/comments',
  who: 'comment.write',
  params: params('draftId'),
  form: z.object({ segmentId: id.optional(), body: requiredNote() }),
  async handle({ workbench, actor, params: { draftId }, form, wantsJson }) {
    const { segmentId = null, body } = form
    const commentId = await writeComment(workbench, actor, { draftId, segmentId, body })
    if (wantsJson) return json({ outcome: 'ok', commentId })
    return redirect(paths.draft(draftId, form.segmentId), { key: 'review.notice.commented' })
  },
})

const settling = (
  path: string,
  settle: typeof resolveComment,
  key: 'review.notice.resolved' | 'company.notice.reopened',
) =>
  action({
    method: 'post',
    path,
    who: 'comment.write',
    params: params('commentId'),
    async handle({ workbench, actor, params: { commentId }, wantsJson }) {
      const { draftId, segmentId } = await settle(workbench, actor, commentId)
      if (wantsJson) return json({ outcome: 'ok', commentId })
      return redirect(paths.draft(draftId, segmentId ?? undefined), { key })
    },
  })

export const resolveAction = settling(
  '/comments/:commentId/resolution',
  resolveComment,
  'review.notice.resolved',
)
export const reopenCommentAction = settling(
  '/comments/:commentId/reopening',
  reopenComment,
  'company.notice.reopened',
)
