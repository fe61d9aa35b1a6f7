import { z } from 'zod'
import { action } from '../../action.ts'
import { checkbox, id, params } from '../../fields.ts'
import { json } from '../../response.ts'
import { windowId } from './window-id.ts'

/** Says where somebody is: in a segment, on the article, or gone from it. Kept for half a minute, and never on record. */
export const presenceAction = action({
  method: 'post',
  path: '/drafts/:draftId/presence',
  who: 'article.read',
  params: params('draftId'),
  form: z.object({ window: windowId, segmentId: id.optional(), leaving: checkbox }),
  async handle({ workbench: { storage, live }, actor, params: { draftId }, form }) {
    await storage.articles.draft(draftId)
    const where = {
      draftId,
      personId: actor.id,
      name: actor.name,
      windowId: form.window,
      segmentId: form.segmentId ?? null,
    }
    await (form.leaving ? live.leave(where) : live.arrive(where))
    return json({ outcome: 'ok' })
  },
})
