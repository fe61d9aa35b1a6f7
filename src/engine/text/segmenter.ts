import type { Span } from './span.ts'

/** A piece that a segmenter found, as a span of the whole text. */
export interface SegmentedPiece extends Span {
  readonly isWordLike: boolean
}

/**
 * Runs an Intl.Segmenter over a text of any length, in order and without gaps.
 * Node 20 takes quadratic time on one long string (crbug.com/326176949), so it is given windows; the last piece of a window may have
 * been cut short, so the next window begins where that piece began.
 */
export function* segmentInWindows(
  segmenter: Intl.Segmenter,
  text: string,
  windowLength = 1024,
): Generator<SegmentedPiece> {
  let start = 0
  let length = windowLength
  while (start < text.length) {
    const end = Math.min(text.length, start + length)
    const window = [...segmenter.segment(text.slice(start, end))]
    if (end < text.length && window.length === 1) {
      length *= 2
      continue
    }
    const complete = end < text.length ? window.slice(0, -1) : window
    for (const piece of complete) {
      const from = start + piece.index
      yield { start: from, end: from + piece.segment.length, isWordLike: piece.isWordLike ?? false }
    }
    start = end < text.length ? start + (window.at(-1)?.index ?? 0) : text.length
    length = windowLength
  }
}
