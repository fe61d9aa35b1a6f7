import type { Anchors } from './anchors.ts'
import { bandFor } from './band.ts'
import type { BandRow } from './band.ts'
import type { LexicalEvidence } from './lexical-evidence.ts'
import { matchScorer } from './match-scorer.ts'
import { endsLine } from './pieces.ts'
import type { Piece } from './pieces.ts'
import { sourceGaps, targetGaps } from './scores.ts'
import type { GapScores } from './scores.ts'
import { WEIGHTS } from './weights.ts'

/** Source pieces `[i, i + di)` matched with target pieces `[j, j + dj)`. */
export interface Step {
  readonly i: number
  readonly di: number
  readonly j: number
  readonly dj: number
}

/** Most source pieces and sentences in one bead; most target pieces in one addition. */
const MOST_SOURCE = 8
const MOST_SENTENCES = 3
const MOST_ADDED = 10

/**
 * Told of a fan: the steps from place `j` of a row that take `di` source pieces and `dj`, `dj + 1`, … target pieces, `count` in all, with
 * their scores in nats. The array of scores is used again for the next fan.
 */
export type Visit = (j: number, di: number, dj: number, scores: Float64Array, count: number) => void

/**
 * All ways through both texts, as steps between places (number of source pieces done, number of target pieces done). A step keeps to one
 * source line, but for one that takes the last sentence of a line and the first of the next, where their translations are glued together.
 */
export interface Lattice {
  readonly rows: readonly BandRow[]
  /** Visits the steps that stay in row `i`, from place `j`: stretches that were added. */
  readonly additions: (i: number, j: number, visit: Visit) => void
  /** Visits the steps from places of row `i`, which rise, to later rows. */
  readonly stepsFrom: (i: number, places: readonly number[], visit: Visit) => void
}

export function createLattice(
  source: readonly Piece[],
  target: readonly Piece[],
  anchors: Anchors,
  lexical: LexicalEvidence | null,
): Lattice {
  const gaps = targetGaps(source, target)
  const ownGaps = sourceGaps(source)
  const added = additionScores(target, gaps)
  const visitMatches = matchScorer(source, target, anchors, lexical, gaps)
  const omission = new Float64Array(1)

  const rows = bandFor(source, target, anchors)
  return {
    rows,

    additions(i, j, visit) {
      const count = Math.min(added[j]?.length ?? 0, rows[i]!.high - j)
      if (count > 0) visit(j, 0, 1, added[j]!, count)
    },

    stepsFrom(i, places, visit) {
      let sentences = 1
      let base = 0
      let lost = 0
      for (let di = 1; di <= MOST_SOURCE && i + di <= source.length; di++) {
        const end = ownGaps.end[i + di - 1]!
        const reach = rows[i + di]!
        visitMatches({ i, di, base: base + end }, places, reach, visit)
        if (sentences === 1) {
          lost += anchors.lost[i + di - 1]!
          omission[0] = base + end - WEIGHTS.omission + WEIGHTS.lostNumber * Math.min(2, lost)
          for (const j of places) if (j >= reach.low && j <= reach.high) visit(j, di, 0, omission, 1)
        }
        base += ownGaps.inside[i + di - 1]!
        if (source[i + di - 1]!.gap === 'mark') sentences++
        if (base === -Infinity || sentences > MOST_SENTENCES) break
      }
      if (endsLine(source[i]!) && i + 1 < source.length) {
        const across = { i, di: 2, base: ownGaps.end[i + 1]! - WEIGHTS.acrossLines }
        visitMatches(across, places, rows[i + 2]!, visit)
      }
    },
  }
}

/** For each target piece, the scores of taking it, and the next ones of its line, for added. */
const additionScores = (target: readonly Piece[], gaps: GapScores): Float64Array[] =>
  target.map((_, j) => {
    const scores: number[] = []
    let score = -WEIGHTS.addition
    for (let end = j; end < target.length && scores.length < MOST_ADDED; end++) {
      scores.push(score + gaps.sentenceEnd[end]!)
      if (endsLine(target[end]!)) break
      score += gaps.inside[end]!
    }
    return Float64Array.from(scores)
  })
