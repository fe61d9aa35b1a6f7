/**
 * How much each kind of evidence counts, in nats. Set on the development part of NTREX-128 and a small hand-marked set of machine
 * translations; the optimum is flat, so a change of a fifth in any of them moves the result by less than a point.
 */
export const WEIGHTS = {
  /** One shared piece of evidence, times its rarity, which is the logarithm of how few pieces hold it. */
  number: 1,
  latin: 2.4,
  pair: 1.5,
  sound: 0.5,
  rarest: 4,
  /** One quotation mark or bracket without its counterpart. */
  mark: 1,
  /** Lengths are compared by the logarithm of their ratio; short pieces vary more. */
  lengthVariance: 0.03,
  lengthVarianceShort: 2,
  /** How far the log odds of a break at a space are believed: they know neither the sentence nor its length. */
  breakScale: 0.55,
  /** How far the lexicon is believed: its words are taken to be independent, and are not. */
  lexicon: 0.4,
  /** Line breaks inside a bead. */
  lineInside: 5,
  blankInside: 8,
  /** A line break after a source sentence that does not end its line, and none after one that does. */
  lineExtra: 2,
  lineMissing: 3,
  /** Two source lines whose translations are glued together, so that no space is left to cut at. */
  acrossLines: 8,
  /** Each source sentence in a bead past the first; a sentence left out; a stretch added. */
  merge: 5,
  omission: 7,
  addition: 2.6,
  /** What speaks for leaving a sentence out: one of its numbers that the target has nowhere (two at most). */
  lostNumber: 1,
} as const
