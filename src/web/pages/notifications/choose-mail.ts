import { z } from 'zod'
import { mailFrequencies, notificationKinds } from '../../../domain/notification.ts'
import { chooseMail } from '../../../workflows/choose-mail.ts'
import { action } from '../../action.ts'
import { many } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'

/** The form has a box for each kind that letters may speak of: what is not ticked they do not. */
export const chooseMailAction = action({
  method: 'post',
  path: '/account/mail',
  who: 'account.manage',
  form: z.object({ frequency: z.enum(mailFrequencies), kind: many(z.enum(notificationKinds)) }),
  async handle({ workbench, actor, form: { frequency, kind } }) {
    const muted = notificationKinds.filter((one) => !kind.includes(one))
    await chooseMail(workbench, actor, { frequency, muted })
    return redirect(`${paths.account()}#mail`, { key: 'notifications.notice.mail-chosen' })
  },
})
