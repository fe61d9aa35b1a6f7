import { z } from 'zod'
import { Conflict, Invalid } from '../../../domain/errors.ts'
import { decidedByReplacing } from '../../../domain/name-decision.ts'
import { applyChangeSet } from '../../../workflows/apply-change-set.ts'
import { dismissFinding } from '../../../workflows/dismiss-finding.ts'
import { withdrawDismissal } from '../../../workflows/withdraw-dismissal.ts'
import { action } from '../../action.ts'
import { params, requiredNote, typedText } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { json, redirect } from '../../response.ts'

/** Puts one of the texts that a finding offers in its place. */
export const replaceFindingAction = action({
  method: 'post',
  path: '/findings/:findingId/replacement',
  who: 'segment.revise',
  params: params('findingId'),
  form: z.object({ replacement: typedText(2_000) }),
  async handle({ workbench, actor, params: { findingId }, form }) {
    const { draftId, segmentId, revisionId, finding } = await workbench.storage.findings.get(findingId)
    const offered = [finding.replacement, ...(finding.alternates ?? [])]
    if (finding.side !== 'target' || !offered.includes(form.replacement))
      throw new Invalid([{ field: 'replacement', key: 'not-understood' }])
    const place = { segmentId, revisionId, ...finding.span, replacement: form.replacement }
    const reason = `${finding.check}: ${form.replacement}`
    // The form that the engine itself would take needs no decision.
    const decides =
      form.replacement === finding.replacement ? null : decidedByReplacing(finding, form.replacement)
    const { applied } = await applyChangeSet(workbench, actor, { draftId, reason, places: [place], decides })
    if (applied === 0) throw new Conflict('segment-recut', { draftId })
    return redirect(paths.draft(draftId, segmentId), { key: 'review.notice.mended', values: { count: 1 } })
  },
})

export const dismissAction = action({
  method: 'post',
  path: '/findings/:findingId/dismissal',
  who: 'finding.dismiss',
  params: params('findingId'),
  form: z.object({ reason: requiredNote(500) }),
  async handle({ workbench, actor, params: { findingId }, form, wantsJson }) {
    const { draftId, segmentId } = await dismissFinding(workbench, actor, findingId, form.reason)
    return wantsJson
      ? json({ outcome: 'ok' })
      : redirect(paths.draft(draftId, segmentId), { key: 'review.notice.dismissed' })
  },
})

export const reopenAction = action({
  method: 'post',
  path: '/dismissals/:dismissalId/withdrawal',
  who: 'finding.dismiss',
  params: params('dismissalId'),
  async handle({ workbench, actor, params: { dismissalId }, wantsJson }) {
    const { draftId, segmentId } = await withdrawDismissal(workbench, actor, dismissalId)
    return wantsJson
      ? json({ outcome: 'ok' })
      : redirect(paths.draft(draftId, segmentId), { key: 'review.notice.reopened' })
  },
})
