import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { recallMatches } from '../../../../workflows/recall-matches.ts'
import { action } from '../../../action.ts'
import { params } from '../../../fields.ts'
import { fragment, page } from '../../../response.ts'

/** What has been approved for a source like this one, and where else it stands: beside the row for a script (`?part=yes`), or a page. */
export const showMemoryAction = action({
  method: 'get',
  path: '/segments/:segmentId/memory',
  who: 'article.read',
  params: params('segmentId'),
  query: z.object({ part: z.enum(['yes', 'no']).catch('no') }),
  async handle({ workbench, words, params: { segmentId }, query: { part } }) {
    const recalled = await recallMatches(workbench, segmentId)
    const { number, matches } = recalled
    if (part === 'yes') return fragment('review/memory', recalled)
    return page('review/memory-page', {
      title: words.t('memory.title', { number }),
      ...recalled,
      operationIds: matches.map(() => randomUUID()),
    })
  },
})
