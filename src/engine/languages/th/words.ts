import { isGraphemeBoundary } from '../../text/graphemes.ts'
import { segmentInWindows } from '../../text/segmenter.ts'
import type { Span } from '../../text/span.ts'

const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

/** Words by the dictionary of ICU, a run without spaces at a time. Names that the dictionary lacks come out in pieces. */
export function thaiWords(paragraph: string): Span[] {
  const words: Span[] = []
  for (const { 0: run, index } of paragraph.matchAll(/\S+/g))
    for (const { start, end, isWordLike } of segmentInWindows(segmenter, run, 256))
      if (isWordLike) words.push({ start: index + start, end: index + end })
  return words
}

/**
 * True where a word may begin or end: never inside a grapheme, before a vowel that follows its consonant, after a vowel that leads it
 * or asks for another letter (ั, ื), before a silenced consonant, or inside a run of Latin letters or digits. Between Thai letters anything else is possible.
 */
export function isThaiBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  const before = text.slice(Math.max(0, offset - 2), offset)
  const after = text.slice(offset, offset + 3)
  if (/[เ-ไัื]$/.test(before) && /^[ก-ฮ]/.test(after)) return false
  if (/^[ะ-ฺๅ็-๎]/.test(after) && /[ก-๎]$/.test(before)) return false
  if (/^[ก-ฮ][ิุ]?์/.test(after) && /[ก-๎]$/.test(before)) return false
  if (UNBROKEN_END.test(before) && UNBROKEN_START.test(after)) return false
  return isGraphemeBoundary(text, offset)
}

const UNBROKEN_END = /(?:(?!\p{Script=Thai})\p{L}|\p{Nd})\p{M}*$/u
const UNBROKEN_START = /^(?:(?!\p{Script=Thai})\p{L}|\p{Nd})/u
