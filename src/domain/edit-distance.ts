import { createDistance } from '../engine/memory/similarity.ts'
import { graphemes } from '../engine/text/graphemes.ts'
import { slice } from '../engine/text/span.ts'

export interface EditDistance {
  /** Graphemes to be added, dropped or replaced to make one text the other (Levenshtein 1966). */
  readonly distance: number
  /** Graphemes of the longer text: what the distance can be at most. */
  readonly longest: number
}

/** How far two texts are from each other, in what a reader takes for single characters. */
export function editDistance(before: string, after: string): EditDistance {
  const [old, young] = [charactersOf(before), charactersOf(after)]
  const longest = Math.max(old.length, young.length)
  return { distance: before === after ? 0 : createDistance(old)(young), longest }
}

const charactersOf = (text: string): string[] => graphemes(text).map((span) => slice(text, span))
