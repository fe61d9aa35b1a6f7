import type { Knex } from 'knex'
import { NotFound } from '../../domain/errors.ts'

/** A pair of terms that somebody wants in the glossary, and the sentence that it was met in. */
export interface NewProposal {
  readonly draftId: number
  readonly segmentId: number
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly sourceTerm: string
  readonly targetForm: string
  readonly note: string
}

export const createProposals = (knex: Knex) => ({
  async add(proposal: NewProposal, by: number, at: Date): Promise<number> {
    const [row] = await knex('term_proposals')
      .insert({
        draft_id: proposal.draftId,
        segment_id: proposal.segmentId,
        source_language: proposal.sourceLanguage,
        target_language: proposal.targetLanguage,
        source_term: proposal.sourceTerm,
        target_form: proposal.targetForm,
        note: proposal.note,
        proposed_by: by,
        proposed_at: at,
      })
      .returning<{ id: number }[]>('id')
    if (!row) throw new Error('insert returned nothing')
    return row.id
  },
  /** Locks the proposal, so that it is decided once. Throws NotFound. */
  async lock(id: number) {
    const row = await knex('term_proposals')
      .where({ id })
      .forUpdate()
      .first<{ draftId: number; segmentId: number } | undefined>({
        draftId: 'draft_id',
        segmentId: 'segment_id',
      })
    if (!row) throw new NotFound('proposal-not-found')
    const decisions = await knex('term_proposal_decisions')
      .where({ proposal_id: id })
      .pluck<number[]>('proposal_id')
    return { ...row, isDecided: decisions.length > 0 }
  },
  /** Accepted as a concept, or declined with a reason. */
  async decide(id: number, outcome: { conceptId: number } | { reason: string }, by: number, at: Date) {
    await knex('term_proposal_decisions').insert({
      proposal_id: id,
      concept_id: 'conceptId' in outcome ? outcome.conceptId : null,
      reason: 'reason' in outcome ? outcome.reason : '',
      decided_by: by,
      decided_at: at,
    })
  },
})
