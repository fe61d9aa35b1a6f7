import type { Anchors } from './anchors.ts'
import { bandFor } from './band.ts'
import type { BandRow } from './band.ts'
import type { LexicalEvidence } from './lexical-evidence.ts'
import { endsLine } from './pieces.ts'
import type { Piece } from './pieces.ts'
import { countMarks, expectedRatio, lengthScorer, sourceGaps, targetGaps } from './scores.ts'
import { WEIGHTS } from './weights.ts'

/** Source pieces `[i, i + di)` matched with target pieces `[j, j + dj)`. */
export interface Step {
  readonly i: number
  readonly di: number
  readonly j: number
  readonly dj: number
}

/** Most source pieces and sentences in one bead; most target pieces in one bead, and in one addition. */
const MOST_SOURCE = 8
const MOST_SENTENCES = 3
const MOST_TARGET = 64
const MOST_ADDED = 10

/** Told of every step from one place: how far it goes on both sides, and its score in nats. */
export type Visit = (di: number, dj: number, score: number) => void

/**
 * All ways through both texts, as steps between places (number of source pieces done, number of target pieces done). A step keeps to one
 * source line, but for one that takes the last sentence of a line and the first of the next, where their translations are glued together.
 */
export interface Lattice {
  readonly rows: readonly BandRow[]
  /** Steps that stay in row `i`, from place `j`: stretches that were added. */
  readonly additions: (j: number, visit: Visit) => void
  /** Prepares places `first` to `last` of a row; the answer visits the steps from one of them to later rows. */
  readonly stepsFrom: (i: number, first: number, last: number) => (j: number, visit: Visit) => void
}

export function createLattice(
  source: readonly Piece[],
  target: readonly Piece[],
  anchors: Anchors,
  lexical: LexicalEvidence | null,
): Lattice {
  const rows = bandFor(source, target, anchors)
  const gaps = targetGaps(source, target)
  const ownGaps = sourceGaps(source)
  const ratio = expectedRatio(source, target)
  const sourceMarks = Float64Array.from(source, countMarks)
  const targetMarks = Float64Array.from(target, countMarks)
  const wanted = new Int32Array(anchors.weights.length)

  function additions(j: number, visit: Visit): void {
    let score = -WEIGHTS.addition
    for (let end = j; end < target.length && end - j < MOST_ADDED; end++) {
      visit(0, end - j + 1, score + gaps.sentenceEnd[end]!)
      if (endsLine(target[end]!)) break
      score += gaps.inside[end]!
    }
  }

  function stepsFrom(i: number, low: number, high: number): (j: number, visit: Visit) => void {
    const steps: ((j: number, visit: Visit) => void)[] = []
    let sentences = 1
    let base = 0
    for (let di = 1; di <= MOST_SOURCE && i + di <= source.length; di++) {
      const end = ownGaps.end[i + di - 1]!
      steps.push(matches(i, di, low, high, base + end))
      if (sentences === 1) {
        const lost = anchors.lost.subarray(i, i + di).reduce((sum, count) => sum + count, 0)
        const omission = base + end - WEIGHTS.omission + WEIGHTS.lostNumber * Math.min(2, lost)
        steps.push((_, visit) => visit(di, 0, omission))
      }
      base += ownGaps.inside[i + di - 1]!
      if (source[i + di - 1]!.gap === 'mark') sentences++
      if (base === -Infinity || sentences > MOST_SENTENCES) break
    }
    if (endsLine(source[i]!) && i + 1 < source.length)
      steps.push(matches(i, 2, low, high, ownGaps.end[i + 1]! - WEIGHTS.acrossLines))
    return (j, visit) => {
      for (const step of steps) step(j, visit)
    }
  }

  function matches(i: number, di: number, low: number, high: number, base: number) {
    const pieces = source.slice(i, i + di)
    const expected = ratio * pieces.reduce((sum, piece) => sum + piece.length, 0)
    const marks = sourceMarks.subarray(i, i + di).reduce((sum, count) => sum + count, 0)
    const ends = endsLine(pieces.at(-1)!) ? gaps.lineEnd : gaps.sentenceEnd
    const acrossLines = pieces.slice(0, -1).some(endsLine)
    const ids = anchors.source.slice(i, i + di).flat()
    const furthest = Math.min(target.length, high + MOST_TARGET)
    const hits = hitsBetween(ids, low, furthest)
    const meaning = lexical?.(i, di, low, furthest)
    const longest = 2 * expected + 40
    const shortest = 0.3 * expected - 10
    const lengthScore = lengthScorer(expected)

    return (j: number, visit: Visit): void => {
      for (const id of ids) wanted[id] = 0
      for (const id of ids) wanted[id]!++
      let score = base
      let length = 0
      let marksApart = -marks
      for (let end = j; end < target.length && end - j < MOST_TARGET; end++) {
        length += target[end]!.length
        if (end > j && length > longest) break
        marksApart += targetMarks[end]!
        const here = hits[end - low]!
        for (let h = 0; h < here.length; h++) if (wanted[here[h]!]!-- > 0) score += anchors.weights[here[h]!]!
        if (meaning) score += WEIGHTS.lexicon * meaning.values[end - meaning.low]!
        if (length >= shortest) {
          const punctuation = -WEIGHTS.mark * Math.min(4, Math.abs(marksApart))
          visit(di, end - j + 1, score + punctuation + lengthScore(length) + ends[end]!)
        }
        if (acrossLines && endsLine(target[end]!)) break
        score += gaps.inside[end]!
      }
    }
  }

  /** Of each target piece, the evidence that the source side holds as well. */
  function hitsBetween(ids: readonly number[], low: number, high: number): (readonly number[])[] {
    const here = new Set(ids)
    const none: readonly number[] = []
    return anchors.target
      .slice(low, high)
      .map((own) => (own.length === 0 ? none : own.filter((id) => here.has(id))))
  }

  return { rows, additions, stepsFrom }
}
