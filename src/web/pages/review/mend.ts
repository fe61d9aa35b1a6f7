import { z } from 'zod'
import { NotFound } from '../../../domain/errors.ts'
import { summarizeRenderings } from '../../../engine/renderings.ts'
import { isGraphemeBoundary } from '../../../engine/text/graphemes.ts'
import { applyChangeSet, type Place } from '../../../workflows/apply-change-set.ts'
import { undoChangeSet } from '../../../workflows/undo-change-set.ts'
import { action } from '../../action.ts'
import { many, note, params, requiredNote } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { page, redirect } from '../../response.ts'
import { authorityOf, isRight } from './review-model.ts'

/** How much of the text around a place is shown. */
const context = 40

/** Every place where one concept or name is rendered, each to be taken or left, before anything is changed. */
export const showMendingAction = action({
  method: 'get',
  path: '/drafts/:draftId/mending',
  who: 'segment.revise',
  params: params('draftId'),
  query: z.object({ key: z.string().min(1).max(300) }),
  async handle({ workbench, words, params: { draftId }, query: { key } }) {
    const { storage, analyzer } = workbench
    const draft = await storage.articles.draft(draftId)
    const segments = await storage.segments.list(draftId)
    const { analyses } = await analyzer.analyzeDraft(storage, draft, segments)
    const summary = summarizeRenderings(analyses).find((found) => found.key === key)
    if (!summary) throw new NotFound('page-not-found')
    const groups = summary.renderings.map(({ text, status, places }) => ({
      text,
      status,
      isRight: text === summary.preferred,
      isChosen: !isRight(status),
      places: places.flatMap(({ segmentIndex, span }) => {
        const segment = segments[segmentIndex]
        if (!segment) return []
        const whole = segment.revision.text
        const [from, to] = [
          characterStart(whole, span.start - context),
          characterStart(whole, span.end + context),
        ]
        return {
          value: [segment.id, segment.revision.id, span.start, span.end].join(':'),
          number: segmentIndex + 1,
          before: `${from > 0 ? '…' : ''}${whole.slice(from, span.start)}`,
          found: whole.slice(span.start, span.end),
          after: `${whole.slice(span.end, to)}${to < whole.length ? '…' : ''}`,
        }
      }),
    }))
    return page('review/mend', {
      title: words.t('review.mend.title', { source: summary.source }),
      draft,
      summary,
      groups,
      says: authorityOf(summary),
      replacement: summary.preferred ?? '',
    })
  },
})

/** The nearest place at or before an offset where no character as read is torn. */
function characterStart(text: string, offset: number): number {
  let start = Math.min(Math.max(0, offset), text.length)
  while (!isGraphemeBoundary(text, start)) start--
  return start
}

const place = z
  .string()
  .regex(/^\d{1,15}:\d{1,15}:\d{1,6}:\d{1,6}$/)
  .transform((value) => {
    const [segmentId = 0, revisionId = 0, start = 0, end = 0] = value.split(':').map(Number)
    return { segmentId, revisionId, start, end }
  })

export const mendAction = action({
  method: 'post',
  path: '/drafts/:draftId/change-sets',
  who: 'segment.revise',
  body: 'long-form',
  params: params('draftId'),
  form: z.object({
    place: many(place),
    replacement: requiredNote(300),
    reason: note(300),
    /** The name that the replacement is the form of; empty for a concept, whose forms the glossary decides. */
    name: note(300).default(''),
  }),
  async handle({ workbench, actor, params: { draftId }, form }) {
    const places: Place[] = form.place.map((chosen) => ({ ...chosen, replacement: form.replacement }))
    const { applied, skipped } = await applyChangeSet(workbench, actor, {
      draftId,
      reason: form.reason,
      places,
      decides: form.name === '' ? null : { name: form.name, form: form.replacement },
    })
    const key = skipped.length > 0 ? 'review.notice.mended-partly' : 'review.notice.mended'
    return redirect(paths.draft(draftId), { key, values: { count: applied, skipped: skipped.length } })
  },
})

export const undoMendingAction = action({
  method: 'post',
  path: '/change-sets/:changeSetId/undo',
  who: 'segment.revise',
  params: params('changeSetId'),
  async handle({ workbench, actor, params: { changeSetId } }) {
    const { draftId } = await undoChangeSet(workbench, actor, changeSetId)
    return redirect(paths.draft(draftId), { key: 'review.notice.undone' })
  },
})
