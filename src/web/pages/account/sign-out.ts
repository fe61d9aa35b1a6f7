import { openAction } from '../../action.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'

export const signOutAction = openAction({
  method: 'post',
  path: '/sign-out',
  who: 'anyone',
  async handle({ session }) {
    await session.end()
    return redirect(paths.signIn())
  },
})
