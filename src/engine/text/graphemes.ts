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
  if (endsPlainly(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset))) return true
  const start = windowStart(text, offset)
  return graphemes(text.slice(start, offset + 2)).some((grapheme) => start + grapheme.start === offset)
}

/** The smallest span of whole graphemes around a span. */
export function graphemeSpan(text: string, { start, end }: Span): Span {
  while (!isGraphemeBoundary(text, start)) start--
  while (!isGraphemeBoundary(text, end)) end++
  return { start, end }
}

/** How many base characters a text has: marks, which take no room of their own, are not counted. */
export function countBases(text: string): number {
  let count = 0
  for (const character of text) if (!MARK.test(character)) count++
  return count
}

const MARK = /\p{M}/u

/** A letter, digit, sign or space that sticks to no neighbour: what Latin and Thai texts are made of, besides marks. */
const isPlain = (unit: number): boolean =>
  (unit > 0x1f && unit < 0x7f) ||
  (unit > 0xbf && unit < 0x300) ||
  (unit > 0xe00 && unit < 0xe31) ||
  (unit > 0xe3e && unit < 0xe47) ||
  (unit > 0x1dff && unit < 0x2000) ||
  (unit > 0x200f && unit < 0x2028) ||
  unit === 0x09

/** The same, or a Thai vowel or mark that ends a grapheme. */
const endsPlainly = (unit: number): boolean => isPlain(unit) || (unit > 0xe30 && unit < 0xe4f)

/** Far enough back for every cluster that is written on purpose, and never between the two halves of a flag or a surrogate pair. */
function windowStart(text: string, offset: number): number {
  let start = Math.max(0, offset - 64)
  while (start > 0 && !/[\s!-~\u0E01-\u0E2E]/.test(text.charAt(start)) && offset - start < 4096) start--
  return start
}
