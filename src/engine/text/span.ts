/**
 * A half-open range `[start, end)` in UTF-16 code units of the text as it is stored.
 * Every position that the engine reports is one of these.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The text that a span covers. */
export const slice = (text: string, span: Span): string => text.slice(span.start, span.end)

/** True when the two spans share at least one UTF-16 unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** True when `inner` lies wholly inside `outer` (equal spans contain each other). */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end
