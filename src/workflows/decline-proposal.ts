import { Refused } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'

/** Says why a proposed term does not go into the glossary. Throws NotFound; Refused when it is decided already. */
export const declineProposal = (
  workbench: Workbench,
  actor: Actor,
  proposalId: number,
  reason: string,
): Promise<void> =>
  workbench.storage.transaction(async (tx) => {
    const { draftId, segmentId, isDecided } = await tx.proposals.lock(proposalId)
    if (isDecided) throw new Refused('proposal-decided')
    const { articleId } = await tx.articles.draft(draftId)
    const at = workbench.clock()
    await tx.proposals.decide(proposalId, { reason }, actor.id, at)
    await tx.events.record(
      { type: 'proposal_declined', by: actor.id, articleId, draftId, segmentId, data: { reason } },
      at,
    )
  })
