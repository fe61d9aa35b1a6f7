import type { SummedRow } from './best-path.ts'
import type { Lattice, Step, Visit } from './lattice.ts'
import { odds } from './odds.ts'

/**
 * How probable each step of a path is among all ways through the lattice, if scores are log likelihoods: the forward–backward algorithm
 * (Baum 1972). Backwards, it shares out the certainty that the texts end among the steps that lead there, by what the sums of `bestPath`
 * say that each brings, so that nothing grows beyond 1 however long the texts are.
 */
export function stepProbabilities(
  lattice: Lattice,
  path: readonly Step[],
  summed: readonly SummedRow[],
): number[] {
  const probable = placeProbabilities(lattice, summed)
  return path.map((step) => {
    const [i, j] = [step.i + step.di, step.j + step.dj]
    return probable[i]![j - summed[i]!.low]! * shareOf(step, lattice, summed)
  })
}

/** For each place, how probable it is that the way leads through it. */
function placeProbabilities({ additions, stepsFrom }: Lattice, summed: readonly SummedRow[]): Float64Array[] {
  const probable = summed.map(({ sum }) => new Float64Array(sum.length))
  probable.at(-1)![probable.at(-1)!.length - 1] = 1
  for (let i = summed.length - 1; i >= 0; i--) {
    const { low, sum, places } = summed[i]!
    const visit: Visit = (j, di, dj, scores, count) => {
      const to = summed[i + di]!
      const there = probable[i + di]!
      let here = 0
      for (let k = 0, at = j + dj - to.low; k < count; k++, at++)
        here += odds(sum[j - low]! + scores[k]! - to.sum[at]!) * there[at]!
      probable[i]![j - low]! += here
    }
    if (i < summed.length - 1) stepsFrom(i, places, visit)
    for (const j of places.toReversed()) additions(i, j, visit)
  }
  return probable
}

/** How much of all ways to the end of a step take it. */
function shareOf({ i, di, j, dj }: Step, lattice: Lattice, summed: readonly SummedRow[]): number {
  const [from, to] = [summed[i]!, summed[i + di]!]
  let share = 0
  const visit: Visit = (_, taken, first, scores, count) => {
    const k = dj - first
    if (taken === di && k >= 0 && k < count)
      share = odds(from.sum[j - from.low]! + scores[k]! - to.sum[j + dj - to.low]!)
  }
  if (di === 0) lattice.additions(i, j, visit)
  else lattice.stepsFrom(i, [j], visit)
  return share
}
