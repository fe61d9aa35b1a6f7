import type { Anchors } from './anchors.ts'
import { bandFor } from './band.ts'
import type { Piece } from './pieces.ts'
import { countMarks, expectedRatio, gapScores, lengthScorer } from './scores.ts'
import { WEIGHTS } from './weights.ts'

/** Source pieces `[i, i + di)` matched with target pieces `[j, j + dj)`. */
export interface Step {
  readonly i: number
  readonly di: number
  readonly j: number
  readonly dj: number
}

/** Most source sentences in one bead; most target pieces in one bead, and in one addition. */
const MOST_SOURCE = 3
const MOST_TARGET = 64
const MOST_ADDED = 10

/** A place this far (nats) behind the best one for the same source is given up: more than a dozen sentences left out would cost. */
const HOPELESS = 80

/** The best-scored way through both texts, in order and without gaps: a Viterbi search within a band. */
export function bestPath(source: readonly Piece[], target: readonly Piece[], anchors: Anchors): Step[] {
  const rows = bandFor(source, target, anchors).map(({ low, high }) => ({
    low,
    high,
    score: new Float64Array(high - low + 1).fill(-Infinity),
    step: new Uint32Array(high - low + 1),
  }))
  const offer = (i: number, j: number, di: number, dj: number, score: number) => {
    const row = rows[i]!
    if (j < row.low || j > row.high || score <= row.score[j - row.low]!) return
    row.score[j - row.low] = score
    row.step[j - row.low] = di * 256 + dj
  }
  const matcher = createMatcher(source, target, anchors)
  rows[0]!.score[0] = 0
  rows.forEach(({ low, high, score }, i) => {
    for (let j = low; j < high; j++)
      matcher.additions(j, (dj, worth) => offer(i, j + dj, 0, dj, score[j - low]! + worth))
    if (i === source.length) return
    const hopeless = score.reduce((best, one) => Math.max(best, one), -Infinity) - HOPELESS
    for (let di = 1; di <= MOST_SOURCE && i + di <= source.length; di++) {
      if (di > 1 && source[i + di - 2]!.gap !== 'space') break
      const match = matcher.matches(i, di, low, high)
      for (let j = low; j <= high; j++) {
        const here = score[j - low]!
        if (here > hopeless) match(j, (dj, worth) => offer(i + di, j + dj, di, dj, here + worth))
      }
    }
    for (let j = low; j <= high; j++) offer(i + 1, j, 1, 0, score[j - low]! - WEIGHTS.omission)
  })
  const steps: Step[] = []
  for (let i = source.length, j = target.length; i > 0 || j > 0;) {
    const { low, step } = rows[i]!
    const [di, dj] = [step[j - low]! >> 8, step[j - low]! & 255]
    i -= di
    j -= dj
    steps.push({ i, di, j, dj })
  }
  return steps.reverse()
}

type Found = (dj: number, score: number) => void

/** Scores of single steps, in nats; what depends on one side only is worked out once. */
function createMatcher(source: readonly Piece[], target: readonly Piece[], anchors: Anchors) {
  const gaps = gapScores(source, target)
  const ratio = expectedRatio(source, target)
  const sourceMarks = Float64Array.from(source, countMarks)
  const targetMarks = Float64Array.from(target, countMarks)
  const wanted = new Int32Array(anchors.weights.length)

  function additions(j: number, found: Found): void {
    let score = -WEIGHTS.addition
    for (let end = j; end < target.length && end - j < MOST_ADDED; end++) {
      found(end - j + 1, score + gaps.sentenceEnd[end]!)
      if (target[end]!.gap !== 'space') break
      score += gaps.inside[end]!
    }
  }

  function matches(i: number, di: number, low: number, high: number): (j: number, found: Found) => void {
    const pieces = source.slice(i, i + di)
    const expected = ratio * pieces.reduce((sum, piece) => sum + piece.length, 0)
    const marks = sourceMarks.subarray(i, i + di).reduce((sum, count) => sum + count, 0)
    const ends = pieces.at(-1)?.gap === 'space' ? gaps.sentenceEnd : gaps.lineEnd
    const ids = anchors.source.slice(i, i + di).flat()
    const hits = hitsBetween(ids, low, Math.min(target.length, high + MOST_TARGET))
    const longest = 2.5 * expected + 60
    const lengthScore = lengthScorer(expected)
    const base = -(di - 1) * WEIGHTS.merge

    return (j, found) => {
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
        const punctuation = -WEIGHTS.mark * Math.min(4, Math.abs(marksApart))
        found(end - j + 1, score + punctuation + lengthScore(length) + ends[end]!)
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

  return { additions, matches }
}
