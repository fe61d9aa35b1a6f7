import type { AnalyzedText } from '../analyze.ts'
import { overlapFinder } from '../text/overlap-finder.ts'
import { slice, type Span } from '../text/span.ts'
import { standsTwice } from '../text/stands-twice.ts'
import type { Check } from './check.ts'

/**
 * A word or phrase that stands twice in a row. Words come from the language pack. A word alone counts only where two of it cannot be right:
 * a short function word, or a longer word that is no part of a compound on either side (คนขับ|ขับ is "the driver drives"). Over a
 * space a phrase must be longer, because one sentence may end with the word that the next begins with. Reduplication that the
 * dictionary knows, figures, names, and a source that repeats as well are no fault.
 */
export const repeatedWord: Check = {
  id: 'repeated-word',
  dimension: 'linguistic-conventions',
  severity: 'minor',
  examples: [
    {
      source: 'Tỉnh đã ban hành tài liệu.',
      target: 'จังหวัดได้ออก[เอกสารเอกสาร]',
      mended: 'จังหวัดได้ออกเอกสาร',
    },
    { source: 'Gạo và ngô', target: 'ข้าว[และ และ]ข้าวโพด', mended: 'ข้าวและข้าวโพด' },
    { source: 'Người lái lái nhanh.', target: 'คนขับขับเร็ว' },
    { source: 'Nhiều loại hoa', target: 'ดอกไม้นานาชนิด' },
    { source: 'Hồ sơ của bạn. Bạn sẽ nhận được thư.', target: 'เอกสารของคุณ คุณจะได้รับจดหมาย' },
  ],
  run({ state, source, target }) {
    if (state !== 'translated') return []
    const isFigure = overlapFinder(target.quantities.map(({ span }) => span))
    const found = repetitions(target).filter(({ both }) => !isFigure(both))
    if (found.length === 0 || repeatsItself(source)) return []
    return found.map(({ first, both }) => ({
      side: 'target',
      span: both,
      replacement: slice(target.text, first),
      values: { found: slice(target.text, first) },
    }))
  },
}

interface Repetition {
  readonly first: Span
  readonly both: Span
}

/** Words in the longest phrase that is looked for. */
const LONGEST = 8
/** Letters and marks of a word, of a phrase without a space between, and of one over a space, that are no accident. */
const ENOUGH = { word: 5, phrase: 8, spaced: 20 }

/** The longest repetition at each place, without overlaps. Linear times the longest phrase. */
function repetitions({ normalized, language }: AnalyzedText): readonly Repetition[] {
  const { text } = normalized
  if (!standsTwice(text.toLowerCase().replaceAll(' ', ''))) return []
  const words = wordsOf(text, language)
  const found: Repetition[] = []
  for (let at = 0; at < words.length; at++) {
    let size = Math.min(LONGEST, Math.floor((words.length - at) / 2))
    while (size > 0 && !isFault(at, size)) size--
    if (size === 0) continue
    const first = { start: words[at]!.start, end: words[at + size - 1]!.end }
    const both = { start: first.start, end: words[at + 2 * size - 1]!.end }
    found.push({ first: normalized.toOriginal(first), both: normalized.toOriginal(both) })
    at += 2 * size - 1
  }
  return found

  function isFault(at: number, size: number): boolean {
    for (let i = 0; i < size; i++) if (words[at + i]!.key !== words[at + size + i]!.key) return false
    const [first, last] = [words[at]!, words[at + 2 * size - 1]!]
    const length = words[at + size - 1]!.end - first.start
    const gaps = words
      .slice(at, at + 2 * size - 1)
      .map(({ end }, i) => text.slice(end, words[at + i + 1]!.start))
    if (!gaps.every((gap) => gap === '' || gap === ' ')) return false
    if (size === 1 && language.neverDoubled?.has(first.key)) return true
    if (gaps[size - 1] !== '') return size > 1 && length >= ENOUGH.spaced
    if (size > 1) return length >= ENOUGH.phrase
    return length >= ENOUGH.word && !isCompound(first, last)
  }

  /** The dictionary may know the two as one word, or give the first to what stands before it or the second to what follows. */
  function isCompound(first: Span, second: Span): boolean {
    const dictionary = language.dictionary?.()
    if (!dictionary) return true
    if (dictionary.endsAt(text, second.start).some((end) => end > second.end)) return true
    for (let start = Math.max(0, first.start - 20); start <= first.start; start++) {
      const wanted = start === first.start ? second.end : first.end
      if (dictionary.endsAt(text, start).includes(wanted)) return true
    }
    return false
  }
}

/** A source that says a word or phrase twice, whatever stands between. */
function repeatsItself({ normalized: { text }, language }: AnalyzedText): boolean {
  const words = wordsOf(text, language)
  return [1, 2, 3, 4].some((size) => {
    let same = 0
    return words.some(({ key }, at) => (same = key === words[at + size]?.key ? same + 1 : 0) === size)
  })
}

const wordsOf = (text: string, language: AnalyzedText['language']) =>
  language
    .words(text)
    .map((word) => ({ ...word, key: slice(text, word).toLowerCase() }))
    .filter(({ key }) => /\p{L}/u.test(key))
