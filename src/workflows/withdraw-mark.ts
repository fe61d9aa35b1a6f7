import { Forbidden } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'
import { recordStep } from './version-decision.ts'

/** Takes a mark back; only who made it can. */
export const withdrawMark = (workbench: Workbench, actor: Actor, id: number) =>
  workbench.storage.transaction(async (tx) => {
    const version = await tx.versions.lock((await tx.marks.get(id)).versionId)
    const mark = await tx.marks.get(id)
    if (mark.by !== actor.id) throw new Forbidden('not-your-mark')
    if (mark.isWithdrawn) return mark
    const at = workbench.clock()
    await tx.marks.withdraw(id, actor.id, at)
    await recordStep(tx, 'mark_withdrawn', actor, version, at, { markId: id }, mark.segmentId)
    return mark
  })
