import { z } from 'zod'
import { openAction } from '../../action.ts'
import { paths, safeNext } from '../../paths.ts'
import { redirect } from '../../response.ts'
import { signInPage } from './sign-in-page.ts'

export const signInFormAction = openAction({
  method: 'get',
  path: '/sign-in',
  who: 'anyone',
  query: z.object({ next: z.string().optional().catch(undefined) }),
  handle: (context) =>
    context.actor
      ? redirect(context.query.next === undefined ? paths.home() : safeNext(context.query.next))
      : signInPage(context, { next: context.query.next }),
})
