import { z } from 'zod'
import { severities } from '../../../engine/checks/check.ts'
import { setCheckSeverity } from '../../../workflows/set-check-severity.ts'
import { action } from '../../action.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'

/** Sets how grave a check's findings are on this desk; `own` gives the check back its own severity. */
export const setSeverityAction = action({
  method: 'post',
  path: '/checks/:checkId/severity',
  who: 'checks.set',
  params: z.object({ checkId: z.string() }),
  form: z.object({ severity: z.enum(['own', 'off', ...severities]) }),
  async handle({ workbench, words, actor, params: { checkId }, form }) {
    const severity = form.severity === 'own' ? null : form.severity
    const isNew = await setCheckSeverity(workbench, actor, { checkId, severity })
    const check = words.t(`checks.${checkId}.name`)
    return redirect(
      paths.checks(checkId),
      isNew ? { key: 'checks-page.notice.set', values: { check } } : undefined,
    )
  },
})
