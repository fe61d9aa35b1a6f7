import { z } from 'zod'
import { NotFound } from '../../../domain/errors.ts'
import { knownArticle } from '../../../storage/screens/known-article.ts'
import { previewImport, type ImportSide } from '../../../workflows/preview-import.ts'
import { action, type UploadedFile } from '../../action.ts'
import { id, note } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'
import { importPage } from './import-page.ts'

const article = z.union([z.literal('').transform(() => undefined), id]).optional()

export const createImportAction = action({
  method: 'post',
  path: '/imports',
  who: 'article.import',
  body: 'upload',
  form: z.object({
    article,
    source: z.string().default(''),
    target: z.string().default(''),
    sourceLanguage: z.string().default('vi'),
    targetLanguage: z.string().default('th'),
    sourceUrl: note(2_000).default(''),
    machineEngine: note(80).default(''),
  }),
  async handle({ workbench, actor, form, files }) {
    const known =
      form.article === undefined ? null : await knownArticle(workbench.storage.reader)({ id: form.article })
    if (form.article !== undefined && !known) throw new NotFound('article-not-found')
    const id = await previewImport(workbench, actor, {
      source: side(form.source, files, 'sourceFile'),
      target: side(form.target, files, 'targetFile'),
      sourceLanguage: known?.sourceLanguage ?? form.sourceLanguage,
      targetLanguage:
        known && !known.hasSource ? (known.draftLanguages[0] ?? form.targetLanguage) : form.targetLanguage,
      sourceUrl: form.sourceUrl,
      machineEngine: form.machineEngine,
      articleId: form.article ?? null,
    })
    return redirect(paths.importPreview(id))
  },
  invalid(context, problems) {
    const asked = article.safeParse(context.form.article)
    return importPage(context, asked.data, { values: context.form, problems })
  },
})

/** An empty file without a name is what browsers send when none was chosen. */
function side(text: string, files: readonly UploadedFile[], field: string): ImportSide {
  const file = files.find((sent) => sent.field === field && (sent.name !== '' || sent.bytes.length > 0))
  return { text, file: file ? { name: file.name, bytes: file.bytes } : null }
}
