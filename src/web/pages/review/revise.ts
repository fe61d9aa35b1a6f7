import { z } from 'zod'
import { Conflict } from '../../../domain/errors.ts'
import { languageFor } from '../../../engine/languages/catalog.ts'
import { diffTexts } from '../../../engine/text/diff.ts'
import { reviseSegment } from '../../../workflows/revise-segment.ts'
import { action } from '../../action.ts'
import { checkbox, id, operationId, params, segmentText } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { json, page, redirect } from '../../response.ts'

/** Saves one segment, and with `confirm` says that it is done. */
export const reviseAction = action({
  method: 'post',
  path: '/segments/:segmentId/revisions',
  who: 'segment.revise',
  params: params('segmentId'),
  form: z.object({ text: segmentText, basedOn: id, operationId, confirm: checkbox }),
  async handle({ workbench, actor, words, params: { segmentId }, form, wantsJson }) {
    try {
      const answer = await reviseSegment(workbench, actor, { segmentId, ...form })
      if (wantsJson) return json({ outcome: 'ok', ...answer })
      const segment = await workbench.storage.segments.get(segmentId)
      const key = form.confirm ? 'review.notice.confirmed' : 'review.notice.saved'
      return redirect(paths.draft(segment.draftId, segmentId), { key })
    } catch (error) {
      if (wantsJson || !(error instanceof Conflict) || error.key !== 'segment-changed') throw error
      const segment = await workbench.storage.segments.get(segmentId)
      const draft = await workbench.storage.articles.draft(segment.draftId)
      const pack = languageFor(draft.targetLanguage)
      return page(
        'review/conflict',
        {
          title: words.t('review.conflict.title'),
          draftId: draft.id,
          segment,
          targetLanguage: draft.targetLanguage,
          sourceLanguage: draft.sourceLanguage,
          author: error.current.author,
          isOwn: error.current.authorId === actor.id,
          yours: form.text,
          differences: diffTexts(segment.revision.text, form.text, (text) => pack.words(text)),
          operationId: crypto.randomUUID(),
        },
        { status: 409 },
      )
    }
  },
})
