import type { Actor } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'
import { recheckSegments } from './recheck.ts'

/** Opens a dismissed finding again. */
export const withdrawDismissal = (workbench: Workbench, actor: Actor, id: number) =>
  workbench.storage.transaction(async (tx) => {
    const { draftId, segmentId, checkId, name } = await tx.findings.dismissal(id)
    const { articleId } = await tx.articles.lockDraft(draftId)
    const at = workbench.clock()
    await tx.findings.withdrawDismissal(id, actor.id, at)
    await tx.events.record(
      { type: 'dismissal_withdrawn', by: actor.id, articleId, draftId, segmentId, data: { check: checkId } },
      at,
    )
    if (name !== null) await recheckSegments(workbench, tx, draftId, 'all')
    return { draftId, segmentId }
  })
