import type { Knex } from 'knex'

/** A proposed term with the sentence it was met in, and what became of it. */
export interface Proposal {
  readonly id: number
  readonly draftId: number
  readonly segmentId: number
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly sourceTerm: string
  readonly targetForm: string
  readonly note: string
  readonly by: string
  readonly at: Date
  readonly sourceText: string
  readonly targetText: string
  readonly decision: {
    /** Null when it was declined. */
    readonly conceptId: number | null
    readonly reason: string
    readonly by: string
    readonly at: Date
  } | null
}

interface ProposalRow extends Omit<Proposal, 'decision'> {
  conceptId: number | null
  reason: string | null
  decidedBy: string | null
  decidedAt: Date | null
}

const proposals = (knex: Knex) =>
  knex('term_proposals as t')
    .join('people as p', 'p.id', 't.proposed_by')
    .join('segments as s', 's.id', 't.segment_id')
    .join('segment_revisions as r', 'r.id', 's.current_revision_id')
    .leftJoin('term_proposal_decisions as d', 'd.proposal_id', 't.id')
    .leftJoin('people as q', 'q.id', 'd.decided_by')
    .select<ProposalRow[]>({
      id: 't.id',
      draftId: 't.draft_id',
      segmentId: 't.segment_id',
      sourceLanguage: 't.source_language',
      targetLanguage: 't.target_language',
      sourceTerm: 't.source_term',
      targetForm: 't.target_form',
      note: 't.note',
      by: 'p.name',
      at: 't.proposed_at',
      sourceText: 's.source_text',
      targetText: 'r.text',
      conceptId: 'd.concept_id',
      reason: 'd.reason',
      decidedBy: 'q.name',
      decidedAt: 'd.decided_at',
    })

/** What is proposed in a draft and what became of it, the latest first. */
export const draftProposals = async (knex: Knex, draftId: number): Promise<readonly Proposal[]> =>
  (await proposals(knex).where('t.draft_id', draftId).orderBy('t.id', 'desc')).map(toProposal)

/** What waits for a terminologist, the oldest first, and the last decisions. */
export const proposalQueue =
  (knex: Knex) =>
  async (
    decided: number,
  ): Promise<{ readonly open: readonly Proposal[]; readonly decided: readonly Proposal[] }> => ({
    open: (await proposals(knex).whereNull('d.proposal_id').orderBy('t.id')).map(toProposal),
    decided: (
      await proposals(knex).whereNotNull('d.proposal_id').orderBy('d.decided_at', 'desc').limit(decided)
    ).map(toProposal),
  })

const toProposal = ({ conceptId, reason, decidedBy, decidedAt, ...row }: ProposalRow): Proposal => ({
  ...row,
  decision:
    decidedAt === null ? null : { conceptId, reason: reason ?? '', by: decidedBy ?? '', at: decidedAt },
})
