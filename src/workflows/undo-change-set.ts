import { Refused } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import { stateOfNewText } from '../domain/segment.ts'
import type { Workbench } from '../workbench.ts'
import { recheckSegments } from './recheck.ts'

/** Takes a change set back, segment by segment, as new revisions; segments written in since then are left and counted. */
export const undoChangeSet = (
  workbench: Workbench,
  actor: Actor,
  id: number,
): Promise<{ draftId: number; undone: number; left: number }> =>
  workbench.storage.transaction(async (tx) => {
    const { draftId } = await tx.segments.changeSet(id)
    const draft = await tx.articles.lockDraft(draftId)
    const changeSet = await tx.segments.changeSet(id)
    if (changeSet.undone) throw new Refused('undone-already')
    const segments = new Map((await tx.segments.list(draftId)).map((segment) => [segment.id, segment]))
    const due = changeSet.revisions.filter(
      ({ segmentId, revisionId }) => segments.get(segmentId)?.revision.id === revisionId,
    )
    if (due.length === 0) throw new Refused('changed-since')
    const at = workbench.clock()
    const undo = await tx.segments.addChangeSet(
      { draftId, reason: changeSet.reason, personId: actor.id, undoes: id },
      at,
    )
    for (const { segmentId, previousText } of due) {
      const segment = segments.get(segmentId)
      if (!segment) continue
      await tx.segments.revise(
        segment,
        { text: previousText, origin: 'person', authorId: actor.id, changeSetId: undo },
        stateOfNewText(segment.state),
        at,
      )
    }
    await recheckSegments(
      workbench,
      tx,
      draftId,
      changeSet.decided ? 'all' : due.map(({ segmentId }) => segmentId),
    )
    await tx.events.record(
      {
        type: 'change_set_undone',
        by: actor.id,
        articleId: draft.articleId,
        draftId,
        data: { changeSetId: undo, undoes: id, segments: due.length },
      },
      at,
    )
    return { draftId, undone: due.length, left: changeSet.revisions.length - due.length }
  })
