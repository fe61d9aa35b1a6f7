import { NotFound } from '../../../domain/errors.ts'
import { notificationsOf } from '../../../storage/screens/notifications.ts'
import { readNotifications } from '../../../workflows/read-notifications.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { redirect } from '../../response.ts'
import { placeOf } from './told.ts'

/** Leads to what a notification speaks of; it is read then. */
export const openNotificationAction = action({
  method: 'post',
  path: '/notifications/:notificationId/opening',
  who: 'account.manage',
  params: params('notificationId'),
  async handle({ workbench, actor, params: { notificationId: id } }) {
    const [notification] = await notificationsOf(workbench.storage.reader, actor.id, [id])
    if (!notification) throw new NotFound('page-not-found')
    await readNotifications(workbench, actor, { id })
    return redirect(placeOf(notification))
  },
})
