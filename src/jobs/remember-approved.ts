import { rememberApproved } from '../workflows/remember-version.ts'
import type { Workbench } from '../workbench.ts'

const pause = 5_000

/** What is approved goes into the memory soon after; what is left to do is read from the database. */
export function startRemembering(workbench: Workbench) {
  const { logger, storage } = workbench
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<void> = tellOfIndex()
  async function tellOfIndex() {
    try {
      if (!(await storage.memory.hasSearchIndex()))
        logger.warn('pg_trgm could not be installed in the database: searching the memory reads all of it')
    } catch {
      // What is wrong with the database is told by the round that follows.
    }
    await round()
  }
  async function round() {
    try {
      await rememberApproved(workbench, () => !stopped)
    } catch (error) {
      logger.warn({ err: error as Error }, 'remembering approved versions failed; it will be tried again')
    }
    if (!stopped) timer = setTimeout(() => (running = round()), pause)
  }
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
