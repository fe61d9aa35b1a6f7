import type { Actor } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'
import { createWeightedCache, type WeightedCache } from './weighted-cache.ts'

/** Away for longer, and it is another visit. */
const pause = 30 * 60_000
/** So that most pages are shown without writing anything. */
const precision = 60_000

interface Noted {
  readonly at: number
  readonly lastVisit: Date | null
}

const noted = new WeakMap<Workbench, WeightedCache<Noted>>()

/**
 * Remembers, to the minute, that somebody has a draft before them, and returns when their last visit ended; null on the first. It changes
 * nothing of the draft, so the audit trail does not tell it.
 */
export async function noteVisit(workbench: Workbench, actor: Actor, draftId: number): Promise<Date | null> {
  const memory = noted.get(workbench) ?? createWeightedCache<Noted>(10_000)
  noted.set(workbench, memory)
  const key = `${draftId} ${actor.id}`
  const now = workbench.clock()
  const known = memory.get(key)
  if (known && now.getTime() - known.at < precision) return known.lastVisit
  const lastVisit = await workbench.storage.visits.note(draftId, actor.id, now, pause)
  memory.set(key, { at: now.getTime(), lastVisit }, 1)
  return lastVisit
}
