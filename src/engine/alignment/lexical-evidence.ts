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

/** A lexicon with what does not depend on a text: the numbers of its target words, and how likely each is in any text at all. */
export interface ReadyLexicon {
  readonly expressions: Lexicon['expressions']
  readonly wordIds: ReadonlyMap<string, number>
  readonly chance: Float64Array
}

export function readyLexicon({ words, counts, expressions }: Lexicon): ReadyLexicon {
  const seen = counts.reduce((sum, count) => sum + count + SMOOTHING, 0)
  return {
    expressions,
    wordIds: new Map(words.map((word, id) => [word, id])),
    chance: Float64Array.from(counts, (count) => (count + SMOOTHING) / seen),
  }
}

export function lexicalEvidence(
  source: readonly Piece[],
  target: readonly Piece[],
  from: Language,
  to: Language,
  { expressions, wordIds, chance }: ReadyLexicon,
): LexicalEvidence {
  const words = target.map(({ text }) => Int32Array.from(found(wordsIn(text, to), wordIds)))
  const rows = source.map(({ text }) => found(expressionsIn(text, from), expressions))
  const nothing = expressions.get(NOTHING)
  /** For each target word, how likely the source pieces make it, and what it is worth if that was asked; 0 between calls. */
  const mass = new Float64Array(chance.length)
  const worth = new Float64Array(chance.length)
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
    const renderings = nothing ? [nothing] : []
    for (let k = i; k < i + di; k++) for (const row of rows[k]!) renderings.push(row)
    const scores = new Float64Array(high - low)
    if (renderings.length === 0) return scores
    for (const row of renderings)
      for (let k = 0; k < row.words.length; k++)
        mass[row.words[k]!]! += row.probabilities[k]! / renderings.length
    for (let j = low; j < high; j++) {
      let sum = 0
      for (const word of words[j]!)
        sum +=
          mass[word] === 0 ? none : (worth[word] ||= Math.log(likelihoodRatio(mass[word]!, chance[word]!)))
      scores[j - low] = sum
    }
    for (const row of renderings) for (const word of row.words) mass[word] = worth[word] = 0
    return scores
  }
}

const likelihoodRatio = (explained: number, chance: number): number =>
  UNEXPLAINED + ((1 - UNEXPLAINED) * explained) / chance

function found<Value>(keys: readonly string[], values: ReadonlyMap<string, Value>): Value[] {
  const list: Value[] = []
  for (const key of keys) {
    const value = values.get(key)
    if (value !== undefined) list.push(value)
  }
  return list
}
