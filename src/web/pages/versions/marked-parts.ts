import type { Part } from '../../../domain/comparison.ts'
import type { Span } from '../../../engine/text/span.ts'

/** A part of a comparison under the marks of its words: their numbers, smallest first. */
export type MarkedPart = Part & { readonly marks: readonly number[] }

/**
 * Cuts parts at the edges of marks, which are spans of what `same` and `added` parts join to. Joined again they are what they were;
 * since a mark holds whole graphemes, none is cut.
 */
export function markParts(
  parts: readonly Part[],
  marks: readonly (Span & { readonly number: number })[],
): MarkedPart[] {
  let at = 0
  return parts.flatMap((part): MarkedPart[] => {
    if (part.kind === 'removed' || part.kind === 'break') return [{ ...part, marks: [] }]
    const start = at
    const end = (at += part.text.length)
    const edges = marks.flatMap((mark) => [mark.start, mark.end])
    const inside = edges.filter((edge) => start < edge && edge < end)
    const cuts = [...new Set([start, ...inside, end])].sort((a, b) => a - b)
    return cuts.slice(0, -1).map((from, index) => {
      const to = cuts[index + 1] ?? end
      return {
        kind: part.kind,
        text: part.text.slice(from - start, to - start),
        marks: marks
          .filter((mark) => mark.start < to && from < mark.end)
          .map(({ number }) => number)
          .sort((a, b) => a - b),
      }
    })
  })
}
