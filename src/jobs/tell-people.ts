import type { Workbench } from '../workbench.ts'
import { remindOfDueDates } from '../workflows/remind-of-due-dates.ts'
import { sendDigests, type Post } from '../workflows/send-digests.ts'
import { repeat } from './repeat.ts'

/** Reminds of due dates every minute and, where there is a way to send them, sends the letters that are due. */
export const startTelling = (workbench: Workbench, post: Post | null) =>
  repeat(workbench, {
    name: 'telling people',
    async round(isWanted) {
      await remindOfDueDates(workbench)
      if (post) await sendDigests(workbench, post, isWanted)
    },
    pause: () => 60_000,
  })
