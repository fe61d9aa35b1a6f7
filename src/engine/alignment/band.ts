import type { Anchors } from './anchors.ts'
import type { Piece } from './pieces.ts'

/** Target pieces `low` to `high` (both included) that may stand where a number of source pieces ends. */
export interface BandRow {
  readonly low: number
  readonly high: number
}

/** Up to this many cells everything is searched; a long article has a tenth of them. */
const SEARCH_ALL = 150_000
/**
 * Otherwise this many target pieces to either side of the expected place: the more, the finer one side is cut than the other. The widest
 * serves Thai prose, the narrowest texts that are nothing but short sentences.
 */
const [NARROWEST, WIDEST] = [40, 80]
const PER_RATIO = 20

/**
 * Where to search: everywhere in an article; in a book, near the line through evidence that is rare on both sides and in one order
 * (the longest increasing chain, as patience diff finds it). Neighbouring rows always overlap, so a way through exists.
 */
export function bandFor(source: readonly Piece[], target: readonly Piece[], anchors: Anchors): BandRow[] {
  const [n, m] = [source.length, target.length]
  if ((n + 1) * (m + 1) <= SEARCH_ALL || n === 0)
    return Array.from({ length: n + 1 }, () => ({ low: 0, high: m }))
  const expected = expectedPlaces(source, target, anchors)
  const aside = Math.round(Math.min(WIDEST, Math.max(NARROWEST, PER_RATIO * Math.max(m / n, n / m))))
  const rows = expected.map((place) => ({
    low: Math.max(0, Math.round(place) - aside),
    high: Math.min(m, Math.round(place) + aside),
  }))
  rows[0] = { low: 0, high: rows[0]!.high }
  rows[n] = { low: rows[n]!.low, high: m }
  for (let i = 1; i <= n; i++) {
    const before = rows[i - 1]!
    if (before.high < rows[i]!.low) rows[i - 1] = { low: before.low, high: rows[i]!.low }
  }
  return rows
}

/** For each number of source pieces, how many target pieces answer to them; never decreasing. */
function expectedPlaces(source: readonly Piece[], target: readonly Piece[], anchors: Anchors): number[] {
  const points = [[0, 0] as const, ...anchorChain(anchors), [source.length, target.length] as const]
  const sourceEnds = runningLengths(source)
  const targetEnds = runningLengths(target)
  const places: number[] = []
  let j = 0
  for (let k = 1; k < points.length; k++) {
    const [[i0, j0], [i1, j1]] = [points[k - 1]!, points[k]!]
    const [s0, s1, t0, t1] = [sourceEnds[i0]!, sourceEnds[i1]!, targetEnds[j0]!, targetEnds[j1]!]
    for (let i = places.length; i <= i1; i++) {
      const place = t0 + ((sourceEnds[i]! - s0) / Math.max(1, s1 - s0)) * (t1 - t0)
      while (j < target.length && targetEnds[j]! < place) j++
      places.push(j)
    }
  }
  return places
}

const runningLengths = (pieces: readonly Piece[]): number[] => {
  const sums = [0]
  for (const piece of pieces) sums.push(sums.at(-1)! + piece.length)
  return sums
}

/** Pairs of pieces that share evidence found once on each side, in the longest chain that rises on both. */
function anchorChain(anchors: Anchors): (readonly [number, number])[] {
  const places = (side: readonly (readonly number[])[]) => {
    const once = new Map<number, number>()
    side.forEach((ids, piece) => {
      for (const id of ids) once.set(id, once.has(id) ? -1 : piece)
    })
    return once
  }
  const target = places(anchors.target)
  const pairs = [...places(anchors.source)]
    .map(([id, i]) => [i, target.get(id) ?? -1] as const)
    .filter(([i, j]) => i >= 0 && j >= 0)
    .sort((a, b) => a[0] - b[0] || b[1] - a[1])
  return longestRising(pairs)
}

function longestRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tails: number[] = []
  const previous: number[] = []
  pairs.forEach(([, j], p) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tails[middle]!]![1] < j) low = middle + 1
      else high = middle
    }
    previous[p] = low > 0 ? tails[low - 1]! : -1
    tails[low] = p
  })
  const chain: (readonly [number, number])[] = []
  for (let p = tails.at(-1) ?? -1; p >= 0; p = previous[p]!) chain.push(pairs[p]!)
  return chain.reverse()
}
