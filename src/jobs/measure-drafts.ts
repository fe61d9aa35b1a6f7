import type { Workbench } from '../workbench.ts'
import { measureEdits } from '../workflows/measure-edits.ts'
import { repeat } from './repeat.ts'

/** Keeps the figures of drafts and versions up to date; what is left to do is read from the database, and goes on at once where it is much. */
export function startMeasuring(workbench: Workbench) {
  let measured = 0
  return repeat(workbench, {
    name: 'measuring drafts',
    async round(isWanted) {
      measured = 0
      measured = await measureEdits(workbench, isWanted)
    },
    pause: () => (measured > 0 ? 100 : 15_000),
  })
}
