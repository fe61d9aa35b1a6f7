import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { fragment, page, pieces } from '../../response.ts'
import { reviewModel, type RowModel } from './review-model.ts'

/** The review page: source and target of a whole article side by side. */
export const showReviewAction = action({
  method: 'get',
  path: '/drafts/:draftId',
  who: 'article.read',
  params: params('draftId'),
  async handle({ workbench, actor, words, params: { draftId } }) {
    const model = await reviewModel(workbench, actor, words, draftId)
    const segments = pieces('review/segment', model.rows.map(forRow))
    return page('review/show', { ...model, segments, wide: true, scripts: ['review.js'] })
  },
})

/** The same as pieces with ids, for a script that has just saved and wants to show what that changed. */
export const showReviewPartsAction = action({
  method: 'get',
  path: '/drafts/:draftId/parts',
  who: 'article.read',
  params: params('draftId'),
  async handle({ workbench, actor, words, params: { draftId } }) {
    const model = await reviewModel(workbench, actor, words, draftId)
    return fragment('review/parts', {
      ...model,
      segments: pieces('review/row-parts', model.rows.map(forRow)),
    })
  },
})

const forRow = (row: RowModel) => ({ row })
