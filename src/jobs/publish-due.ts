import type { Workbench } from '../workbench.ts'
import { publishDue } from '../workflows/publish-due.ts'
import { repeat } from './repeat.ts'

/** Looks every few seconds for publications that are due; what was due while nobody ran is published late. */
export const startPublishing = (workbench: Workbench) =>
  repeat(workbench, {
    name: 'publishing what is due',
    round: (isWanted) => publishDue(workbench, isWanted),
    pause: () => 5_000,
  })
