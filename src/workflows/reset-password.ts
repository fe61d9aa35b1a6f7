import type { Workbench } from '../workbench.ts'
import { hashPassword, makeUpPassword } from './password.ts'

/**
 * Gives somebody who forgot theirs a new, made-up password, and signs them out everywhere. Returns it: it cannot be read again.
 * `by` is null on the command line.
 */
export async function resetPassword(
  workbench: Workbench,
  by: number | null,
  personId: number,
): Promise<string> {
  const password = makeUpPassword()
  const passwordHash = await hashPassword(password)
  await workbench.storage.transaction(async (tx) => {
    await tx.people.get(personId)
    await tx.people.setPassword(personId, passwordHash)
    const sessions = await tx.people.endSessions(personId)
    const data = { person: personId, what: 'password', sessions }
    await tx.events.record({ type: 'person_changed', by, data }, workbench.clock())
  })
  return password
}
