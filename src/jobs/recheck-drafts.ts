import { recheckOutdatedDrafts } from '../workflows/recheck.ts'
import type { Workbench } from '../workbench.ts'

const pause = 5_000

/** After a change of the glossary, the severities or the engine, the findings of drafts catch up one draft at a time; what is left to do is read from the database. */
export function startRechecking(workbench: Workbench) {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  const round = async () => {
    try {
      await recheckOutdatedDrafts(workbench, () => !stopped)
    } catch (error) {
      workbench.logger.warn({ err: error as Error }, 'rechecking drafts failed; it will be tried again')
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
