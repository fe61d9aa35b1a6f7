import { z } from 'zod'
import { Invalid, type Problem } from '../../../../domain/errors.ts'
import type { Words } from '../../../../i18n.ts'
import { applyChangeSet } from '../../../../workflows/apply-change-set.ts'
import { recallMatches, type Recalled } from '../../../../workflows/recall-matches.ts'
import type { Workbench } from '../../../../workbench.ts'
import { action } from '../../../action.ts'
import { many, params } from '../../../fields.ts'
import { paths } from '../../../paths.ts'
import { page, redirect, type Response } from '../../../response.ts'
import { place, placeValue } from '../place-value.ts'

/** What the undoing of a change is called by. */
const longestReason = 80

/** The segments of the article with the same source: each can be given this one's target, or left. Nothing changes by itself. */
export const showRepetitionsAction = action({
  method: 'get',
  path: '/segments/:segmentId/repetitions',
  who: 'segment.revise',
  params: params('segmentId'),
  handle: ({ workbench, words, params: { segmentId } }) => repetitionsPage(workbench, words, segmentId),
})

/** Gives the segments that were ticked this one's target, as one change set. What they get is what stands here now, not what a form says. */
export const takeRepetitionsAction = action({
  method: 'post',
  path: '/segments/:segmentId/repetitions',
  who: 'segment.revise',
  params: params('segmentId'),
  form: z.object({ place: many(place) }),
  async handle({ workbench, actor, words, params: { segmentId }, form }) {
    const recalled = await recallMatches(workbench, segmentId)
    const { draft, segment } = recalled
    const known = new Map(placesOf(recalled).map((one) => [placeValue(one), one]))
    const places = form.place.flatMap((one) => known.get(placeValue(one)) ?? [])
    if (form.place.length === 0 || segment.revision.text === '')
      return repetitionsPage(workbench, words, segmentId, [
        { field: 'place', key: 'replace.problem.nothing-chosen' },
      ])
    const { applied } = await applyChangeSet(workbench, actor, {
      draftId: draft.id,
      reason: segment.sourceText.trim().slice(0, longestReason).toWellFormed(),
      places,
    })
    const skipped = form.place.length - applied
    if (skipped === 0)
      return redirect(paths.draft(draft.id, segmentId), {
        key: 'review.notice.mended',
        values: { count: applied },
      })
    // What was left is shown as it stands now.
    return redirect(paths.repetitions(segmentId), {
      key: 'replace.notice.partly',
      values: { count: applied, skipped },
    })
  },
  invalid(_, problems) {
    throw new Invalid(problems)
  },
})

async function repetitionsPage(
  workbench: Workbench,
  words: Words,
  segmentId: number,
  problems: readonly Problem[] = [],
): Promise<Response> {
  const recalled = await recallMatches(workbench, segmentId)
  const values = new Map(placesOf(recalled).map((one) => [one.segmentId, placeValue(one)]))
  return page(
    'review/memory-repetitions',
    {
      title: words.t('memory.repetitions.title', { number: recalled.number }),
      ...recalled,
      problems,
      /** Of those that do not read so already. */
      valueOf: (id: number) => values.get(id),
    },
    { status: problems.length > 0 ? 422 : 200 },
  )
}

/** The whole target of every repetition that reads otherwise, and this one's to put there. */
const placesOf = ({ inArticle, segment }: Recalled) =>
  inArticle
    .filter((one) => one.segment.revision.text !== segment.revision.text)
    .map(({ segment: { id, revision } }) => ({
      segmentId: id,
      revisionId: revision.id,
      start: 0,
      end: revision.text.length,
      replacement: segment.revision.text,
    }))
