import { deskTimeZone } from '../domain/desk-time.ts'
import type { Workbench } from '../workbench.ts'

/** Reminds of drafts that are due by tomorrow, and of those that are overdue: each once. Returns how many reminders there were. */
export const remindOfDueDates = ({ storage, clock }: Workbench): Promise<number> =>
  storage.transaction(async (tx) => {
    const at = clock()
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: deskTimeZone }).format(at)
    const reminders = await tx.assignments.remind(today, at)
    for (const { articleId, draftId, kind, personId, dueOn } of reminders) {
      const data = { kind, personId, due: dueOn }
      await tx.events.record({ type: 'draft_due', by: null, articleId, draftId, data }, at)
    }
    return reminders.length
  })
