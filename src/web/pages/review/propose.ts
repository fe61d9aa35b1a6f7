import { z } from 'zod'
import { proposeTerm } from '../../../workflows/propose-term.ts'
import { action } from '../../action.ts'
import { id, note, params, requiredNote, typedText } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { page, redirect } from '../../response.ts'

/** The form for proposing a term to the glossary, filled in with a pair that was marked in a segment. */
export const newProposalAction = action({
  method: 'get',
  path: '/drafts/:draftId/proposals/new',
  who: 'term.propose',
  params: params('draftId'),
  query: z.object({
    segment: id.optional().catch(undefined),
    source: typedText(200).catch(''),
    target: typedText(200).catch(''),
  }),
  async handle({ workbench, words, params: { draftId }, query }) {
    const { articles, segments } = workbench.storage
    const [draft, all] = await Promise.all([articles.draft(draftId), segments.list(draftId)])
    const segment =
      all.find((one) => one.id === query.segment) ??
      all.find(({ sourceText }) => query.source !== '' && sourceText.includes(query.source)) ??
      all[0]
    return page('review/propose', {
      title: words.t('proposals.new'),
      draft,
      segment,
      query,
    })
  },
})

export const proposeAction = action({
  method: 'post',
  path: '/drafts/:draftId/proposals',
  who: 'term.propose',
  params: params('draftId'),
  form: z.object({
    segmentId: id,
    source: requiredNote(200),
    target: requiredNote(200),
    note: note(2_000).default(''),
  }),
  async handle({ workbench, actor, params: { draftId }, form }) {
    const { segmentId, source, target } = form
    await proposeTerm(workbench, actor, draftId, {
      segmentId,
      sourceTerm: source,
      targetForm: target,
      note: form.note,
    })
    return redirect(paths.draft(draftId, segmentId), { key: 'proposals.notice.proposed' })
  },
})
