import { takeDraft } from '../../../workflows/assign-draft.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'

/** Somebody takes a draft that nobody has, and goes to work on it. */
export const takeAction = action({
  method: 'post',
  path: '/drafts/:draftId/taking',
  who: 'draft.take',
  params: params('draftId'),
  async handle({ workbench, actor, params: { draftId } }) {
    await takeDraft(workbench, actor, draftId)
    return redirect(paths.draft(draftId), { key: 'queue.notice.taken' })
  },
})
