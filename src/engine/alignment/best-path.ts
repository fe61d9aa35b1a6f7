import type { Lattice, Step } from './lattice.ts'

/** A place this far (nats) behind the best one for the same source is given up: half a dozen sentences left out would cost as much. */
const HOPELESS = 40

/** The best-scored way through both texts, in order and without gaps (Viterbi 1967). */
export function bestPath({ rows, additions, stepsFrom }: Lattice): Step[] {
  const best = rows.map(({ low, high }) => ({
    low,
    high,
    score: new Float64Array(high - low + 1).fill(-Infinity),
    step: new Uint32Array(high - low + 1),
  }))
  const offer = (i: number, j: number, di: number, dj: number, score: number) => {
    const row = best[i]!
    if (j < row.low || j > row.high || score <= row.score[j - row.low]!) return
    row.score[j - row.low] = score
    row.step[j - row.low] = di * 256 + dj
  }
  best[0]!.score[0] = 0
  best.forEach(({ low, high, score }, i) => {
    for (let j = low; j < high; j++) {
      const here = score[j - low]!
      if (here > -Infinity) additions(j, (di, dj, worth) => offer(i, j + dj, di, dj, here + worth))
    }
    if (i === rows.length - 1) return
    const hopeless = score.reduce((most, one) => Math.max(most, one), -Infinity) - HOPELESS
    const first = low + score.findIndex((one) => one > hopeless)
    const last = low + score.findLastIndex((one) => one > hopeless)
    const steps = stepsFrom(i, first, last)
    for (let j = first; j <= last; j++) {
      const here = score[j - low]!
      if (here > hopeless) steps(j, (di, dj, worth) => offer(i + di, j + dj, di, dj, here + worth))
    }
  })
  const path: Step[] = []
  for (let i = rows.length - 1, j = rows.at(-1)!.high; i > 0 || j > 0;) {
    const { low, step } = best[i]!
    const [di, dj] = [step[j - low]! >> 8, step[j - low]! & 255]
    i -= di
    j -= dj
    path.push({ i, di, j, dj })
  }
  return path.reverse()
}
