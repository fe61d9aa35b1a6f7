import { Conflict } from '../../../domain/errors.ts'
import { addConcept } from '../../../workflows/add-concept.ts'
import { action } from '../../action.ts'
import { id } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'
import { conceptFields, contentOfForm, formAsTyped, formOfContent } from './concept-form.ts'
import { newConceptPage } from './new-concept-page.ts'

export const addConceptAction = action({
  method: 'post',
  path: '/glossary',
  who: 'glossary.write',
  form: conceptFields.extend({ proposal: id.optional() }),
  async handle(context) {
    const { workbench, actor, form, wantsJson } = context
    const content = contentOfForm(form)
    try {
      const id = await addConcept(workbench, actor, {
        content,
        homonym: form.homonym,
        proposalId: form.proposal,
      })
      return redirect(paths.concept(id), { key: 'glossary.notice.added' })
    } catch (error) {
      if (wantsJson || !(error instanceof Conflict)) throw error
      return newConceptPage(context, formOfContent(content), {
        existing: Number(error.current.conceptId),
        proposal: form.proposal,
      })
    }
  },
  invalid: (context, problems) =>
    newConceptPage(context, formAsTyped(context.form), { problems, proposal: proposalOf(context.form) }),
})

const proposalOf = ({ proposal }: Readonly<Record<string, unknown>>) => id.safeParse(proposal).data
