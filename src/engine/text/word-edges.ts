import { isGraphemeBoundary } from './graphemes.ts'
import type { Span } from './span.ts'

/** Words of a text that puts something between them: runs of letters, marks and digits, with apostrophes and hyphens left out. */
export function spacedWords(text: string): Span[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }))
}

/** True unless the offset lies inside a grapheme or between two letters or digits. */
export function isSpacedBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  const [before, after] = [latinKind(text.charCodeAt(offset - 1)), latinKind(text.charCodeAt(offset))]
  if (before !== 'unknown' && after !== 'unknown') return before === 'other' || after === 'other'
  return !(endsInWord(text, offset) && beginsWithWord(text, offset)) && isGraphemeBoundary(text, offset)
}

const endsInWord = (text: string, offset: number): boolean =>
  /[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, offset - 2), offset))

const beginsWithWord = (text: string, offset: number): boolean =>
  /^[\p{L}\p{M}\p{N}]/u.test(text.slice(offset, offset + 2))

/**
 * The answer for almost every unit of a text in Latin letters, without the regular expressions above: a letter or digit, or something
 * else; neither sticks to a neighbour as part of one grapheme.
 */
export function latinKind(unit: number): 'word' | 'other' | 'unknown' {
  if (unit < 0x7f) {
    if (unit < 0x20) return 'unknown'
    const letter = unit | 0x20
    return (letter > 0x60 && letter < 0x7b) || (unit > 0x2f && unit < 0x3a) ? 'word' : 'other'
  }
  if ((unit > 0xbf && unit < 0x250) || (unit > 0x1dff && unit < 0x1f00))
    return unit === 0xd7 || unit === 0xf7 ? 'other' : 'word'
  return unit > 0x200f && unit < 0x2028 ? 'other' : 'unknown'
}
