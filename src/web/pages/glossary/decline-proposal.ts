import { z } from 'zod'
import { declineProposal } from '../../../workflows/decline-proposal.ts'
import { action } from '../../action.ts'
import { params, requiredNote } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'

export const declineProposalAction = action({
  method: 'post',
  path: '/glossary/proposals/:proposalId/decline',
  who: 'glossary.write',
  params: params('proposalId'),
  form: z.object({ reason: requiredNote(1_000) }),
  async handle({ workbench, actor, params: { proposalId }, form }) {
    await declineProposal(workbench, actor, proposalId, form.reason)
    return redirect(paths.proposals(), { key: 'proposals.notice.declined' })
  },
})
