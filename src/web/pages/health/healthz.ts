import { openAction } from '../../action.ts'
import { json } from '../../response.ts'

/** The process is alive; nothing else is asked. */
export const healthzAction = openAction({
  method: 'get',
  path: '/healthz',
  who: 'anyone',
  handle: () => json({ status: 'ok' }),
})
