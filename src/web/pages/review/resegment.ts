import { z } from 'zod'
import { resegmentDraft } from '../../../workflows/resegment-draft.ts'
import { undoResegmentation } from '../../../workflows/undo-resegmentation.ts'
import { action } from '../../action.ts'
import { id, params } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'

const offset = z.coerce.number().int().min(0)

/** Merges, splits, or moves a break. */
export const resegmentAction = action({
  method: 'post',
  path: '/drafts/:draftId/resegmentations',
  who: 'segment.revise',
  params: params('draftId'),
  form: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('merge'), segmentId: id }),
    z.object({ kind: z.literal('split'), segmentId: id, basedOn: id, sourceAt: offset, targetAt: offset }),
    z.object({ kind: z.literal('move-break'), segmentId: id, direction: z.enum(['left', 'right']) }),
  ]),
  async handle({ workbench, actor, params: { draftId }, form }) {
    const { segmentIds } = await resegmentDraft(workbench, actor, draftId, form)
    return redirect(paths.draft(draftId, segmentIds[0]), { key: `review.notice.${form.kind}` })
  },
})

export const undoResegmentAction = action({
  method: 'post',
  path: '/resegmentations/:resegmentationId/undo',
  who: 'segment.revise',
  params: params('resegmentationId'),
  async handle({ workbench, actor, params: { resegmentationId } }) {
    const { draftId, segmentIds } = await undoResegmentation(workbench, actor, resegmentationId)
    return redirect(paths.draft(draftId, segmentIds[0]), { key: 'review.notice.undone' })
  },
})
