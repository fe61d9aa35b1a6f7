import { Invalid, Refused } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import { assertMayPublish } from '../domain/version.ts'
import type { Workbench } from '../workbench.ts'
import { recordStep } from './version-decision.ts'

const furthest = 366 * 24 * 60 * 60 * 1000

/** Lets an approved version be published later, by the desk itself. A draft has one such appointment at most. */
export const schedulePublication = (workbench: Workbench, actor: Actor, versionId: number, dueAt: Date) =>
  workbench.storage.transaction(async (tx) => {
    const version = await tx.versions.lock(versionId)
    assertMayPublish(version, await tx.versions.livePublication(version.draftId))
    if (await tx.publishing.pending(version.draftId)) throw new Refused('already-scheduled')
    const at = workbench.clock()
    const wait = dueAt.getTime() - at.getTime()
    if (wait <= 0) throw new Invalid([{ field: 'due', key: 'publishing.problem.past' }])
    if (wait > furthest) throw new Invalid([{ field: 'due', key: 'publishing.problem.too-far' }])
    await tx.publishing.schedule({ draftId: version.draftId, versionId, dueAt, scheduledBy: actor.id }, at)
    await recordStep(tx, 'publication_scheduled', actor, version, at, { due: dueAt.toISOString() })
    return version
  })

/** Gives the appointment of a version up. */
export const cancelSchedule = (workbench: Workbench, actor: Actor, versionId: number) =>
  workbench.storage.transaction(async (tx) => {
    const version = await tx.versions.lock(versionId)
    const schedule = await tx.publishing.pending(version.draftId)
    if (schedule?.versionId !== versionId) throw new Refused('not-scheduled')
    const at = workbench.clock()
    await tx.publishing.end(schedule.id, 'cancelled', at)
    await recordStep(tx, 'publication_unscheduled', actor, version, at, { due: schedule.dueAt.toISOString() })
    return version
  })
