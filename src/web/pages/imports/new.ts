import { z } from 'zod'
import { action } from '../../action.ts'
import { id } from '../../fields.ts'
import { importPage } from './import-page.ts'

export const newImportAction = action({
  method: 'get',
  path: '/imports/new',
  who: 'article.import',
  query: z.object({ article: id.optional().catch(undefined) }),
  handle: (context) => importPage(context, context.query.article),
})
