import { z } from 'zod'
import { tidyConcept } from '../../../domain/concept-rules.ts'
import { Conflict } from '../../../domain/errors.ts'
import { changeConcept } from '../../../workflows/change-concept.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'
import { conceptFields, contentOfForm, formAsTyped, formOfContent } from './concept-form.ts'
import { conceptPage } from './concept-page.ts'

export const changeConceptAction = action({
  method: 'post',
  path: '/glossary/:conceptId',
  who: 'glossary.write',
  params: params('conceptId'),
  form: conceptFields.extend({ basedOn: z.coerce.number().int().nonnegative() }),
  async handle(context) {
    const { workbench, actor, params, form, wantsJson } = context
    const { basedOn, homonym } = form
    const content = tidyConcept(contentOfForm(form))
    try {
      const changed = await changeConcept(workbench, actor, { ...params, basedOn, content, homonym })
      const key = changed ? 'glossary.notice.changed' : 'glossary.notice.unchanged'
      return redirect(paths.concept(params.conceptId), { key })
    } catch (error) {
      if (wantsJson || !(error instanceof Conflict)) throw error
      return conceptPage(context, params.conceptId, {
        typed: formOfContent(content),
        ...(error.key === 'concept-changed'
          ? { conflict: { content, basedOn } }
          : { existing: Number(error.current.conceptId) }),
      })
    }
  },
  invalid: (context, problems) =>
    conceptPage(context, context.params.conceptId, { typed: formAsTyped(context.form), problems }),
})
