import { endSessions } from '../../../workflows/end-sessions.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'

export const endSessionsAction = action({
  method: 'post',
  path: '/people/:personId/sessions/end',
  who: 'people.manage',
  params: params('personId'),
  async handle({ workbench, actor, params: { personId } }) {
    const count = await endSessions(workbench, actor, personId)
    return redirect(paths.person(personId), { key: 'account.notice.sessions-ended', values: { count } })
  },
})
