import { Refused } from '../domain/errors.ts'
import type { Workbench } from '../workbench.ts'
import { describePublication, overtakeSchedule, publish } from './publication.ts'

const describedAtOnce = 20

/**
 * Publishes what is due, each in a transaction of its own with its event, so that of several processes one does it, and does it whole.
 * Says how many there were. Publications from before there was an index are described on the way.
 */
export async function publishDue(workbench: Workbench, goOn: () => boolean = () => true): Promise<number> {
  await describeOlder(workbench)
  let count = 0
  while (goOn() && (await publishNext(workbench))) count++
  return count
}

/** False when nothing is due any more. */
const publishNext = ({ storage, clock }: Workbench): Promise<boolean> =>
  storage.transaction(async (tx) => {
    const at = clock()
    const due = await tx.publishing.lockDue(at)
    if (!due) return false
    if (!due.schedule || due.schedule.dueAt > at) return true
    const { id, draftId, versionId, scheduledBy } = due.schedule
    const version = await tx.versions.get(versionId)
    try {
      await publish(tx, { id: scheduledBy }, version, at)
      await tx.publishing.end(id, 'published', at)
    } catch (error) {
      // Refused before anything was written: the appointment is over, and its editor is told why in the article's history.
      if (!(error instanceof Refused)) throw error
      await overtakeSchedule(tx, { id: scheduledBy }, draftId, at)
    }
    return true
  })

async function describeOlder({ storage }: Workbench): Promise<void> {
  for (const publicationId of await storage.publishing.undescribed(describedAtOnce))
    await storage.transaction((tx) => describePublication(tx, publicationId))
}
