import { rememberApproved } from '../workflows/remember-version.ts'
import type { Workbench } from '../workbench.ts'
import { repeat } from './repeat.ts'

/** What is approved goes into the memory soon after; what is left to do is read from the database. */
export function startRemembering(workbench: Workbench) {
  let isIndexKnown = false
  return repeat(workbench, {
    name: 'remembering approved versions',
    async round(isWanted) {
      if (!isIndexKnown && !(await workbench.storage.memory.hasSearchIndex()))
        workbench.logger.warn(
          'pg_trgm could not be installed in the database: searching the memory reads all of it',
        )
      isIndexKnown = true
      await rememberApproved(workbench, isWanted)
    },
    pause: () => 5_000,
  })
}
