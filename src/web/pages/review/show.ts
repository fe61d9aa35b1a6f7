import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '../../../domain/people.ts'
import { comfortChoices } from '../../../domain/preferences.ts'
import { specialCharacters } from '../../../domain/special-characters.ts'
import type { Words } from '../../../i18n.ts'
import { lastEventId } from '../../../storage/screens/live.ts'
import { exportFormats } from '../../../workflows/export-article.ts'
import { createWeightedCache } from '../../../workflows/weighted-cache.ts'
import type { Workbench } from '../../../workbench.ts'
import { noteVisit } from '../../../workflows/note-visit.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { filterFields, filterModel } from './review-filter.ts'
import { contentOf } from '../../kept-fragments.ts'
import { fragment, keptPieces, page } from '../../response.ts'
import { keySheet } from '../preferences/key-sheet.ts'
import { reviewModel, type ReviewModel, type RowModel } from './review-model.ts'

/** The review page: source and target of a whole article side by side. */
export const showReviewAction = action({
  method: 'get',
  path: '/drafts/:draftId',
  who: 'article.read',
  params: params('draftId'),
  query: z.object(filterFields),
  async handle({ workbench, actor, words, params: { draftId }, query }) {
    // Read first: what happens while the page is made is told once more, rather than not at all.
    const eventId = await lastEventId(workbench.storage.reader, draftId)
    const model = await reviewModel(workbench, actor, words, draftId)
    const shown = await pageModel({ workbench, actor, words, query }, model)
    return page('review/show', {
      ...shown.model,
      eventId,
      ...asideParts(model),
      segments: keptPieces('review/segment', shown.rows, sharedByRows(model)),
      stamp: stampOf(model.rows),
    })
  },
})

/** What the page is told besides, and what each of its rows is. */
export async function pageModel(
  {
    workbench,
    actor,
    words,
    query,
  }: { workbench: Workbench; actor: Actor; words: Words; query: z.output<z.ZodObject<typeof filterFields>> },
  model: ReviewModel,
) {
  const lastVisit = await noteVisit(workbench, actor, model.draftId)
  const filter = filterModel(model, query, { actor, words, lastVisit })
  return {
    model: {
      ...model,
      filter,
      keySheet: keySheet(actor.preferences.keys),
      comfortChoices,
      exportFormats,
      characters: specialCharacters(model.targetLanguage),
      wide: true,
      scripts: ['review.js'],
    },
    rows: rowModels(model.rows, actor, filter.shown),
  }
}

/**
 * The same as pieces with ids, for a script that wants to show what a save has changed. The page carries a stamp (`data-stamp` of
 * `[data-desk]`); asked with `?since=<stamp>`, the answer has only the rows (`[data-row]`) that are no longer as they were under it, and
 * says its own stamp (`data-stamp` of `[data-parts-stamp]`), for the next time. Without `since`, or with one that is not known any more,
 * it has every row. Rows that a recut has taken away are not spoken of; those it has made have ids that the page does not know.
 */
export const showReviewPartsAction = action({
  method: 'get',
  path: '/drafts/:draftId/parts',
  who: 'article.read',
  params: params('draftId'),
  query: z.object({ since: z.string().max(64).optional() }),
  async handle({ workbench, actor, words, params: { draftId }, query: { since } }) {
    const model = await reviewModel(workbench, actor, words, draftId)
    const before = since === undefined ? undefined : stamps.get(since)
    const changed = model.rows.filter((row) => !before?.has(contentOf(row)))
    return fragment('review/parts', {
      ...model,
      stamp: stampOf(model.rows),
      ...asideParts(model),
      segments: keptPieces('review/row-parts', rowModels(changed, actor), sharedByRows(model)),
    })
  },
})

/** Rows as they were seen, by stamp: some thousand pages. */
const stamps = createWeightedCache<ReadonlySet<string>>(200_000)

const stampsOf = new WeakMap<readonly RowModel[], string>()

function stampOf(rows: readonly RowModel[]): string {
  const contents = rows.map(contentOf)
  const stamp = stampsOf.get(rows) ?? createHash('sha1').update(contents.join()).digest('base64url')
  stampsOf.set(rows, stamp)
  if (!stamps.get(stamp)) stamps.set(stamp, new Set(contents), contents.length)
  return stamp
}

/** Rows that the filter leaves out are in the page all the same, hidden: scripts show them again. */
const rowModels = (rows: readonly RowModel[], actor: Actor, shown?: ReadonlySet<number>) =>
  rows.map((row) => ({
    row,
    actor: { id: isNamed(row, actor) ? actor.id : 0 },
    isHidden: shown?.has(row.id) === false,
  }))

/** The two parts beside the rows that are as long as the article is. */
const asideParts = (model: ReviewModel) => {
  const { draftId, sourceLanguage, targetLanguage, mayRevise, summary, proposals, rows, blockingFindings } =
    model
  const shared = { draftId, sourceLanguage, targetLanguage, mayRevise }
  return {
    summaryPart: keptPieces('review/summary', [{ summary, proposals }], shared),
    blockingPart: keptPieces('review/blocking', [{ rows, blockingFindings }], shared),
  }
}

const sharedByRows = ({ draftId, sourceLanguage, targetLanguage, hasSource, mayRevise }: ReviewModel) => ({
  draftId,
  sourceLanguage,
  targetLanguage,
  hasSource,
  mayRevise,
})

/** Only a row that names its reader is another for them than for others. */
const isNamed = ({ comments }: RowModel, { id }: Actor): boolean =>
  comments.some(({ pieces }) => pieces.some(({ personIds }) => personIds.includes(id)))
