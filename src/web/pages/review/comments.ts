import { z } from 'zod'
import { resolveComment } from '../../../workflows/resolve-comment.ts'
import { writeComment } from '../../../workflows/write-comment.ts'
import { action } from '../../action.ts'
import { id, params, requiredNote } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'

export const commentAction = action({
  method: 'post',
  path: '/drafts/:draftId/comments',
  who: 'comment.write',
  params: params('draftId'),
  form: z.object({ segmentId: id.optional(), body: requiredNote() }),
  async handle({ workbench, actor, params: { draftId }, form }) {
    await writeComment(workbench, actor, { draftId, segmentId: form.segmentId ?? null, body: form.body })
    return redirect(paths.draft(draftId, form.segmentId), { key: 'review.notice.commented' })
  },
})

export const resolveAction = action({
  method: 'post',
  path: '/comments/:commentId/resolution',
  who: 'comment.write',
  params: params('commentId'),
  async handle({ workbench, actor, params: { commentId } }) {
    const { draftId, segmentId } = await resolveComment(workbench, actor, commentId)
    return redirect(paths.draft(draftId, segmentId ?? undefined), { key: 'review.notice.resolved' })
  },
})
