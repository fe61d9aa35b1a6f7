import type { Workbench } from '../workbench.ts'
import { sweepLeftovers } from '../workflows/sweep-leftovers.ts'

const pause = 60 * 60 * 1000

/** Forgets what nobody needs any more, at the start and every hour. */
export function startSweeping(workbench: Workbench) {
  let running: Promise<unknown> = Promise.resolve()
  const round = () => {
    running = sweepLeftovers(workbench).catch((error: unknown) => {
      workbench.logger.warn({ err: error as Error }, 'sweeping failed; it will be tried again')
    })
  }
  const timer = setInterval(round, pause)
  round()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
