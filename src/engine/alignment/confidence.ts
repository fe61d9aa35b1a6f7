import type { SummedRow } from './best-path.ts'
import type { Lattice, Step } from './lattice.ts'
import { stepProbabilities } from './step-probabilities.ts'

/**
 * How sure each step of a path is, from 0 to 1. The scores of the lattice take evidence for independent that is not, so its probabilities
 * are too sure of themselves; Platt's scaling brings them to how often such steps are right.
 */
export const confidences = (
  lattice: Lattice,
  path: readonly Step[],
  summed: readonly SummedRow[],
): number[] => stepProbabilities(lattice, path, summed).map(calibrated)

/** Fitted to the development part of NTREX-128, each document aligned by a model that had not seen it. */
const SLOPE = 0.55
const INTERCEPT = 0.51
/** Probabilities are told apart up to this far from 0 and 1. */
const FINEST = 1e-6

function calibrated(probability: number): number {
  const p = Math.min(1 - FINEST, Math.max(FINEST, probability))
  return 1 / (1 + Math.exp(-(INTERCEPT + SLOPE * Math.log(p / (1 - p)))))
}
