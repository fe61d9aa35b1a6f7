import { endSessions } from '../../../workflows/end-sessions.ts'
import { action } from '../../action.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'

export const endOtherSessionsAction = action({
  method: 'post',
  path: '/account/sessions/end',
  who: 'account.manage',
  async handle({ workbench, actor, session }) {
    const count = await endSessions(workbench, actor, actor.id, session.id)
    return redirect(paths.account(), { key: 'account.notice.sessions-ended', values: { count } })
  },
})
