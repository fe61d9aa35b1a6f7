import { z } from 'zod'
import { standingSince } from '../../../storage/screens/live.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { json } from '../../response.ts'

/** How a draft stands now, for a page that knows it as it was at some revision. */
export const standingAction = action({
  method: 'get',
  path: '/drafts/:draftId/standing',
  who: 'article.read',
  params: params('draftId'),
  query: z.object({
    after: z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER).default(0).catch(0),
  }),
  async handle({ workbench: { storage }, params: { draftId }, query: { after } }) {
    await storage.articles.draft(draftId)
    return json(await standingSince(storage.reader, draftId, after))
  },
})
