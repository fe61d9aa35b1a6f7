import { z } from 'zod'
import { noteVisit } from '../../../workflows/note-visit.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { fragment } from '../../response.ts'
import { filterFields, filterModel } from './review-filter.ts'
import { reviewModel } from './review-model.ts'

/** The filter of the review page with its counts and the ids of what it shows, for a script that filters without asking for the page. */
export const filterAction = action({
  method: 'get',
  path: '/drafts/:draftId/filter',
  who: 'article.read',
  params: params('draftId'),
  query: z.object(filterFields),
  async handle({ workbench, actor, words, params: { draftId }, query }) {
    const [model, lastVisit] = await Promise.all([
      reviewModel(workbench, actor, words, draftId),
      noteVisit(workbench, actor, draftId),
    ])
    return fragment('review/filter', {
      draftId,
      sourceLanguage: model.sourceLanguage,
      filter: filterModel(model, query, { actor, words, lastVisit }),
    })
  },
})
