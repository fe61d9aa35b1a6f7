import { Invalid } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import type { Repositories } from '../storage/storage.ts'
import type { Workbench } from '../workbench.ts'

/** A pair of terms for the glossary, met in a segment. */
export interface ProposedTerm {
  readonly segmentId: number
  readonly sourceTerm: string
  readonly targetForm: string
  readonly note: string
}

/** Proposes a term of a draft to the glossary; a terminologist decides. Throws Invalid when the segment is none of the draft's. */
export const proposeTerm = (
  workbench: Workbench,
  actor: Actor,
  draftId: number,
  term: ProposedTerm,
): Promise<number> =>
  workbench.storage.transaction(async (tx) => recordProposal(tx, actor, draftId, term, workbench.clock()))

/** The same as part of another change. */
export async function recordProposal(
  tx: Repositories,
  actor: Actor,
  draftId: number,
  term: ProposedTerm,
  at: Date,
): Promise<number> {
  const { articleId, sourceLanguage, targetLanguage } = await tx.articles.draft(draftId)
  const [segment] = await tx.segments.many([term.segmentId])
  if (segment?.draftId !== draftId) throw new Invalid([{ field: 'segmentId', key: 'not-understood' }])
  const id = await tx.proposals.add({ draftId, sourceLanguage, targetLanguage, ...term }, actor.id, at)
  await tx.events.record(
    {
      type: 'term_proposed',
      by: actor.id,
      articleId,
      draftId,
      segmentId: term.segmentId,
      data: { term: term.sourceTerm, form: term.targetForm },
    },
    at,
  )
  return id
}
