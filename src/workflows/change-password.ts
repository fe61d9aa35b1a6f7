import { Invalid, Refused } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import { signInThrottle } from '../storage/sign-in-throttle.ts'
import type { Workbench } from '../workbench.ts'
import { hashPassword, passwordMatches, passwordProblems } from './password.ts'

export interface PasswordChange {
  readonly current: string
  readonly next: string
  /** The session that goes on; every other one ends. */
  readonly sessionId: string
  readonly ip: string
}

/** Gives the actor a new password. Whoever else was signed in as them no longer is. Returns how many sessions ended. */
export async function changePassword(
  workbench: Workbench,
  actor: Actor,
  { current, next, sessionId, ip }: PasswordChange,
): Promise<number> {
  const problems = passwordProblems('next', next)
  if (problems.length > 0) throw new Invalid(problems)
  const throttle = signInThrottle(workbench.sessionPool)
  const seconds = await throttle.attempt(actor.email, ip)
  if (seconds > 0) throw new Refused('too-many-attempts', { minutes: Math.ceil(seconds / 60) })
  const person = await workbench.storage.people.findByEmail(actor.email)
  if (!person || !(await passwordMatches(person.passwordHash, current)))
    throw new Invalid([{ field: 'current', key: 'wrong-password' }])
  await throttle.succeed(actor.email, ip)
  const passwordHash = await hashPassword(next)
  return workbench.storage.transaction(async (tx) => {
    await tx.people.setPassword(actor.id, passwordHash)
    const count = await tx.people.endSessions(actor.id, sessionId)
    const data = { person: actor.id, what: 'password', sessions: count }
    await tx.events.record({ type: 'person_changed', by: actor.id, data }, workbench.clock())
    return count
  })
}
