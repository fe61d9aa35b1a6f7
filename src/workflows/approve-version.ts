import type { Actor } from '../domain/people.ts'
import { assertMayDecide, assertNothingSentBack } from '../domain/version.ts'
import type { Workbench } from '../workbench.ts'
import { recordStep, writeComments, type Decision } from './version-decision.ts'

/** Accepts a version as it was submitted. Its segments that still read so become final. Throws Refused when one is sent back. */
export const approveVersion = (
  workbench: Workbench,
  actor: Actor,
  versionId: number,
  { note, comments }: Decision,
) =>
  workbench.storage.transaction(async (tx) => {
    const version = await tx.versions.lock(versionId)
    assertMayDecide(version, actor, await tx.versions.writers(versionId))
    assertNothingSentBack(await tx.segmentDecisions.list(versionId))
    const at = workbench.clock()
    await tx.versions.approve(versionId, actor.id, note, at)
    await tx.versions.finalizeSegments(versionId)
    await writeComments(tx, actor, version, comments, at)
    await recordStep(tx, 'version_approved', actor, version, at)
    return version
  })
