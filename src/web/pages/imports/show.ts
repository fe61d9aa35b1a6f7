import { z } from 'zod'
import { action } from '../../action.ts'
import { previewPage } from './preview-page.ts'

export const showImportAction = action({
  method: 'get',
  path: '/imports/:importId',
  who: 'article.import',
  params: z.object({ importId: z.uuid() }),
  handle: (context) => previewPage(context, context.params.importId),
})
