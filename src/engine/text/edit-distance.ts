import { graphemes } from './graphemes.ts'
import { slice } from './span.ts'
import { createDistance } from './token-distance.ts'

/** How far a text has come from another, in graphemes. */
export interface EditDistance {
  /** The fewest graphemes to add, remove or replace (Levenshtein 1966). */
  readonly edits: number
  /** Of the longer text: edits never exceed it. */
  readonly graphemes: number
}

/** For texts of n and m graphemes about nm/32 steps, and fewer the more they share at their beginning and end. */
export function editDistance(before: string, after: string): EditDistance {
  const [old, young] = [charactersOf(before), charactersOf(after)]
  const longest = Math.max(old.length, young.length)
  if (before === after) return { edits: 0, graphemes: longest }
  let start = 0
  while (start < old.length && start < young.length && old[start] === young[start]) start++
  let oldEnd = old.length
  let youngEnd = young.length
  while (oldEnd > start && youngEnd > start && old[oldEnd - 1] === young[youngEnd - 1]) {
    oldEnd--
    youngEnd--
  }
  const distance = createDistance(old.slice(start, oldEnd))
  return { edits: distance(young.slice(start, youngEnd)), graphemes: longest }
}

const charactersOf = (text: string): string[] => graphemes(text).map((span) => slice(text, span))
