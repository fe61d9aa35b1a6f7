import { z } from 'zod'
import { notificationPage } from '../../../storage/screens/notifications.ts'
import { action } from '../../action.ts'
import { paths } from '../../paths.ts'
import { page } from '../../response.ts'
import { timeAgo } from '../articles/time-ago.ts'
import { told } from './told.ts'

export const notificationsAction = action({
  method: 'get',
  path: '/notifications',
  who: 'account.manage',
  query: z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) }),
  async handle({ workbench, actor, words, query }) {
    const found = await notificationPage(workbench.storage.reader, actor.id, query.page)
    const now = workbench.clock()
    return page('notifications/show', {
      title: words.t('notifications.title'),
      here: paths.notifications(),
      ...found,
      list: found.list.map((one) => ({ ...one, ...told(one, words) })),
      page: query.page,
      timeAgo: (then: Date) => timeAgo(words, then, now),
    })
  },
})
