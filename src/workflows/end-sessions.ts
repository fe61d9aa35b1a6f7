import type { Actor } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'

/** Signs a person out everywhere, at once; `except` is the session that goes on. Returns how many ended. */
export const endSessions = (
  workbench: Workbench,
  actor: Actor,
  personId: number,
  except?: string,
): Promise<number> =>
  workbench.storage.transaction(async (tx) => {
    await tx.people.get(personId)
    const count = await tx.people.endSessions(personId, except)
    const data = { person: personId, sessions: count }
    await tx.events.record({ type: 'sessions_ended', by: actor.id, data }, workbench.clock())
    return count
  })
