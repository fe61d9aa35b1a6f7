import { NotFound } from '../domain/errors.ts'
import { assertAdministratorRemains, type Actor, type Role } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'

export interface PersonChange {
  readonly personId: number
  readonly roles: readonly Role[]
  readonly disabled: boolean
}

/** Changes what a person may do. Somebody disabled is signed out everywhere, at once. */
export const changePerson = (
  workbench: Workbench,
  actor: Actor,
  { personId, roles, disabled }: PersonChange,
): Promise<void> =>
  workbench.storage.transaction(async (tx) => {
    const people = await tx.people.lockAll()
    const person = people.find(({ id }) => id === personId)
    if (!person) throw new NotFound('person-not-found')
    assertAdministratorRemains(people.map((other) => (other === person ? { roles, disabled } : other)))
    const now = workbench.clock()
    await tx.people.setRoles(personId, roles)
    if (disabled !== person.disabled) await tx.people.setDisabled(personId, disabled ? now : null)
    const sessions = disabled ? await tx.people.endSessions(personId) : 0
    const data = { person: personId, roles: roles.join(' '), disabled, sessions }
    await tx.events.record({ type: 'person_changed', by: actor.id, data }, now)
  })
