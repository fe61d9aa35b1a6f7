import type { Workbench } from '../workbench.ts'
import { learnAllAlignments } from '../workflows/learn-alignment.ts'
import { repeat } from './repeat.ts'

/** By the clock of the place where the desk runs: when nobody is at work. */
const hourOfNight = 3

/** The aligner learns from what was approved: at the start, for the nights that the desk was off, and then every night. */
export const startLearning = (workbench: Workbench) =>
  repeat(workbench, {
    name: 'learning from approved versions',
    round: (isWanted) => learnAllAlignments(workbench, isWanted),
    pause: () => untilNight(workbench.clock()),
  })

function untilNight(now: Date): number {
  const night = new Date(now)
  night.setHours(hourOfNight, 0, 0, 0)
  if (night <= now) night.setDate(night.getDate() + 1)
  return night.getTime() - now.getTime()
}
