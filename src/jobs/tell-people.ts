import type { Workbench } from '../workbench.ts'
import { remindOfDueDates } from '../workflows/remind-of-due-dates.ts'
import { sendDigests, type Post } from '../workflows/send-digests.ts'

const pause = 60_000

/** Reminds of due dates every minute and, where there is a way to send them, sends the letters that are due. */
export function startTelling(workbench: Workbench, post: Post | null) {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  const round = async () => {
    try {
      await remindOfDueDates(workbench)
      if (post) await sendDigests(workbench, post, () => !stopped)
    } catch (error) {
      workbench.logger.warn({ err: error as Error }, 'telling people failed; it will be tried again')
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
