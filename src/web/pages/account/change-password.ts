import { z } from 'zod'
import { changePassword } from '../../../workflows/change-password.ts'
import { longestPassword } from '../../../workflows/password.ts'
import { action } from '../../action.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'
import { accountPage } from './account-page.ts'

export const changePasswordAction = action({
  method: 'post',
  path: '/account/password',
  who: 'account.manage',
  form: z.object({ current: z.string().max(longestPassword, 'wrong-password'), next: z.string() }),
  async handle({ workbench, actor, form, session, ip }) {
    await changePassword(workbench, actor, { ...form, sessionId: session.id, ip })
    return redirect(paths.account(), { key: 'account.notice.password-changed' })
  },
  invalid: (context, problems) => accountPage(context, problems),
})
