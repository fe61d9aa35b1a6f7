import type { Problem } from '../../../domain/errors.ts'
import { roles, type Actor } from '../../../domain/people.ts'
import type { Context } from '../../action.ts'
import { paths } from '../../paths.ts'
import { page, type Response } from '../../response.ts'

export async function personPage(
  { workbench }: Pick<Context<unknown, unknown, unknown, Actor>, 'workbench'>,
  personId: number,
  problems: readonly Problem[] = [],
): Promise<Response> {
  const { people } = workbench.storage
  const person = await people.get(personId)
  const model = {
    title: person.name,
    here: paths.person(personId),
    person,
    roles: roles.map((role) => ({ role, chosen: person.roles.includes(role) })),
    sessions: await people.countSessions(personId),
    problems,
  }
  return page('people/person', model, { status: problems.length > 0 ? 422 : 200 })
}
