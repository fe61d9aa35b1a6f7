import { z } from 'zod'
import { Invalid, NotFound } from '../../../domain/errors.ts'
import { summarizeRenderings, type RenderingSummary } from '../../../engine/renderings.ts'
import { applyChangeSet, type Place } from '../../../workflows/apply-change-set.ts'
import { undoChangeSet } from '../../../workflows/undo-change-set.ts'
import { action } from '../../action.ts'
import { checkbox, id, many, note, params, requiredNote } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { page, redirect } from '../../response.ts'
import { inContext } from './in-context.ts'
import { place, placeValue } from './place-value.ts'
import { authorityOf, isRight } from './review-model.ts'

/** Every place where one concept or name is rendered, and what it would be with the form that is chosen, before anything is changed. */
export const showMendingAction = action({
  method: 'get',
  path: '/drafts/:draftId/mending',
  who: 'segment.revise',
  params: params('draftId'),
  query: z.object({
    key: z.string().min(1).max(300),
    /** One of the forms that are shown, or empty: then what is typed in `other`. */
    form: note(300).optional(),
    other: note(300).catch(''),
  }),
  async handle({ workbench, words, params: { draftId }, query }) {
    const { storage, analyzer } = workbench
    const draft = await storage.articles.draft(draftId)
    const segments = await storage.segments.list(draftId)
    const { analyses } = await analyzer.analyzeDraft(storage, draft, segments)
    const summary = summarizeRenderings(analyses).find((found) => found.key === query.key)
    if (!summary) throw new NotFound('page-not-found')
    const forms = formsOf(summary)
    const replacement = (query.form ?? forms[0]?.text ?? '') || query.other
    const groups = summary.renderings.map(({ text, status, places }) => ({
      text,
      status,
      isChange: text !== replacement,
      isChosen: !isRight(status),
      places: places.flatMap(({ segmentIndex, span }) => {
        const segment = segments[segmentIndex]
        if (!segment) return []
        const { id: revisionId, text: whole } = segment.revision
        return {
          ...inContext(whole, span),
          value: placeValue({ segmentId: segment.id, revisionId, ...span }),
          segmentId: segment.id,
          number: segmentIndex + 1,
          replacement,
          isChange: text !== replacement,
        }
      }),
    }))
    const says = authorityOf(summary)
    return page('review/mend', {
      title: words.t('review.mend.title', { source: summary.source }),
      draft,
      summary,
      forms,
      groups,
      says,
      replacement,
      isTyped: !forms.some(({ text }) => text === replacement),
      // The sentence that a proposal is shown with is the first that has the name.
      proposedIn: says === 'glossary' ? null : (groups.flatMap(({ places }) => places)[0]?.segmentId ?? null),
    })
  },
})

/** What can be chosen without typing: what the glossary or the rules say first, then what is written, the commonest first. */
function formsOf({ preferred, transliteration, renderings }: RenderingSummary) {
  const counts = new Map(renderings.map(({ text, count }) => [text, count]))
  const forms = [preferred, transliteration?.text, ...renderings.map(({ text }) => text)]
  return [...new Set(forms.filter((form) => form !== undefined))].map((text) => ({
    text,
    count: counts.get(text) ?? 0,
    isPreferred: text === preferred,
    isByRule: text === transliteration?.text,
  }))
}

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
    /** What is mended, for going back to what could not be. */
    key: note(300).default(''),
    /** The name that the replacement is the form of; empty for a concept, whose forms the glossary decides. */
    name: note(300).default(''),
    /** Proposes the decision to the glossary, with the sentence of this segment. */
    propose: checkbox,
    proposedIn: id.optional(),
    note: note(2_000).default(''),
  }),
  async handle({ workbench, actor, params: { draftId }, form }) {
    const { replacement, reason, key, name, proposedIn } = form
    if (form.place.length === 0 && !form.propose && key !== '')
      return redirect(paths.mending(draftId, { key, form: replacement }), {
        key: 'replace.problem.nothing-chosen',
      })
    if (form.place.length === 0 && !form.propose)
      throw new Invalid([{ field: 'place', key: 'replace.problem.nothing-chosen' }])
    const places: Place[] = form.place.map((chosen) => ({ ...chosen, replacement }))
    const { applied, skipped } = await applyChangeSet(workbench, actor, {
      draftId,
      reason,
      places,
      decides: name === '' ? null : { name, form: replacement },
      proposes:
        form.propose && proposedIn !== undefined
          ? { segmentId: proposedIn, sourceTerm: reason, targetForm: replacement, note: form.note }
          : null,
    })
    if (skipped.length > 0 && key !== '')
      return redirect(paths.mending(draftId, { key, form: replacement }), {
        key: 'review.notice.mended-partly',
        values: { count: applied, skipped: skipped.length },
      })
    const said = form.propose ? 'proposals.notice.mended-and-proposed' : 'review.notice.mended'
    return redirect(paths.draft(draftId), { key: said, values: { count: applied } })
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
