import type { Actor } from '../../../domain/people.ts'
import type { Workbench } from '../../../workbench.ts'
import type { Decision } from '../../../workflows/version-decision.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'
import { decisionForm, typedDecision } from './decision-form.ts'
import { lateDecision } from './late-decision.ts'
import { shownVersion } from './shown-version.ts'

type Decide = (
  workbench: Workbench,
  actor: Actor,
  versionId: number,
  decision: Decision,
) => Promise<{ readonly number: number }>

/** What approving and returning have in common: one form, and the same page again when it cannot be done. */
export const decisionAction = (path: string, decide: Decide, notice: { readonly key: string }) =>
  action({
    method: 'post',
    path,
    who: 'version.decide',
    params: params('versionId'),
    form: decisionForm,
    body: 'long-form',
    async handle(context) {
      const { workbench, actor, params, form } = context
      try {
        const { number } = await decide(workbench, actor, params.versionId, form)
        return redirect(paths.version(params.versionId), { ...notice, values: { number } })
      } catch (error) {
        return lateDecision(error, context)
      }
    },
    invalid: ({ workbench, actor, words, params: { versionId }, form }, problems) =>
      shownVersion(workbench, actor, words, versionId, undefined, { typed: typedDecision(form), problems }),
  })
