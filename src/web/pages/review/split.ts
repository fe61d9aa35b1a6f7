import { languageFor } from '../../../engine/languages/catalog.ts'
import { isGraphemeBoundary } from '../../../engine/text/graphemes.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { page } from '../../response.ts'

/** Where a segment may be split: after each phrase of the source and of the target. Scripts cut at the caret instead. */
export const chooseSplitAction = action({
  method: 'get',
  path: '/segments/:segmentId/split',
  who: 'segment.revise',
  params: params('segmentId'),
  async handle({ workbench, words, params: { segmentId } }) {
    const segment = await workbench.storage.segments.get(segmentId)
    const draft = await workbench.storage.articles.draft(segment.draftId)
    return page('review/split', {
      title: words.t('review.split.title'),
      draft,
      segment,
      source: phrases(segment.sourceText, sentenceEnds(segment.sourceText, draft.sourceLanguage)),
      target: phrases(segment.revision.text, spaces(segment.revision.text)),
    })
  },
})

/** Phrases with the offset after each; the last one ends the text. */
function phrases(text: string, cuts: readonly number[]): { text: string; end: number }[] {
  const ends = [
    ...cuts.filter((cut) => cut > 0 && cut < text.length && isGraphemeBoundary(text, cut)),
    text.length,
  ]
  return ends.map((end, index) => ({ text: text.slice(ends[index - 1] ?? 0, end), end }))
}

const spaces = (text: string): number[] => Array.from(text.matchAll(/\s+/g), ({ index }) => index)

/** Sentences where the language marks them, and commas and the like, since half a sentence may be what corresponds. */
function sentenceEnds(text: string, language: string): number[] {
  const ends =
    languageFor(language)
      .sentences(text)
      ?.map(({ end }) => end) ?? []
  const pauses = Array.from(text.matchAll(/[,;:](?=\s)/g), ({ index }) => index + 1)
  return [...new Set([...ends, ...pauses])].sort((a, b) => a - b)
}
