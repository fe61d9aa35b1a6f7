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
  const before = /[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, offset - 2), Math.max(0, offset)))
  const after = /^[\p{L}\p{M}\p{N}]/u.test(text.slice(offset, offset + 2))
  return !(before && after) && isGraphemeBoundary(text, offset)
}
