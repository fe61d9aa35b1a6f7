import { NOTHING } from './lexicon.ts'
import type { Lexicon, Renderings } from './lexicon.ts'

/** A pair of texts as the lexicon sees it; `weight` is how often it counts as seen. */
export interface WordPair {
  readonly expressions: readonly string[]
  readonly words: readonly string[]
  readonly weight: number
}

const ITERATIONS = 5
/** Expressions and words seen less often are left out unless the lexicon knows them: one sighting tells nothing. */
const RAREST = 2
/** Neighbouring words make many chance pairs. */
const RAREST_PAIR = 3
/** Renderings kept: at least this probable, and accounting for at least so many sightings. */
const LEAST_PROBABLE = 0.01
const LEAST_COUNT = 0.3

/**
 * Learns a lexicon by expectation maximization. What the prior knows counts as seen already (a Dirichlet prior at its own counts), so
 * learning goes on where it ended, and from nothing changes nothing. Time and memory are linear in pairs × words × expressions.
 */
export function learnLexicon(prior: Lexicon, pairs: readonly WordPair[]): Lexicon {
  if (pairs.length === 0) return prior
  const counts = countWords(prior, pairs)
  const words = [...counts.keys()]
  const wordIds = new Map(words.map((word, id) => [word, id]))
  const names = chooseExpressions(prior, pairs)
  const nameIds = new Map(names.map((name, id) => [name, id]))
  const table = new Cells(words.length)
  const corpus = pairs.map(({ expressions, words: seen, weight }) => {
    const rows = [NOTHING, ...new Set(expressions)].flatMap((name) => nameIds.get(name) ?? [])
    const columns = seen.flatMap((word) => wordIds.get(word) ?? [])
    const cells = new Int32Array(rows.length * columns.length)
    columns.forEach((column, c) => {
      rows.forEach((row, r) => {
        cells[c * rows.length + r] = table.at(row, column)
      })
    })
    return { weight, width: rows.length, cells }
  })
  const known = table.prior(prior, nameIds, wordIds)
  let chances = table.start(known, names.length)
  let expected = known.slice()
  for (let round = 0; round < ITERATIONS; round++) {
    expected = known.slice()
    for (const { weight, width, cells } of corpus) {
      for (let from = 0; from < cells.length; from += width) {
        let sum = 0
        for (let k = from; k < from + width; k++) sum += chances[cells[k]!]!
        if (sum <= 0) continue
        for (let k = from; k < from + width; k++) expected[cells[k]!]! += (weight * chances[cells[k]!]!) / sum
      }
    }
    chances = table.normalize(expected, names.length)
  }
  return {
    words,
    counts: [...counts.values()],
    expressions: table.renderings(expected, chances, names),
  }
}

/** Pairs of row and column that occur together, numbered as they come. */
class Cells {
  readonly #columns: number
  readonly #ids = new Map<number, number>()
  readonly #rows: number[] = []
  readonly #words: number[] = []

  constructor(columns: number) {
    this.#columns = columns
  }

  at(row: number, word: number): number {
    const key = row * this.#columns + word
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const id = this.#rows.length
    this.#ids.set(key, id)
    this.#rows.push(row)
    this.#words.push(word)
    return id
  }

  /** What the prior lexicon counts as seen. */
  prior(
    lexicon: Lexicon,
    rows: ReadonlyMap<string, number>,
    columns: ReadonlyMap<string, number>,
  ): Float64Array {
    const seen: [cell: number, count: number][] = []
    for (const [name, { total, words, probabilities }] of lexicon.expressions) {
      const row = rows.get(name)
      if (row === undefined) continue
      words.forEach((word, i) => {
        const column = columns.get(lexicon.words[word] ?? '')
        if (column !== undefined) seen.push([this.at(row, column), total * probabilities[i]!])
      })
    }
    const counts = new Float64Array(this.#rows.length)
    for (const [cell, count] of seen) counts[cell] = count
    return counts
  }

  /** Chances to begin with: what is known, and a little for every pair that is new. */
  start(known: Float64Array, rows: number): Float64Array {
    return this.normalize(
      known.map((count) => count + 0.1),
      rows,
    )
  }

  normalize(counts: Float64Array, rows: number): Float64Array {
    const totals = this.#totals(counts, rows)
    return counts.map((count, cell) => count / Math.max(1e-12, totals[this.#rows[cell]!]!))
  }

  #totals(counts: Float64Array, rows: number): Float64Array {
    const totals = new Float64Array(rows)
    counts.forEach((count, cell) => (totals[this.#rows[cell]!]! += count))
    return totals
  }

  renderings(counts: Float64Array, chances: Float64Array, names: readonly string[]): Map<string, Renderings> {
    const totals = this.#totals(counts, names.length)
    const kept = names.map((): number[] => [])
    chances.forEach((chance, cell) => {
      if (chance >= LEAST_PROBABLE && counts[cell]! >= LEAST_COUNT) kept[this.#rows[cell]!]!.push(cell)
    })
    return new Map(
      names.flatMap((name, row): [string, Renderings][] => {
        const cells = kept[row]!
        if (cells.length === 0) return []
        return [
          [
            name,
            {
              total: totals[row]!,
              words: Int32Array.from(cells, (cell) => this.#words[cell]!),
              probabilities: Float64Array.from(cells, (cell) => chances[cell]!),
            },
          ],
        ]
      }),
    )
  }
}

function countWords(prior: Lexicon, pairs: readonly WordPair[]): Map<string, number> {
  const counts = new Map(prior.words.map((word, i) => [word, prior.counts[i] ?? 0]))
  const sightings = tally(pairs.map(({ words, weight }) => ({ names: words, weight })))
  for (const [word, { times, weight }] of sightings)
    if (counts.has(word) || times >= RAREST) counts.set(word, (counts.get(word) ?? 0) + weight)
  return counts
}

function chooseExpressions(prior: Lexicon, pairs: readonly WordPair[]): string[] {
  const sightings = tally(pairs.map(({ expressions, weight }) => ({ names: expressions, weight })))
  const chosen = new Set([NOTHING, ...prior.expressions.keys()])
  for (const [name, { times }] of sightings)
    if (times >= (name.includes(' ') ? RAREST_PAIR : RAREST)) chosen.add(name)
  return [...chosen]
}

function tally(lists: readonly { names: readonly string[]; weight: number }[]) {
  const sightings = new Map<string, { times: number; weight: number }>()
  for (const { names, weight } of lists)
    for (const name of names) {
      const one = sightings.get(name)
      if (one) {
        one.times++
        one.weight += weight
      } else sightings.set(name, { times: 1, weight })
    }
  return sightings
}
