import type { Workbench } from '../workbench.ts'
import { learnAllAlignments } from '../workflows/learn-alignment.ts'

/** By the clock of the place where the desk runs: when nobody is at work. */
const hourOfNight = 3

/** The aligner learns from what was approved: at the start, for the nights that the desk was off, and then every night. */
export function startLearning(workbench: Workbench) {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  const round = async () => {
    try {
      await learnAllAlignments(workbench, () => !stopped)
    } catch (error) {
      workbench.logger.warn(
        { err: error as Error },
        'learning from approved versions failed; it will be tried again',
      )
    }
    if (!stopped) timer = setTimeout(() => (running = round()), untilNight(workbench.clock()))
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

function untilNight(now: Date): number {
  const night = new Date(now)
  night.setHours(hourOfNight, 0, 0, 0)
  if (night <= now) night.setDate(night.getDate() + 1)
  return night.getTime() - now.getTime()
}
