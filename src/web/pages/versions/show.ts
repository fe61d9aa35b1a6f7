import { z } from 'zod'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { shownVersion } from './shown-version.ts'

export const showVersionAction = action({
  method: 'get',
  path: '/versions/:versionId',
  who: 'article.read',
  params: params('versionId'),
  query: z.object({
    show: z.enum(['changed', 'all']).catch('changed'),
    against: z.enum(['machine', 'previous', 'none']).catch('machine'),
    page: z.coerce.number().int().min(1).max(10_000).catch(1),
  }),
  handle: ({ workbench, actor, words, params: { versionId }, query }) =>
    shownVersion(workbench, actor, words, versionId, query),
})
