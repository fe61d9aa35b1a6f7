import type { Span } from '../text/span.ts'
import { toNormalized, type MatchedText } from './occurrences.ts'

/**
 * Tells whether the target keeps, letter for letter, a longer name that a term of the source is a part of (`Jordan Spieth`, `Georgia Tech`).
 * Then it is that name which has not been rendered, and no country is missing.
 */
export function longerNamesLeft(source: MatchedText, target: MatchedText): (sourceSpan: Span) => boolean {
  const { text } = source.normalized
  const seen = new Map<string, boolean>()
  const isLeft = (name: string) => {
    const known = seen.get(name) ?? target.normalized.text.includes(name)
    seen.set(name, known)
    return known
  }
  return (sourceSpan) => {
    const { start, end } = toNormalized(source.normalized, sourceSpan)
    const before = /\p{Lu}[\p{L}\p{M}]* $/u.exec(text.slice(Math.max(0, start - REACH), start))?.[0]
    const after = /^ \p{Lu}[\p{L}\p{M}]*/u.exec(text.slice(end, end + REACH))?.[0]
    const term = text.slice(start, end)
    return (before !== undefined && isLeft(before + term)) || (after !== undefined && isLeft(term + after))
  }
}

/** UTF-16 units on either side; a word of a name is shorter. */
const REACH = 24
