import { z } from 'zod'
import { Refused } from '../../../domain/errors.ts'
import { importGlossary } from '../../../workflows/import-glossary.ts'
import { action } from '../../action.ts'
import { checkbox } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'
import { importPreviewPage } from './import-preview-page.ts'

export const confirmImportAction = action({
  method: 'post',
  path: '/glossary/imports/:importId/confirmation',
  who: 'glossary.write',
  params: z.object({ importId: z.uuid() }),
  form: z.object({ leaveOutErrors: checkbox }),
  async handle(context) {
    const { workbench, actor, params, form, wantsJson } = context
    try {
      const outcome = await importGlossary(workbench, actor, { id: params.importId, ...form })
      if (outcome.kind === 'compared-again')
        return redirect(paths.glossaryImport(params.importId), { key: 'glossary.notice.compared-again' })
      return redirect(paths.glossary(), { key: 'glossary.notice.imported', values: { ...outcome.counts } })
    } catch (error) {
      if (wantsJson || !(error instanceof Refused)) throw error
      return importPreviewPage(context, params.importId, { refused: true })
    }
  },
})
