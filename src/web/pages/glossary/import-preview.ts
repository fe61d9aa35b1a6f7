import { z } from 'zod'
import { rowStates } from '../../../domain/glossary-plan.ts'
import { action } from '../../action.ts'
import { importPreviewPage } from './import-preview-page.ts'

export const importPreviewAction = action({
  method: 'get',
  path: '/glossary/imports/:importId',
  who: 'glossary.write',
  params: z.object({ importId: z.uuid() }),
  query: z.object({
    state: z
      .enum([...rowStates, 'all'])
      .optional()
      .catch(undefined),
    page: z.coerce.number().int().positive().max(100_000).catch(1),
  }),
  handle: (context) => importPreviewPage(context, context.params.importId, context.query),
})
