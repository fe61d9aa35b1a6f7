import { Refused } from '../../../domain/errors.ts'
import { ownSteps, type OwnAct } from '../../../domain/own-steps.ts'
import type { Actor } from '../../../domain/people.ts'
import { ownActs } from '../../../storage/screens/own-acts.ts'
import { undoChangeSet } from '../../../workflows/undo-change-set.ts'
import { undoResegmentation } from '../../../workflows/undo-resegmentation.ts'
import { undoRevision } from '../../../workflows/undo-revision.ts'
import type { Workbench } from '../../../workbench.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { json, redirect } from '../../response.ts'

/** Takes back what the actor did last in the draft, however long ago and in whatever window; `redo` takes that back again. */
const stepAction = (direction: 'undo' | 'redo') =>
  action({
    method: 'post',
    path: `/drafts/:draftId/${direction}`,
    who: 'segment.revise',
    params: params('draftId'),
    async handle({ workbench, actor, params: { draftId }, wantsJson }) {
      await workbench.storage.articles.draft(draftId)
      const act = ownSteps(await ownActs(workbench.storage.reader, draftId, actor.id))[direction]
      if (!act) throw new Refused(direction === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo')
      const { segmentId, standing } = await takeBack(workbench, actor, act)
      const to = paths.draft(draftId, segmentId)
      return wantsJson ? json({ outcome: 'ok', to, standing }) : redirect(to, notices[direction])
    },
  })

export const undoStepAction = stepAction('undo')
export const redoStepAction = stepAction('redo')

const notices = { undo: { key: 'commands.notice.undone' }, redo: { key: 'commands.notice.redone' } }

/** What stands in the segment now is said where no other segment changed, so that a page can go on without being loaded anew. */
async function takeBack(workbench: Workbench, actor: Actor, { kind, id }: OwnAct) {
  switch (kind) {
    case 'text': {
      const { segmentId, revision } = await undoRevision(workbench, actor, id)
      return { segmentId, standing: { segmentId, text: revision.text, revisionId: revision.id } }
    }
    case 'change-set':
      await undoChangeSet(workbench, actor, id)
      return { segmentId: undefined, standing: null }
    case 'cut': {
      const { segmentIds } = await undoResegmentation(workbench, actor, id)
      return { segmentId: segmentIds[0], standing: null }
    }
  }
}
