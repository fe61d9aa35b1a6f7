import type { BandRow } from './band.ts'
import type { Lattice, Step, Visit } from './lattice.ts'
import { odds } from './odds.ts'

/** A place this far (nats) behind the best one for the same source is given up: half a dozen sentences left out would cost as much. */
const HOPELESS = 40

/** The places of a row that were reached. */
export interface SummedRow extends BandRow {
  /** Of each place, the log of the sum over all ways there if scores are log likelihoods; -Infinity where none leads. */
  readonly sum: Float64Array
  /** Those that were not given up, rising; any way on leads from one of them. */
  readonly places: readonly number[]
}

interface TracedRow extends BandRow {
  /** Of the best way to each place, in nats, and its last step, as `di * 256 + dj`. */
  readonly score: Float64Array
  readonly step: Uint32Array
}

/**
 * The best-scored way through both texts, in order and without gaps (Viterbi 1967), and what it was compared with: every step is scored
 * once for the best way and for the sum of all.
 */
export function bestPath({ rows, additions, stepsFrom }: Lattice): { path: Step[]; summed: SummedRow[] } {
  const reached = rows.map(({ low, high }) => ({
    low,
    high,
    score: new Float64Array(high - low + 1).fill(-Infinity),
    step: new Uint32Array(high - low + 1),
    // While ways arrive, a sum is kept as the log of the likeliest one and how many times as likely all are.
    sum: new Float64Array(high - low + 1).fill(-Infinity),
    times: new Float64Array(high - low + 1),
    places: [] as number[],
  }))
  const [start] = reached
  start!.score[0] = start!.sum[0] = 0
  start!.times[0] = 1
  reached.forEach((from, i) => {
    const offer: Visit = (j, di, dj, scores, count) => {
      const { low, score, step, sum, times } = reached[i + di]!
      const [here, sumHere] = [from.score[j - from.low]!, from.sum[j - from.low]!]
      for (let k = 0, at = j + dj - low; k < count; k++, at++) {
        if (here + scores[k]! > score[at]!) {
          score[at] = here + scores[k]!
          step[at] = di * 256 + dj + k
        }
        const ahead = sumHere + scores[k]! - sum[at]!
        if (ahead > 0) {
          sum[at] = sumHere + scores[k]!
          times[at] = 1 + times[at]! * odds(-ahead)
        } else times[at]! += odds(ahead)
      }
    }
    const next = rows[i + 1]
    const limit = next ? limitOf(from, next) : -Infinity
    for (let j = from.low; j <= from.high; j++) {
      if (from.score[j - from.low]! <= limit) continue
      from.places.push(j)
      from.sum[j - from.low]! += Math.log(from.times[j - from.low]!)
      additions(i, j, offer)
    }
    if (next) stepsFrom(i, from.places, offer)
  })
  return { path: trace(reached), summed: reached }
}

/**
 * Up to which score places are given up. None are where the band runs away from all that would be kept, beside a passage that no single
 * match can hold: additions then lead to the end of the row, and from there an omission into the next one, so that a way always exists.
 */
function limitOf({ low, score }: TracedRow, next: BandRow): number {
  const hopeless = score.reduce((most, one) => Math.max(most, one), -Infinity) - HOPELESS
  return low + score.findLastIndex((one) => one > hopeless) < next.low ? -Infinity : hopeless
}

function trace(best: readonly TracedRow[]): Step[] {
  const path: Step[] = []
  for (let i = best.length - 1, j = best.at(-1)!.high; i > 0 || j > 0;) {
    const { low, step } = best[i]!
    const [di, dj] = [step[j - low]! >> 8, step[j - low]! & 255]
    i -= di
    j -= dj
    path.push({ i, di, j, dj })
  }
  return path.reverse()
}
