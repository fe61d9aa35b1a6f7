import type { Workbench } from '../workbench.ts'
import { measureEdits } from '../workflows/measure-edits.ts'

const pause = 15_000

/** Keeps the figures of drafts and versions up to date; what is left to do is read from the database. */
export function startMeasuring(workbench: Workbench) {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  const round = async () => {
    let measured = 0
    try {
      measured = await measureEdits(workbench, () => !stopped)
    } catch (error) {
      workbench.logger.warn({ err: error as Error }, 'measuring drafts failed; it will be tried again')
    }
    if (!stopped) timer = setTimeout(() => (running = round()), measured > 0 ? 100 : pause)
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
