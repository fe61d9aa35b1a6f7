import { z } from 'zod'
import { languageFor } from '../../../engine/languages/catalog.ts'
import { isGraphemeBoundary } from '../../../engine/text/graphemes.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { page } from '../../response.ts'

/** Where a segment may be split: after each phrase of the source and of the target, and at the caret that a script brings. */
export const chooseSplitAction = action({
  method: 'get',
  path: '/segments/:segmentId/split',
  who: 'segment.revise',
  params: params('segmentId'),
  query: z.object({ target: z.coerce.number().int().positive().optional().catch(undefined) }),
  async handle({ workbench, words, params: { segmentId }, query: { target: caret } }) {
    const segment = await workbench.storage.segments.get(segmentId)
    const draft = await workbench.storage.articles.draft(segment.draftId)
    const target = segment.revision.text
    const spaces = Array.from(target.matchAll(/\s+/g), ({ index }) => index)
    const cuts = spaces.length > 0 ? spaces : wordEnds(target, draft.targetLanguage)
    const part = caret === undefined ? 0.5 : caret / Math.max(1, target.length)
    return page('review/split', {
      title: words.t('review.split.title'),
      draft,
      segment,
      source: phrases(segment.sourceText, sentenceEnds(segment.sourceText, draft.sourceLanguage), part),
      target: phrases(target, caret === undefined ? cuts : [...cuts, caret], part),
    })
  },
})

interface Phrase {
  readonly text: string
  /** The offset after it; the last one ends the text. */
  readonly end: number
  readonly isChosen: boolean
}

/** A text cut at the places given. Chosen is the cut nearest to that part of its length, so that both sides start alike. */
function phrases(text: string, cuts: readonly number[], part: number): Phrase[] {
  const inner = [...new Set(cuts)]
    .filter((cut) => cut > 0 && cut < text.length && isGraphemeBoundary(text, cut))
    .sort((a, b) => a - b)
  const distance = (cut: number) => Math.abs(cut - part * text.length)
  const nearest = inner.reduce(
    (best, cut) => (distance(cut) < distance(best) ? cut : best),
    inner[0] ?? text.length,
  )
  return [...inner, text.length].map((end, index) => ({
    text: text.slice(inner[index - 1] ?? 0, end),
    end,
    isChosen: end === nearest,
  }))
}

const wordEnds = (text: string, language: string): number[] =>
  languageFor(language)
    .words(text)
    .map(({ end }) => end)

/** Sentences where the language marks them, and commas and the like, since half a sentence may be what corresponds. */
function sentenceEnds(text: string, language: string): number[] {
  const ends =
    languageFor(language)
      .sentences(text)
      ?.map(({ end }) => end) ?? []
  const pauses = Array.from(text.matchAll(/[,;:](?=\s)/g), ({ index }) => index + 1)
  return [...ends, ...pauses]
}
