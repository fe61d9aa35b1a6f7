import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { fragment, page } from '../../response.ts'
import { reviewModel } from './review-model.ts'

/** The review page: source and target of a whole article side by side. */
export const showReviewAction = action({
  method: 'get',
  path: '/drafts/:draftId',
  who: 'article.read',
  params: params('draftId'),
  async handle({ workbench, actor, words, params: { draftId } }) {
    const model = await reviewModel(workbench, actor, words, draftId)
    return page('review/show', { ...model, wide: true, scripts: ['review.js'] })
  },
})

/** The same as pieces with ids, for a script that has just saved and wants to show what that changed. */
export const showReviewPartsAction = action({
  method: 'get',
  path: '/drafts/:draftId/parts',
  who: 'article.read',
  params: params('draftId'),
  async handle({ workbench, actor, words, params: { draftId } }) {
    return fragment('review/parts', await reviewModel(workbench, actor, words, draftId))
  },
})
