import { overlaps, type Span } from './span.ts'

/** Tells whether a span overlaps one of many. They must not overlap each other; each question takes logarithmic time. */
export function overlapFinder(given: readonly Span[]): (span: Span) => boolean {
  const spans = given.toSorted((a, b) => a.start - b.start)
  return (span) => {
    let low = 0
    let high = spans.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (spans[middle]!.end <= span.start) low = middle + 1
      else high = middle
    }
    return low < spans.length && overlaps(spans[low]!, span)
  }
}
