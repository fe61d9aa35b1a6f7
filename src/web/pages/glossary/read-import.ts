import { z } from 'zod'
import { previewGlossary } from '../../../workflows/import-glossary.ts'
import { action } from '../../action.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'
import { importPage } from './import-page.ts'

export const readImportAction = action({
  method: 'post',
  path: '/glossary/imports',
  who: 'glossary.write',
  body: 'upload',
  form: z.object({ pasted: z.string().default('') }),
  async handle({ workbench, actor, form, files }) {
    const file = files.find(({ field, bytes }) => field === 'file' && bytes.length > 0)
    const given = file ? { name: file.name, bytes: file.bytes } : ({ name: '', text: form.pasted } as const)
    const id = await previewGlossary(workbench, actor, given)
    return redirect(paths.glossaryImport(id))
  },
  invalid: (context, problems) => {
    const { pasted } = context.form
    // A paste of megabytes is not sent back in the page.
    const again = typeof pasted === 'string' && pasted.length <= 100_000 ? pasted : ''
    return importPage(context, { pasted: again, problems })
  },
})
