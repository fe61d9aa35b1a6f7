import type { Workbench } from '../workbench.ts'
import { sweepPreviews } from '../workflows/preview-import.ts'

const pause = 60 * 60 * 1000

/** Forgets imports that nobody confirmed, at the start and every hour. */
export function startSweeping(workbench: Workbench) {
  let running: Promise<unknown> = Promise.resolve()
  const round = () => {
    running = sweepPreviews(workbench).catch((error: unknown) => {
      workbench.logger.warn({ err: error as Error }, 'old imports could not be swept; it will be tried again')
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
