import { isGraphemeBoundary } from '../../text/graphemes.ts'
import { segmentInWindows } from '../../text/segmenter.ts'
import type { Span } from '../../text/span.ts'
import { latinKind } from '../../text/word-edges.ts'

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
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)]
  if (isThaiLetter(after)) {
    if (isThaiLetter(before) && isInsideSyllable(text, offset)) return false
  } else if (latinKind(after) !== 'other') {
    const unbroken =
      UNBROKEN_END.test(text.slice(Math.max(0, offset - 2), offset)) &&
      UNBROKEN_START.test(text.slice(offset, offset + 2))
    if (unbroken) return false
  }
  return isGraphemeBoundary(text, offset)
}

/** ก to ๎: consonants, vowels and marks. */
const isThaiLetter = (unit: number): boolean => unit > 0xe00 && unit < 0xe4f
const isConsonant = (unit: number): boolean => unit > 0xe00 && unit < 0xe2f

function isInsideSyllable(text: string, offset: number): boolean {
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)]
  // ะ to ฺ, ๅ, ็ to ๎
  if (!isConsonant(after)) return (after > 0xe2f && after < 0xe3b) || after === 0xe45 || after > 0xe46
  // เ to ไ, ั, ื
  if ((before > 0xe3f && before < 0xe45) || before === 0xe31 || before === 0xe37) return true
  const next = text.charCodeAt(offset + 1)
  const silenced = next === 0xe34 || next === 0xe38 ? text.charCodeAt(offset + 2) : next
  return silenced === 0xe4c
}

const UNBROKEN_END = /(?:(?!\p{Script=Thai})\p{L}|\p{Nd})\p{M}*$/u
const UNBROKEN_START = /^(?:(?!\p{Script=Thai})\p{L}|\p{Nd})/u
