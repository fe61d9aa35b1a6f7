import type { Language } from '../languages/language.ts'
import { expressionsIn, NOTHING, wordsIn } from './lexicon.ts'
import type { Lexicon } from './lexicon.ts'
import type { Piece } from './pieces.ts'

/**
 * For source pieces `[i, i + di)`: how much likelier each target piece from `low` on is as a part of their translation than as any text
 * at all, in nats; at least as far as `high`. By Model 1 a bead's score is the sum over its target pieces.
 */
export type LexicalEvidence = (i: number, di: number, low: number, high: number) => Scores

export interface Scores {
  readonly low: number
  readonly values: Float64Array
}

/** Share of the words of a translation that come from nowhere. */
const UNEXPLAINED = 0.4
/** Words that were seldom seen are not as surprising as they look. */
const SMOOTHING = 5

export function lexicalEvidence(
  source: readonly Piece[],
  target: readonly Piece[],
  from: Language,
  to: Language,
  lexicon: Lexicon,
): LexicalEvidence {
  const wordIds = new Map(lexicon.words.map((word, id) => [word, id]))
  const words = target.map(({ text }) =>
    Int32Array.from(wordsIn(text, to).flatMap((word) => wordIds.get(word) ?? [])),
  )
  const rows = source.map(({ text }) =>
    expressionsIn(text, from).flatMap((expression) => lexicon.expressions.get(expression) ?? []),
  )
  const nothing = lexicon.expressions.get(NOTHING)
  const seen = lexicon.counts.reduce((sum, count) => sum + count + SMOOTHING, 0)
  const chance = Float64Array.from(lexicon.counts, (count) => (count + SMOOTHING) / seen)
  const mass = new Float64Array(lexicon.words.length)
  const none = Math.log(UNEXPLAINED)

  const known = new Map<number, Scores>()
  return (i, di, low, high) => {
    const key = i * 64 + di
    const before = known.get(key)
    if (before && before.low <= low && before.low + before.values.length >= high) return before
    const scores = { low, values: score(i, di, low, high) }
    known.set(key, scores)
    return scores
  }

  function score(i: number, di: number, low: number, high: number): Float64Array {
    const renderings = [...rows.slice(i, i + di).flat(), ...(nothing ? [nothing] : [])]
    const scores = new Float64Array(high - low)
    if (renderings.length === 0) return scores
    for (const row of renderings)
      for (let k = 0; k < row.words.length; k++)
        mass[row.words[k]!]! += row.probabilities[k]! / renderings.length
    for (let j = low; j < high; j++) {
      for (const word of words[j]!) {
        const explained = mass[word]!
        scores[j - low]! +=
          explained === 0 ? none : Math.log(UNEXPLAINED + ((1 - UNEXPLAINED) * explained) / chance[word]!)
      }
    }
    for (const row of renderings) for (const word of row.words) mass[word] = 0
    return scores
  }
}
