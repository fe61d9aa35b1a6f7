import type { Workbench } from '../workbench.ts'
import { sweepLeftovers } from '../workflows/sweep-leftovers.ts'
import { repeat } from './repeat.ts'

/** Forgets what nobody needs any more, at the start and every hour. */
export const startSweeping = (workbench: Workbench) =>
  repeat(workbench, {
    name: 'sweeping',
    round: () => sweepLeftovers(workbench),
    pause: () => 60 * 60 * 1000,
  })
