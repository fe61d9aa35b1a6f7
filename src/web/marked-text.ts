import type { Span } from '../engine/text/span.ts'

/** A span to be marked, with what the mark is. */
export interface Mark {
  readonly span: Span
  /** Becomes a class: `mark--term`. */
  readonly kind: string
  /** Shown on hover, read after the text. */
  readonly label?: string
  /** Ids of the concepts that it speaks of, with spaces between them. */
  readonly concept?: string
  /** The name that it speaks of. */
  readonly name?: string
  /** The element of the finding that it marks. */
  readonly finding?: string
}

/** A stretch of text under one mark, or under none. */
export interface MarkedPiece extends Omit<Mark, 'span' | 'kind'> {
  readonly text: string
  readonly kind: string | null
}

/**
 * Cuts a text at its marks. Pieces join to the text. Where marks overlap the earlier in the list wins; empty marks and
 * what leaves the text are ignored.
 */
export function markText(text: string, marks: readonly Mark[]): MarkedPiece[] {
  const taken: Mark[] = []
  for (const mark of marks) {
    const { start, end } = mark.span
    if (start < 0 || start >= end || end > text.length) continue
    if (!taken.some(({ span }) => span.start < end && start < span.end)) taken.push(mark)
  }
  const pieces: MarkedPiece[] = []
  let at = 0
  for (const { span, ...mark } of taken.sort((a, b) => a.span.start - b.span.start)) {
    if (span.start > at) pieces.push({ text: text.slice(at, span.start), kind: null })
    pieces.push({ ...mark, text: text.slice(span.start, span.end) })
    at = span.end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), kind: null })
  return pieces
}
