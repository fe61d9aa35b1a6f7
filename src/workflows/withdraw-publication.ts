import { Refused } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'
import { overtakeSchedule } from './publication.ts'
import { recordStep } from './version-decision.ts'

/** Takes an article back from its readers. Its address stays its own, and answers that it is gone. */
export const withdrawPublication = (workbench: Workbench, actor: Actor, publicationId: number) =>
  workbench.storage.transaction(async (tx) => {
    const { versionId, slug } = await tx.versions.publication(publicationId)
    const version = await tx.versions.lock(versionId)
    const live = await tx.versions.livePublication(version.draftId)
    if (live?.id !== publicationId) throw new Refused('publication-not-live')
    const at = workbench.clock()
    await tx.versions.withdraw(version.draftId, actor.id, at)
    await recordStep(tx, 'publication_withdrawn', actor, version, at, { slug })
    await overtakeSchedule(tx, actor, version.draftId, at)
    return version
  })
