import { z } from 'zod'
import { Invalid, type Problem } from '../domain/errors.ts'
import type { InterfaceLocale, Role } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'
import { hashPassword, makeUpPassword, passwordProblems } from './password.ts'

export interface Invitation {
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly locale: InterfaceLocale
  /** Without one, one is made up. */
  readonly password?: string
}

export interface Invited {
  readonly personId: number
  /** The password that was made up, to be told to the person: it cannot be read again. Null when one was given. */
  readonly madeUpPassword: string | null
}

/** Gives somebody an account. `by` is null when it is made from the command line. Throws Invalid for what cannot be, such as a taken address. */
export async function invitePerson(
  workbench: Workbench,
  by: number | null,
  invitation: Invitation,
): Promise<Invited> {
  const problems = problemsOf(invitation)
  if (problems.length > 0) throw new Invalid(problems)
  const { password, ...person } = invitation
  const madeUpPassword = password === undefined ? makeUpPassword() : null
  const passwordHash = await hashPassword(password ?? String(madeUpPassword))
  return workbench.storage.transaction(async (tx) => {
    const personId = await tx.people.add({ ...person, passwordHash })
    const data = { person: personId, roles: person.roles.join(' ') }
    await tx.events.record({ type: 'person_invited', by, data }, workbench.clock())
    return { personId, madeUpPassword }
  })
}

function problemsOf({ name, email, roles, password }: Invitation): Problem[] {
  const problems: Problem[] = []
  if (name === '') problems.push({ field: 'name', key: 'required' })
  if (name.length > longestName) problems.push({ field: 'name', key: 'too-long' })
  if (!z.email().max(longestName).safeParse(email).success)
    problems.push({ field: 'email', key: 'not-an-email' })
  if (roles.length === 0) problems.push({ field: 'roles', key: 'no-role' })
  if (password !== undefined) problems.push(...passwordProblems('password', password))
  return problems
}

const longestName = 200
