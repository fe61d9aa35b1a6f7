import { isReady } from '../../../storage/screens/readiness.ts'
import { openAction } from '../../action.ts'
import { json } from '../../response.ts'

/** Requests can be served: the database answers and has every table. */
export const readyzAction = openAction({
  method: 'get',
  path: '/readyz',
  who: 'anyone',
  async handle({ workbench }) {
    const ready = await isReady(workbench.storage.reader).catch(() => false)
    return ready ? json({ status: 'ready' }) : json({ status: 'unavailable' }, 503)
  },
})
