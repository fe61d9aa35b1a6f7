/**
 * How much each kind of evidence counts, in nats. Set on the development part of NTREX-128 and a small hand-marked set;
 * the optimum is flat, so a change of a fifth in any of them moves the result by less than a point.
 */
export const WEIGHTS = {
  number: 1,
  latin: 1,
  pair: 1,
  sound: 0.4,
  rarest: 3,
  quote: 1,
  /** Lengths are compared by the logarithm of their ratio; short pieces vary more. */
  lengthVariance: 0.08,
  lengthVarianceShort: 1.5,
  /** What a space says about the end of a sentence. */
  breakScale: 1,
  /** Line breaks: inside a bead, after a sentence that does not end its line, and missing where the source has one. */
  lineInside: 5,
  blankInside: 8,
  lineExtra: 1.5,
  lineMissing: 4,
  merge: 4,
  omission: 6,
  addition: 6,
}

export type Weights = { -readonly [K in keyof typeof WEIGHTS]: number }
