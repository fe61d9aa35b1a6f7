import { Invalid } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import { assertMayDecide } from '../domain/version.ts'
import type { Workbench } from '../workbench.ts'
import { recordStep, writeComments, type Decision } from './version-decision.ts'

/**
 * Gives a version back to its translators, with a note that says why, comments on segments, and what was said of single segments. Only
 * where no segment is sent back with a word about it must the note say it. Throws Invalid.
 */
export const returnVersion = (
  workbench: Workbench,
  actor: Actor,
  versionId: number,
  { note, comments }: Decision,
) =>
  workbench.storage.transaction(async (tx) => {
    const version = await tx.versions.lock(versionId)
    assertMayDecide(version, actor, await tx.versions.writers(versionId))
    const said = await tx.segmentDecisions.list(versionId)
    const isExplained = said.some((one) => one.verdict === 'sent-back' && one.note.trim() !== '')
    if (note.trim() === '' && !isExplained) throw new Invalid([{ field: 'note', key: 'required' }])
    const at = workbench.clock()
    await tx.versions.return(versionId, actor.id, note, at)
    await tx.segmentDecisions.settle(versionId)
    await writeComments(tx, actor, version, comments, at)
    await recordStep(tx, 'version_returned', actor, version, at, { comments: comments.length })
    return version
  })
