import type { WordList } from '../text/word-list.ts'
import type { Check } from './check.ts'

/**
 * A space that cuts a word in two. Without the space, all letters between the spaces (or as many as are looked at) fall into words of the
 * dictionary, one of them reaching over the place; with it, some are left that belong to no word. A space between two whole words is
 * never reported (it may be meant), nor one beside a name that the dictionary does not know.
 */
export const spaceInWord: Check = {
  id: 'space-in-word',
  dimension: 'linguistic-conventions',
  severity: 'minor',
  examples: [
    { source: 'Sách cho trẻ em', target: 'หนังสือ[สำห รับ]เด็ก', mended: 'หนังสือสำหรับเด็ก' },
    { source: 'Bảo hiểm y tế', target: 'ประกัน สุขภาพ' },
    { source: 'Lúa và ngô', target: 'ข้าว ข้าวโพด' },
  ],
  run({ state, target: { text, language } }) {
    const dictionary = language.dictionary?.()
    if (state !== 'translated' || !language.unspaced || !dictionary) return []
    const isOwn = (character: string) =>
      language.hasOwnScript(character) && character !== language.repetitionMark
    return Array.from(text.matchAll(/(?<=\S) (?=\S)/g)).flatMap(({ index: at }) => {
      let start = at
      while (start > 0 && at - start < NEAR && isOwn(text.charAt(start - 1))) start--
      let end = at + 1
      while (end < text.length && end - at <= NEAR && isOwn(text.charAt(end))) end++
      const cut = cutWord(text.slice(start, at), text.slice(at + 1, end), dictionary)
      if (!cut) return []
      const span = { start: at - cut.before, end: at + 1 + cut.after }
      const replacement = text.slice(span.start, at) + text.slice(at + 1, span.end)
      return [{ side: 'target' as const, span, replacement }]
    })
  },
}

/** Letters on either side of a space that are looked at. */
const NEAR = 30
/** Shorter words turn up by chance where two words meet. */
const SHORTEST = 4

/** How many letters before and after the space the word has that it cuts; the longest such word. */
function cutWord(
  left: string,
  right: string,
  dictionary: WordList,
): { before: number; after: number } | null {
  if (left === '' || right === '') return null
  const before = coveredUpTo(left, dictionary)
  const after = coveredFrom(right, dictionary)
  if (before[left.length] && after[0]) return null
  const joined = left + right
  let best: { before: number; after: number } | null = null
  for (let from = 0; from < left.length; from++) {
    if (!before[from]) continue
    const to = dictionary
      .endsAt(joined, from)
      .findLast((end) => end > left.length && after[end - left.length])
    if (to === undefined || to - from < SHORTEST) continue
    if (!best || to - from > best.before + best.after)
      best = { before: left.length - from, after: to - left.length }
  }
  return best
}

/** Of each offset, whether the text before it falls into words; a text cut off at its start may begin anywhere. */
function coveredUpTo(text: string, dictionary: WordList): readonly boolean[] {
  const covered = Array.from(
    { length: text.length + 1 },
    (_, at) => at === 0 || (text.length === NEAR && at <= NEAR / 2),
  )
  for (let at = 0; at < text.length; at++)
    if (covered[at]) for (const end of dictionary.endsAt(text, at)) covered[end] = true
  return covered
}

/** Of each offset, whether the text after it falls into words; a text cut off at its end may end anywhere. */
function coveredFrom(text: string, dictionary: WordList): readonly boolean[] {
  const covered = Array.from(
    { length: text.length + 1 },
    (_, at) => at === text.length || (text.length === NEAR && at >= NEAR / 2),
  )
  for (let at = text.length - 1; at >= 0; at--)
    covered[at] ||= dictionary.endsAt(text, at).some((end) => covered[end])
  return covered
}
