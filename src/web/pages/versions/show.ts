import { z } from 'zod'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { shownFields, shownVersion } from './shown-version.ts'

export const showVersionAction = action({
  method: 'get',
  path: '/versions/:versionId',
  who: 'article.read',
  params: params('versionId'),
  query: z.object(shownFields),
  handle: ({ workbench, actor, words, params: { versionId }, query }) =>
    shownVersion(workbench, actor, words, versionId, query),
})
