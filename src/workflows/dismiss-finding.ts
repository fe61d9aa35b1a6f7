import { decidedByDismissing } from '../domain/name-decision.ts'
import type { Actor } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'
import { recheckSegments } from './recheck.ts'

/**
 * Says, with a reason, that a finding is no fault. Holds for the same words in the same segment, however often it is re-checked;
 * of a name it says that the form is right, everywhere in the article.
 */
export const dismissFinding = (workbench: Workbench, actor: Actor, id: number, reason: string) =>
  workbench.storage.transaction(async (tx) => {
    const { articleId } = await tx.articles.lockDraft((await tx.findings.get(id)).draftId)
    const stored = await tx.findings.get(id)
    const { draftId, segmentId, fingerprint } = stored
    const check = stored.finding.check
    const decides = decidedByDismissing(stored.finding)
    const at = workbench.clock()
    const dismissed = await tx.findings.dismiss(
      { draftId, segmentId, check, fingerprint, decides },
      actor.id,
      reason,
      at,
    )
    if (dismissed !== null) {
      await tx.events.record(
        { type: 'finding_dismissed', by: actor.id, articleId, draftId, segmentId, data: { check, reason } },
        at,
      )
      if (decides) await recheckSegments(workbench, tx, draftId, 'all')
    }
    return { draftId, segmentId }
  })
