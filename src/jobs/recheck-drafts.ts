import { recheckOutdatedDrafts } from '../workflows/recheck.ts'
import type { Workbench } from '../workbench.ts'
import { repeat } from './repeat.ts'

/** After a change of the glossary, the severities or the engine, the findings of drafts catch up one draft at a time; what is left to do is read from the database. */
export const startRechecking = (workbench: Workbench) =>
  repeat(workbench, {
    name: 'rechecking drafts',
    round: (isWanted) => recheckOutdatedDrafts(workbench, isWanted),
    pause: () => 5_000,
  })
