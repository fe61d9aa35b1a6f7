import { segmentInWindows } from './segmenter.ts'
import type { Span } from './span.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** What a reader perceives as single characters (UAX #29), in order; they join to the text. Linear in the text's length. */
export function graphemes(text: string): Span[] {
  return Array.from(segmentInWindows(segmenter, text), ({ start, end }) => ({ start, end }))
}

/** True at both ends of the text and between two graphemes. Looks at the neighbourhood only. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  if (PLAIN.test(text.charAt(offset - 1)) && PLAIN.test(text.charAt(offset))) return true
  const start = windowStart(text, offset)
  return graphemes(text.slice(start, offset + 2)).some((grapheme) => start + grapheme.start === offset)
}

/** How many base characters a text has: marks, which take no room of their own, are not counted. */
export function countBases(text: string): number {
  let count = 0
  for (const character of text) if (!MARK.test(character)) count++
  return count
}

const MARK = /\p{M}/u
const PLAIN = /[\t -~\u0E01-\u0E30\u0E3F-\u0E46]/

/** Far enough back for every cluster that is written on purpose, and never between the two halves of a flag or a surrogate pair. */
function windowStart(text: string, offset: number): number {
  let start = Math.max(0, offset - 64)
  while (start > 0 && !/[\s!-~\u0E01-\u0E2E]/.test(text.charAt(start)) && offset - start < 4096) start--
  return start
}
