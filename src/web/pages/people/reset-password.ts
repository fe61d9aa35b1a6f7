import { resetPassword } from '../../../workflows/reset-password.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { passwordPage } from './password-page.ts'

export const resetPasswordAction = action({
  method: 'post',
  path: '/people/:personId/password',
  who: 'people.manage',
  params: params('personId'),
  async handle({ workbench, words, actor, params: { personId } }) {
    const password = await resetPassword(workbench, actor.id, personId)
    return passwordPage({ workbench, words }, personId, password)
  },
})
