import type { Workbench } from '../workbench.ts'
import { settleFindings } from './recheck.ts'

/**
 * Checks drafts right after their saves, outside of them: one draft once at a time, however many saves come meanwhile. Only saves
 * waiting time: what a process that dies leaves undone is in the database.
 */
export function createRechecks(
  parts: Pick<Workbench, 'storage' | 'analyzer'> & { onFailure: (error: unknown) => void },
) {
  const running = new Map<number, Promise<void>>()
  const wanted = new Set<number>()

  const run = async (draftId: number) => {
    while (wanted.delete(draftId)) await settleFindings(parts, draftId).catch(parts.onFailure)
    running.delete(draftId)
  }
  return {
    soon(draftId: number) {
      wanted.add(draftId)
      if (!running.has(draftId)) running.set(draftId, run(draftId))
    },
    /** Resolves when nothing is left to check. */
    async idle() {
      while (running.size > 0) await Promise.all(running.values())
    },
  }
}
