import { z } from 'zod'
import { unitKinds, type UnitKind } from '../../../domain/article.ts'
import { Conflict } from '../../../domain/errors.ts'
import { confirmImport, type ImportChoice, type KeptBlock } from '../../../workflows/confirm-import.ts'
import { action } from '../../action.ts'
import { id, many, note } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'
import { previewPage } from './preview-page.ts'

const kept = many(z.coerce.number().int().min(0).max(20_000))
const kinds = many(z.enum(unitKinds))

/** A side's lines come as the numbers of the ticked ones, and the kinds of all. */
const form = z.object({
  sourceKeep: kept,
  sourceKind: kinds,
  targetKeep: kept,
  targetKind: kinds,
  sourceUrl: note(2_000).default(''),
  byline: note(500).default(''),
  publishedOn: z.union([z.literal(''), z.iso.date('not-a-date')], 'not-a-date').default(''),
  article: z.union([z.literal('').transform(() => null), id]).default(null),
})
type Form = z.output<typeof form>

export const confirmArticleImportAction = action({
  method: 'post',
  path: '/imports/:importId/confirmation',
  who: 'article.import',
  params: z.object({ importId: z.uuid() }),
  body: 'long-form',
  form,
  async handle(context) {
    const { workbench, actor, params, wantsJson } = context
    const choice = choiceOf(context.form)
    try {
      const { articleId, draftId } = await confirmImport(workbench, actor, params.importId, choice)
      return draftId === null
        ? redirect(paths.article(articleId), { key: 'imports.notice.source-imported' })
        : redirect(paths.draft(draftId), { key: 'imports.notice.draft-imported' })
    } catch (error) {
      // The preview shows what is here already and what can be added to it.
      if (wantsJson || !(error instanceof Conflict) || error.key !== 'article-exists') throw error
      return previewPage(context, params.importId, { choice, status: 409 })
    }
  },
  invalid(context, problems) {
    return previewPage(context, context.params.importId, {
      choice: choiceOf(readable(context.form)),
      problems,
      status: 422,
    })
  },
})

const choiceOf = (sent: Form): ImportChoice => ({
  source: keptBlocks(sent.sourceKeep, sent.sourceKind),
  target: keptBlocks(sent.targetKeep, sent.targetKind),
  sourceUrl: sent.sourceUrl,
  byline: sent.byline,
  publishedOn: sent.publishedOn,
  articleId: sent.article,
})

const keptBlocks = (indexes: readonly number[], kinds: readonly UnitKind[]): KeptBlock[] =>
  indexes.map((index) => ({ index, kind: kinds[index] ?? 'paragraph' }))

/** What can be read of a form that as a whole cannot. */
function readable(sent: Readonly<Record<string, unknown>>): Form {
  const read = <Schema extends z.ZodType>(name: keyof Form, schema: Schema, otherwise: z.output<Schema>) => {
    const result = schema.safeParse(sent[name])
    return result.success ? result.data : otherwise
  }
  const typed = (name: keyof Form) => (typeof sent[name] === 'string' ? sent[name] : '')
  return {
    sourceKeep: read('sourceKeep', kept, []),
    sourceKind: read('sourceKind', kinds, []),
    targetKeep: read('targetKeep', kept, []),
    targetKind: read('targetKind', kinds, []),
    sourceUrl: typed('sourceUrl'),
    byline: typed('byline'),
    publishedOn: typed('publishedOn'),
    article: read('article', form.shape.article, null),
  }
}
