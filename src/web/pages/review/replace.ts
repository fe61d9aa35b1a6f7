import { z } from 'zod'
import { Invalid, type Problem } from '../../../domain/errors.ts'
import type { Draft } from '../../../storage/repositories/articles.ts'
import { applyChangeSet, type Place } from '../../../workflows/apply-change-set.ts'
import { raisedFindings } from '../../../workflows/raised-findings.ts'
import type { Workbench } from '../../../workbench.ts'
import type { Words } from '../../../i18n.ts'
import { action, type Context } from '../../action.ts'
import { many, params } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { page, redirect, type Response } from '../../response.ts'
import { inContext } from './in-context.ts'
import { place, placeValue } from './place-value.ts'
import { findPlaces, withAllChanged, type FoundInSegment, type FoundPlaces } from './replace-model.ts'
import { givenFields, replaceFields, type ReplaceQuery } from './replace-query.ts'

/** Segments whose result is checked for the preview; more would keep the page waiting. */
const mostChecked = 60

/** Find and replace in an article: what to look for, and a preview of every place before anything is changed. */
export const showReplacementsAction = action({
  method: 'get',
  path: '/drafts/:draftId/replacements',
  who: 'segment.revise',
  params: params('draftId'),
  query: z.object({ ...replaceFields, tick: z.enum(['all', 'none']).catch('all') }),
  handle: (context) => replacementsPage(context, context.params.draftId, context.query),
})

/** Applies the places that were ticked as one change set. What they become is made anew from what is looked for, not taken from the form. */
export const replaceAction = action({
  method: 'post',
  path: '/drafts/:draftId/replacements',
  who: 'segment.revise',
  body: 'long-form',
  params: params('draftId'),
  form: z.object({ ...replaceFields, place: many(place) }),
  async handle(context) {
    const { workbench, actor, params, form } = context
    const { place: chosen, ...query } = form
    if (chosen.length === 0 || query.side !== 'target' || query.find === '')
      throw new Invalid([{ field: 'place', key: 'replace.problem.nothing-chosen' }])
    const { draftId } = params
    const { storage } = workbench
    const draft = await storage.articles.draft(draftId)
    const { segments } = await findPlaces(draft, await storage.segments.list(draftId), query)
    const found = new Map(segments.flatMap(({ places }) => places.map((one) => [placeValue(one), one])))
    const places = chosen.flatMap((one): readonly Place[] => {
      const known = found.get(placeValue(one))
      return known ? [known] : []
    })
    const { applied } = await applyChangeSet(workbench, actor, {
      draftId,
      reason: query.find,
      places,
    })
    const skipped = chosen.length - applied
    if (skipped === 0)
      return redirect(paths.draft(draftId), { key: 'review.notice.mended', values: { count: applied } })
    // What was left is found again, as it stands now.
    return redirect(paths.replacements(draftId, givenFields(query)), {
      key: 'replace.notice.partly',
      values: { count: applied, skipped },
    })
  },
  invalid(context, problems) {
    const typed = z.object(replaceFields).safeParse(context.form)
    if (!typed.success) throw new Invalid(problems)
    return replacementsPage(context, context.params.draftId, { ...typed.data, tick: 'all' }, problems)
  },
})

async function replacementsPage(
  { workbench, words }: Pick<Context<unknown, unknown, unknown, unknown>, 'workbench' | 'words'>,
  draftId: number,
  query: ReplaceQuery & { readonly tick: 'all' | 'none' },
  problems: readonly Problem[] = [],
): Promise<Response> {
  const { storage } = workbench
  const draft = await storage.articles.draft(draftId)
  const { found, wrong } = await tryToFind(workbench, draft, query)
  const model = {
    title: words.t('replace.title'),
    draft,
    query,
    fields: givenFields(query),
    language: query.side === 'target' ? draft.targetLanguage : draft.sourceLanguage,
    problems: [...problems, ...wrong],
    found,
    groups: found ? await previewOf(workbench, words, draft, found) : [],
    changes: found?.segments.flatMap(({ places }) => places).filter(({ isChange }) => isChange).length ?? 0,
  }
  return page('review/replace', model, { status: model.problems.length > 0 ? 422 : 200 })
}

async function tryToFind({ storage }: Workbench, draft: Draft, query: ReplaceQuery) {
  if (query.find === '') return { found: null, wrong: [] }
  try {
    return { found: await findPlaces(draft, await storage.segments.list(draft.id), query), wrong: [] }
  } catch (error) {
    if (error instanceof Invalid) return { found: null, wrong: error.problems }
    throw error
  }
}

async function previewOf(workbench: Workbench, words: Words, draft: Draft, found: FoundPlaces) {
  const groups = []
  let checked = 0
  for (const one of found.segments) {
    const isChecked = one.places.some(({ isChange }) => isChange) && checked++ < mostChecked
    groups.push({
      segmentId: one.segment.id,
      number: one.number,
      state: one.segment.state,
      places: one.places.map((found) => ({
        ...inContext(one.text, found),
        value: placeValue(found),
        replacement: found.replacement,
        isChange: found.isChange,
      })),
      raised: isChecked ? await raisedBy(workbench, words, draft, one) : [],
    })
  }
  return groups
}

async function raisedBy(workbench: Workbench, words: Words, draft: Draft, one: FoundInSegment) {
  const { sourceText } = one.segment
  const findings = await raisedFindings(workbench, draft, {
    sourceText,
    before: one.text,
    after: withAllChanged(one),
  })
  return findings.map(({ check, values }) => words.t(`checks.${check}.finding`, values ?? {}))
}
