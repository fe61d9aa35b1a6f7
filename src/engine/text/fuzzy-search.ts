import type { Span } from './span.ts'

/** The part of a text that is most like a pattern. */
export interface FuzzyMatch extends Span {
  /** Units to be added, dropped or replaced to make it the pattern (Levenshtein 1966). */
  readonly errors: number
}

/** What fits into one machine word; of a longer pattern, only this much is looked for. */
export const LONGEST_PATTERN = 32

/**
 * The span with the fewest errors, at most `maxErrors`; of several the first to end, and of those the shortest. UTF-16, half-open. Null
 * when there is none, when the pattern is empty or has more than 32 units, or when `maxErrors` would let nothing pass for it.
 *
 * Myers 1999, "A fast bit-vector algorithm for approximate string matching based on dynamic programming", in the form of Hyyrö 2003: a
 * whole column of the table in two words, so one step a unit of the text. Where the match starts is found by the same search backwards.
 */
export function findFuzzy(text: string, pattern: string, maxErrors: number): FuzzyMatch | null {
  const length = pattern.length
  if (length === 0 || length > LONGEST_PATTERN || maxErrors < 0) return null
  const most = Math.min(maxErrors, length - 1)
  const best = bestEnd(text, pattern, most)
  if (best === null) return null
  return { start: startOf(text, pattern, best.end, best.errors), ...best }
}

/** By unit: the places of the pattern that have it. All zero between searches. */
const places = new Int32Array(0x10000)

function bestEnd(text: string, pattern: string, most: number): { end: number; errors: number } | null {
  for (let at = 0; at < pattern.length; at++) places[pattern.charCodeAt(at)]! |= 1 << at
  const top = 1 << (pattern.length - 1)
  let [up, down] = [-1, 0]
  let errors = pattern.length
  let [fewest, end] = [most + 1, 0]
  for (let at = 0; at < text.length; at++) {
    const same = places[text.charCodeAt(at)]!
    const vertical = same | down
    const horizontal = (((same & up) + up) ^ up) | same
    let right = down | ~(horizontal | up)
    let left = up & horizontal
    if ((right & top) !== 0) errors++
    else if ((left & top) !== 0) errors--
    if (errors < fewest) {
      fewest = errors
      end = at + 1
      if (errors === 0) break
    }
    right <<= 1
    left <<= 1
    up = left | ~(vertical | right)
    down = right & vertical
  }
  for (let at = 0; at < pattern.length; at++) places[pattern.charCodeAt(at)] = 0
  return fewest <= most ? { end, errors: fewest } : null
}

/** The last place from which the text up to `end` can be the pattern with so many errors. */
function startOf(text: string, pattern: string, end: number, wanted: number): number {
  const last = pattern.length - 1
  for (let at = 0; at <= last; at++) places[pattern.charCodeAt(last - at)]! |= 1 << at
  const top = 1 << last
  let [up, down] = [-1, 0]
  let errors = pattern.length
  let start = end
  // Every column begins anew at `end`, so the edge of the table counts up: the 1 that is shifted in.
  while (errors > wanted && start > 0) {
    const same = places[text.charCodeAt(--start)]!
    const vertical = same | down
    const horizontal = (((same & up) + up) ^ up) | same
    let right = down | ~(horizontal | up)
    let left = up & horizontal
    if ((right & top) !== 0) errors++
    else if ((left & top) !== 0) errors--
    right = (right << 1) | 1
    left <<= 1
    up = left | ~(vertical | right)
    down = right & vertical
  }
  for (let at = 0; at <= last; at++) places[pattern.charCodeAt(at)] = 0
  return start
}
