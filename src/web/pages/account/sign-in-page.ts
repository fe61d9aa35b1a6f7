import type { Actor } from '../../../domain/people.ts'
import { demoAccounts, demoPassword } from '../../../storage/screens/demo-accounts.ts'
import type { Context } from '../../action.ts'
import { paths } from '../../paths.ts'
import { page, type PageOptions, type Response } from '../../response.ts'

interface Model {
  /** Where to go afterwards, as asked for; not to be trusted. */
  readonly next?: string | undefined
  readonly email?: string
  /** What went wrong, in words. */
  readonly message?: string
}

/** The sign-in page. On a desk with its own embedded database it offers the demo accounts, if they are there. */
export async function signInPage(
  { workbench, words }: Pick<Context<unknown, unknown, unknown, Actor | null>, 'workbench' | 'words'>,
  { next, email = '', message }: Model,
  options: PageOptions = {},
): Promise<Response> {
  const demo = workbench.config.databaseUrl === null ? await demoAccounts(workbench.storage.reader) : []
  const model = {
    title: words.t('account.sign-in.title'),
    here: paths.signIn(next === undefined ? {} : { next }),
    next,
    email,
    message,
    demo,
    demoPassword,
  }
  return page('account/sign-in', model, options)
}
