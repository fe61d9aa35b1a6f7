import type { Actor } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'

/** Says that somebody has seen one of their notifications, or all up to one. */
export const readNotifications = (
  { storage, clock }: Workbench,
  actor: Actor,
  which: { id?: number; upTo?: number },
): Promise<number> => storage.notifications.read(actor.id, which, clock())
