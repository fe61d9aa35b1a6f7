import type { Actor } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'
import { overtakeSchedule, publish } from './publication.ts'

/** Shows an approved version to readers, in the place of the one that they see now. The first publication decides the address. */
export const publishVersion = (workbench: Workbench, actor: Actor, versionId: number) =>
  workbench.storage.transaction(async (tx) => {
    const version = await tx.versions.lock(versionId)
    const at = workbench.clock()
    const slug = await publish(tx, actor, version, at)
    await overtakeSchedule(tx, actor, version.draftId, at)
    return { version, slug }
  })
