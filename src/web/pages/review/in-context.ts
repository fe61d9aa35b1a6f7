import { isGraphemeBoundary } from '../../../engine/text/graphemes.ts'
import type { Span } from '../../../engine/text/span.ts'

/** How much of the text around a place is shown. */
const context = 40

/** A place with some of what stands around it; nothing as read is torn. */
export function inContext(text: string, { start, end }: Span) {
  const [from, to] = [characterStart(text, start - context), characterStart(text, end + context)]
  return {
    before: `${from > 0 ? '…' : ''}${text.slice(from, start)}`,
    found: text.slice(start, end),
    after: `${text.slice(end, Math.max(end, to))}${to < text.length ? '…' : ''}`,
  }
}

/** The nearest place at or before an offset where no character as read is torn. */
function characterStart(text: string, offset: number): number {
  let start = Math.min(Math.max(0, offset), text.length)
  while (!isGraphemeBoundary(text, start)) start--
  return start
}
