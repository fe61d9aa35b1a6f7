import type { NormalizedText, Repair } from './normalize.ts'

/**
 * What normalisation changed, as replacements in the text as given (half-open UTF-16), in order and without overlaps or neighbours.
 * Applying them all gives the normalised text. Linear.
 */
export function repairsIn(given: string, normalized: NormalizedText): readonly Repair[] {
  if (given === normalized.text) return []
  const found: { start: number; end: number; text: string }[] = []
  let done = 0
  const change = (start: number, end: number, text: string) => {
    const last = found.at(-1)
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end)
      last.text += text
    } else found.push({ start, end, text })
  }
  for (let at = 0; at < normalized.text.length; at++) {
    const { start, end } = normalized.toOriginal({ start: at, end: at + 1 })
    const character = normalized.text.charAt(at)
    if (start > done) change(done, start, '')
    if (end - start !== 1 || start < done || given.charAt(start) !== character)
      change(Math.min(start, Math.max(done, start)), end, character)
    done = Math.max(done, end)
  }
  if (done < given.length) change(done, given.length, '')
  return found
}
