import type { Workbench } from '../workbench.ts'
import { publishDue } from '../workflows/publish-due.ts'

const pause = 5_000

/** Looks every few seconds for publications that are due; what was due while nobody ran is published late. */
export function startPublishing(workbench: Workbench) {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  const round = async () => {
    try {
      await publishDue(workbench, () => !stopped)
    } catch (error) {
      workbench.logger.warn({ err: error as Error }, 'publishing what is due failed; it will be tried again')
    }
    if (!stopped) timer = setTimeout(() => (running = round()), pause)
  }
  running = round()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
