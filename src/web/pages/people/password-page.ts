import type { Actor } from '../../../domain/people.ts'
import type { Context } from '../../action.ts'
import { paths } from '../../paths.ts'
import { page, type Response } from '../../response.ts'

/** Shows a made-up password, this once: it is nowhere to be read again, so this answers the form itself. */
export async function passwordPage(
  { workbench, words }: Pick<Context<unknown, unknown, unknown, Actor>, 'workbench' | 'words'>,
  personId: number,
  password: string,
): Promise<Response> {
  const person = await workbench.storage.people.get(personId)
  return page('people/password', {
    title: words.t('people.password.title'),
    here: paths.people(),
    person,
    password,
  })
}
