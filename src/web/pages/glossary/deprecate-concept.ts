import { deprecateConcept } from '../../../workflows/deprecate-concept.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'

export const deprecateConceptAction = action({
  method: 'post',
  path: '/glossary/:conceptId/deprecation',
  who: 'glossary.write',
  params: params('conceptId'),
  async handle({ workbench, actor, params: { conceptId } }) {
    await deprecateConcept(workbench, actor, conceptId)
    return redirect(paths.concept(conceptId), { key: 'glossary.notice.deprecated' })
  },
})
