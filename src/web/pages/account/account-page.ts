import type { Problem } from '../../../domain/errors.ts'
import type { Actor } from '../../../domain/people.ts'
import { mailFrequencies, notificationKinds } from '../../../domain/notification.ts'
import { comfortChoices } from '../../../domain/preferences.ts'
import { shortestPassword } from '../../../workflows/password.ts'
import type { Context } from '../../action.ts'
import { paths } from '../../paths.ts'
import { page, type Response } from '../../response.ts'

export async function accountPage(
  {
    workbench,
    words,
    actor,
  }: Pick<Context<unknown, unknown, unknown, Actor>, 'workbench' | 'words' | 'actor'>,
  problems: readonly Problem[] = [],
): Promise<Response> {
  const model = {
    title: words.t('account.page.title'),
    here: paths.account(),
    sessions: await workbench.storage.people.countSessions(actor.id),
    shortestPassword,
    comfortChoices,
    mail: {
      isOn: workbench.config.mail !== null,
      choice: await workbench.storage.mailChoices.get(actor.id),
      frequencies: mailFrequencies,
      kinds: notificationKinds,
    },
    scripts: ['preferences.js'],
    problems,
  }
  return page('account/account', model, { status: problems.length > 0 ? 422 : 200 })
}
