import { action } from '../../action.ts'
import { queuePage, queueQuery } from './queue-page.ts'

export const queueAction = action({
  method: 'get',
  path: '/queue',
  who: 'article.read',
  query: queueQuery,
  handle: (context) => queuePage(context, context.query),
})
