import type { BandRow } from './band.ts'
import type { Lattice, Step } from './lattice.ts'

/** Places further than this many target pieces from the path hold nothing of weight. */
const AROUND = 24
/** Nor do places this far (nats) behind the best one for the same source. */
const NEGLIGIBLE = 25

/**
 * How probable each step of a path is among all ways through the lattice near it, if scores are log likelihoods: the forward–backward
 * algorithm (Baum 1972).
 */
export function stepProbabilities(lattice: Lattice, path: readonly Step[]): number[] {
  const rows = rowsAround(lattice.rows, path)
  const near = { ...lattice, rows }
  const forward = sumsForward(near)
  const backward = sumsBackward(near, forward)
  const all = forward.at(-1)!.at(-1)!
  return path.map(({ i, di, j, dj }) => {
    let worth = -Infinity
    const visit = (si: number, sj: number, score: number) => {
      if (si === di && sj === dj) worth = score
    }
    if (di === 0) lattice.additions(j, visit)
    else lattice.stepsFrom(i, j, j)(j, visit)
    const here = forward[i]![j - rows[i]!.low]!
    const there = backward[i + di]![j + dj - rows[i + di]!.low]!
    return Math.min(1, Math.exp(here + worth + there - all))
  })
}

function rowsAround(rows: Lattice['rows'], path: readonly Step[]): BandRow[] {
  const reach = rows.map(({ high }) => ({ low: high, high: 0 }))
  const mark = (i: number, j: number) => {
    reach[i] = { low: Math.min(reach[i]!.low, j), high: Math.max(reach[i]!.high, j) }
  }
  for (const { i, di, j, dj } of path) {
    for (let at = i; at <= i + di; at++) mark(at, at === i ? j : j + dj)
  }
  return rows.map(({ low, high }, i) => ({
    low: Math.max(low, reach[i]!.low - AROUND),
    high: Math.min(high, reach[i]!.high + AROUND),
  }))
}

/** Log of the sum over all ways from the start to each place. */
function sumsForward({ rows, additions, stepsFrom }: Lattice): Float64Array[] {
  const sums = emptySums(rows)
  sums[0]![0] = 0
  rows.forEach(({ low, high }, i) => {
    const row = sums[i]!
    const add = (at: number, j: number, sum: number) => {
      const { low: first, high: last } = rows[at]!
      if (j >= first && j <= last) sums[at]![j - first] = logSum(sums[at]![j - first]!, sum)
    }
    for (let j = low; j < high; j++) {
      const here = row[j - low]!
      if (here > -Infinity) additions(j, (_, dj, worth) => add(i, j + dj, here + worth))
    }
    const range = weightyRange(row, low)
    if (i === rows.length - 1 || !range) return
    const steps = stepsFrom(i, range.first, range.last)
    for (let j = range.first; j <= range.last; j++) {
      const here = row[j - low]!
      if (here > range.negligible) steps(j, (di, dj, worth) => add(i + di, j + dj, here + worth))
    }
  })
  return sums
}

/** Log of the sum over all ways from each place to the end; places that no way of weight reaches are left out. */
function sumsBackward(
  { rows, additions, stepsFrom }: Lattice,
  forward: readonly Float64Array[],
): Float64Array[] {
  const sums = emptySums(rows)
  sums.at(-1)![sums.at(-1)!.length - 1] = 0
  for (let i = rows.length - 1; i >= 0; i--) {
    const { low, high } = rows[i]!
    const row = forward[i]!
    const range = weightyRange(row, low)
    const steps = i < rows.length - 1 && range ? stepsFrom(i, range.first, range.last) : null
    for (let j = high; j >= low; j--) {
      let sum = sums[i]![j - low]!
      const visit = (di: number, dj: number, worth: number) => {
        const { low: first, high: last } = rows[i + di]!
        if (j + dj >= first && j + dj <= last) sum = logSum(sum, worth + sums[i + di]![j + dj - first]!)
      }
      if (j < high) additions(j, visit)
      if (range && row[j - low]! > range.negligible) steps?.(j, visit)
      sums[i]![j - low] = sum
    }
  }
  return sums
}

const emptySums = (rows: Lattice['rows']): Float64Array[] =>
  rows.map(({ low, high }) => new Float64Array(high - low + 1).fill(-Infinity))

/** The places of a row that ways of some weight reach, and what to leave out between them. */
function weightyRange(row: Float64Array, low: number) {
  const negligible = row.reduce((most, one) => Math.max(most, one), -Infinity) - NEGLIGIBLE
  const first = row.findIndex((sum) => sum > negligible)
  return first < 0
    ? null
    : { negligible, first: low + first, last: low + row.findLastIndex((sum) => sum > negligible) }
}

function logSum(a: number, b: number): number {
  const [more, less] = a > b ? [a, b] : [b, a]
  return less === -Infinity || less < more - NEGLIGIBLE ? more : more + Math.log1p(Math.exp(less - more))
}
