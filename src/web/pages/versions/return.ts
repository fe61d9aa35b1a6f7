import { returnVersion } from '../../../workflows/return-version.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'
import { decisionForm, typedDecision } from './decision-form.ts'
import { lateDecision } from './late-decision.ts'
import { shownVersion } from './shown-version.ts'

export const returnAction = action({
  method: 'post',
  path: '/versions/:versionId/return',
  who: 'version.decide',
  params: params('versionId'),
  form: decisionForm,
  body: 'long-form',
  async handle(context) {
    const {
      workbench,
      actor,
      params: { versionId },
      form,
    } = context
    try {
      const { number } = await returnVersion(workbench, actor, versionId, form)
      return redirect(paths.version(versionId), { key: 'versions.notice.returned', values: { number } })
    } catch (error) {
      return lateDecision(error, context)
    }
  },
  invalid: ({ workbench, actor, words, params: { versionId }, form }, problems) =>
    shownVersion(workbench, actor, words, versionId, undefined, { typed: typedDecision(form), problems }),
})
