import type { Problem } from '../../../domain/errors.ts'
import { interfaceLocales, roles, type Actor } from '../../../domain/people.ts'
import type { Context } from '../../action.ts'
import { paths } from '../../paths.ts'
import { page, type Response } from '../../response.ts'

/** Everybody with an account, and the form that invites one more. */
export async function peoplePage(
  { workbench, words }: Pick<Context<unknown, unknown, unknown, Actor>, 'workbench' | 'words'>,
  form: Readonly<Record<string, unknown>> = {},
  problems: readonly Problem[] = [],
): Promise<Response> {
  const chosen = [form.roles].flat()
  const model = {
    title: words.t('people.list.title'),
    here: paths.people(),
    people: await workbench.storage.people.list(),
    roles: roles.map((role) => ({ role, chosen: chosen.includes(role) })),
    locales: interfaceLocales,
    form: { name: form.name, email: form.email, locale: form.locale ?? words.locale },
    problems,
  }
  return page('people/people', model, { status: problems.length > 0 ? 422 : 200 })
}
