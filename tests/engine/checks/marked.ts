import type { Span } from '../../../src/engine/text/span.ts'

/** A text with square brackets around places: the text without them, and the places. */
export function marked(written: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = []
  let text = ''
  let start = 0
  for (const piece of written.split(/([[\]])/)) {
    if (piece === '[') start = text.length
    else if (piece === ']') spans.push({ start, end: text.length })
    else text += piece
  }
  return { text, spans }
}
