import { z } from 'zod'
import { verdicts } from '../../../domain/version.ts'
import { versionVerdicts } from '../../../storage/screens/version-reading.ts'
import { acceptRest, decideSegment } from '../../../workflows/decide-segment.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { json, redirect } from '../../response.ts'
import { decisionForm, typedDecision } from './decision-form.ts'
import { lateDecision } from './late-decision.ts'
import { shownFields, shownVersion } from './shown-version.ts'
import { verdictWords } from './verdict-words.ts'

/**
 * Accepts a segment or sends it back. It comes with everything that is typed on the page: the segment's own note goes with the verdict,
 * the rest is shown again.
 */
export const decideSegmentAction = action({
  method: 'post',
  path: '/versions/:versionId/segments/:segmentId/decision',
  who: 'version.decide',
  params: params('versionId', 'segmentId'),
  form: decisionForm.and(z.object({ verdict: z.enum(verdicts), ...shownFields })),
  body: 'long-form',
  async handle(context) {
    const { workbench, actor, words, params, form, wantsJson } = context
    const { versionId, segmentId } = params
    const { verdict, show, against, page } = form
    const own = form.comments.find((comment) => comment.segmentId === segmentId)
    try {
      await decideSegment(workbench, actor, versionId, { segmentId, verdict, note: own?.body ?? '' })
    } catch (error) {
      return lateDecision(error, context)
    }
    if (wantsJson) {
      const all = await versionVerdicts(workbench.storage.reader, versionId)
      const said = all.find((one) => one.segmentId === segmentId && !one.isEarlier)
      const count = (wanted: string) => all.filter((one) => one.verdict === wanted && !one.isEarlier).length
      return json({
        outcome: 'ok',
        verdict,
        words: said ? verdictWords(said, words) : '',
        note: said?.note ?? '',
        progress: words.t('versions.verdict.progress', {
          accepted: words.number(count('accepted')),
          back: words.number(count('sent-back')),
        }),
      })
    }
    const typed = { note: form.note, comments: form.comments.filter((comment) => comment !== own) }
    if (typed.note !== '' || typed.comments.length > 0)
      return shownVersion(
        workbench,
        actor,
        words,
        versionId,
        { show, against, page },
        { typed, problems: [] },
      )
    return redirect(
      `${paths.version(versionId, { show, page, ...(against ? { against } : {}) })}#segment-${segmentId}`,
    )
  },
  invalid: ({ workbench, actor, words, params: { versionId }, form }, problems) =>
    shownVersion(workbench, actor, words, versionId, undefined, { typed: typedDecision(form), problems }),
})

/** Accepts every segment of which nothing was said yet. */
export const acceptRestAction = action({
  method: 'post',
  path: '/versions/:versionId/accepted-rest',
  who: 'version.decide',
  params: params('versionId'),
  form: decisionForm,
  body: 'long-form',
  async handle(context) {
    const { workbench, actor, words, params, form } = context
    try {
      const { count } = await acceptRest(workbench, actor, params.versionId)
      if (form.note !== '' || form.comments.length > 0)
        return await shownVersion(workbench, actor, words, params.versionId, undefined, {
          typed: form,
          problems: [],
        })
      return redirect(`${paths.version(params.versionId)}#decision-title`, {
        key: 'versions.notice.accepted-rest',
        values: { count },
      })
    } catch (error) {
      return lateDecision(error, context)
    }
  },
  invalid: ({ workbench, actor, words, params: { versionId }, form }, problems) =>
    shownVersion(workbench, actor, words, versionId, undefined, { typed: typedDecision(form), problems }),
})
