import { Refused } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import { stateOfNewText } from '../domain/segment.ts'
import type { Workbench } from '../workbench.ts'
import { recheckSegments } from './recheck.ts'

const undoable: readonly string[] = ['merge', 'split', 'move-break']

/** Puts the segments back that a merge, split or moved break replaced; refused once somebody has written in or confirmed the new ones. */
export const undoResegmentation = (
  workbench: Workbench,
  actor: Actor,
  id: number,
): Promise<{ draftId: number; segmentIds: readonly number[] }> =>
  workbench.storage.transaction(async (tx) => {
    const { draftId } = await tx.segments.resegmentation(id)
    const draft = await tx.articles.lockDraft(draftId)
    const resegmentation = await tx.segments.resegmentation(id)
    if (resegmentation.undone) throw new Refused('undone-already')
    // A source that came later is no mistake of the hand, and its old units are gone.
    if (!undoable.includes(resegmentation.kind)) throw new Refused('changed-since')
    const created = await tx.segments.many(resegmentation.created)
    const before = (await tx.segments.many(resegmentation.retired)).map(({ state }) => stateOfNewText(state))
    const touched = created.some(
      (segment) =>
        segment.retired ||
        !before.includes(stateOfNewText(segment.state)) ||
        segment.revision.createdAt.getTime() !== resegmentation.createdAt.getTime(),
    )
    if (touched || created.length === 0) throw new Refused('changed-since')
    const at = workbench.clock()
    const undo = await tx.segments.addResegmentation(
      { draftId, kind: 'undo', personId: actor.id, undoes: id },
      at,
    )
    await tx.segments.retire(resegmentation.created, undo)
    await tx.segments.retire(resegmentation.retired, null)
    await tx.comments.move(resegmentation.created, resegmentation.retired[0] ?? 0)
    await tx.findings.copyDismissals(resegmentation.created, resegmentation.retired)
    await recheckSegments(workbench, tx, draftId, resegmentation.retired)
    await tx.events.record(
      {
        type: 'resegmentation_undone',
        by: actor.id,
        articleId: draft.articleId,
        draftId,
        data: { resegmentationId: undo, undoes: id },
      },
      at,
    )
    return { draftId, segmentIds: resegmentation.retired }
  })
