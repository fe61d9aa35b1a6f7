import type { Anchors } from './anchors.ts'
import type { BandRow } from './band.ts'
import type { Visit } from './lattice.ts'
import type { LexicalEvidence } from './lexical-evidence.ts'
import { endsLine } from './pieces.ts'
import type { Piece } from './pieces.ts'
import { countMarks, expectedRatio, expectLength, lengthScore } from './scores.ts'
import type { GapScores } from './scores.ts'
import { sharedEvidence } from './shared-evidence.ts'
import { WEIGHTS } from './weights.ts'

/** Source pieces `[i, i + di)`, and what is known of a match with them before its target is looked at, in nats. */
export interface SourceGroup {
  readonly i: number
  readonly di: number
  readonly base: number
}

/** Most target pieces in one match. */
const MOST_TARGET = 64

/**
 * Scores matches of a group of source pieces with the target pieces from each of several places, which rise, to the places in reach.
 * Most of the time of aligning is spent here, on every two places near the diagonal. So what adds up over the pieces of a stretch is the
 * difference of two running sums; only evidence, of which no more counts than the group holds, is followed piece by piece.
 */
export function matchScorer(
  source: readonly Piece[],
  target: readonly Piece[],
  anchors: Anchors,
  lexical: LexicalEvidence | null,
  gaps: GapScores,
): (group: SourceGroup, places: readonly number[], reach: BandRow, visit: Visit) => void {
  const ratio = expectedRatio(source, target)
  const sourceLengths = runningSums(source, ({ length }) => length)
  const sourceMarks = runningSums(source, countMarks)
  const lengths = runningSums(target, ({ length }) => length)
  const marks = runningSums(target, countMarks)
  const evidence = sharedEvidence(anchors)
  /** Of the target pieces before each place, what they are worth inside a match, and up to each piece if the match ends with it. */
  const inside = new Float64Array(target.length + 1)
  const ending = new Float64Array(target.length)
  const scores = new Float64Array(MOST_TARGET)

  return ({ i, di, base }, places, reach, visit) => {
    const [first, last] = [places[0], places.at(-1)]
    if (first === undefined || last === undefined) return
    const expected = ratio * (sourceLengths[i + di]! - sourceLengths[i]!)
    const longest = 2 * expected + 40
    const shortest = 0.3 * expected - 10
    const expectedLength = expectLength(expected)
    const ownMarks = sourceMarks[i + di]! - sourceMarks[i]!
    const group = source.slice(i, i + di)
    const acrossLines = group.slice(0, -1).some(endsLine)
    const furthest = endOfLongest(Math.min(last, reach.high - 1), 0, reach, longest)
    addUp(i, di, first, furthest, endsLine(group.at(-1)!) ? gaps.lineEnd : gaps.sentenceEnd)
    const { starts, ids, wanted, weights } = evidence.of(i, di, first, furthest)

    let stop = first
    for (const j of places) {
      if (j >= reach.high) break
      stop = endOfLongest(j, stop, reach, longest)
      evidence.restart()
      let score = base - inside[j]!
      let count = 0
      let shortestMatch = 0
      for (let end = j; end < stop; end++) {
        for (let at = starts[end]!; at < starts[end + 1]!; at++)
          if (wanted[ids[at]!]!-- > 0) score += weights[ids[at]!]!
        const length = lengths[end + 1]! - lengths[j]!
        if (length >= shortest && end + 1 >= reach.low) {
          if (count === 0) shortestMatch = end - j + 1
          const marksApart = Math.min(4, Math.abs(marks[end + 1]! - marks[j]! - ownMarks))
          scores[count++] =
            score + ending[end]! - WEIGHTS.mark * marksApart + lengthScore(expectedLength, length)
        }
        if (acrossLines && endsLine(target[end]!)) break
      }
      if (count > 0) visit(j, di, shortestMatch, scores, count)
    }
  }

  /** Where the longest stretch of target pieces from a place ends, which is not before `known`. */
  function endOfLongest(j: number, known: number, { high }: BandRow, longest: number): number {
    let end = Math.max(j + 1, known)
    const last = Math.min(high, j + MOST_TARGET)
    while (end < last && lengths[end + 1]! - lengths[j]! <= longest) end++
    return end
  }

  function addUp(i: number, di: number, low: number, high: number, ends: Float64Array): void {
    const meaning = lexical?.(i, di, low, high)
    let sum = 0
    for (let j = low; j < high; j++) {
      inside[j] = sum
      if (meaning) sum += WEIGHTS.lexicon * meaning.values[j - meaning.low]!
      ending[j] = sum + ends[j]!
      sum += gaps.inside[j]!
    }
  }
}

/** Sums over the pieces before each place. */
function runningSums(pieces: readonly Piece[], value: (piece: Piece) => number): Int32Array {
  const sums = new Int32Array(pieces.length + 1)
  pieces.forEach((piece, k) => (sums[k + 1] = sums[k]! + value(piece)))
  return sums
}
