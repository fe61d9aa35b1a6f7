import { z } from 'zod'
import { longestPassword } from '../../../workflows/password.ts'
import { signIn } from '../../../workflows/sign-in.ts'
import { openAction } from '../../action.ts'
import { note } from '../../fields.ts'
import { safeNext } from '../../paths.ts'
import { redirect } from '../../response.ts'
import { signInPage } from './sign-in-page.ts'

export const signInAction = openAction({
  method: 'post',
  path: '/sign-in',
  who: 'anyone',
  form: z.object({
    email: note(320),
    password: z.string().max(longestPassword),
    next: z.string().optional(),
  }),
  async handle(context) {
    const { workbench, words, form, ip, session } = context
    const result = await signIn(workbench, { email: form.email, password: form.password, ip })
    switch (result.outcome) {
      case 'signed-in':
        await session.start(result.personId)
        context.setLocaleCookie(result.locale)
        return redirect(safeNext(form.next))
      case 'wrong':
        return signInPage(context, { ...form, message: words.t('account.sign-in.wrong') }, { status: 422 })
      case 'too-many': {
        const until = new Date(workbench.clock().getTime() + result.secondsToWait * 1000)
        const message = words.t('account.sign-in.too-many', { time: words.dateTime(until) })
        const headers = { 'Retry-After': String(result.secondsToWait) }
        return signInPage(context, { ...form, message }, { status: 429, headers })
      }
    }
  },
  /** What no account can have is answered like a wrong password. */
  invalid: (context) =>
    signInPage(
      context,
      { next: undefined, message: context.words.t('account.sign-in.wrong') },
      { status: 422 },
    ),
})
