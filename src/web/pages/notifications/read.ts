import { z } from 'zod'
import { readNotifications } from '../../../workflows/read-notifications.ts'
import { action } from '../../action.ts'
import { id } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'

/** One is read; or all that were there when the page was shown, so that none goes unseen that came since. */
export const readNotificationsAction = action({
  method: 'post',
  path: '/notifications/reading',
  who: 'account.manage',
  form: z.union([z.object({ id }), z.object({ upTo: id })]),
  async handle({ workbench, actor, form }) {
    const count = await readNotifications(workbench, actor, form)
    return redirect(paths.notifications(), { key: 'notifications.notice.read', values: { count } })
  },
})
