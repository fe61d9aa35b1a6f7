import type { Span } from '../text/span.ts'

/** What a language pack knows of sentence ends that no sign marks: all of them in Thai, those of headlines elsewhere. */
export interface UnmarkedBreaks {
  /** The stretches of a sentence or line between which a sentence may end unmarked; white space is left out, nothing else. */
  readonly runs: (sentence: string) => readonly Span[]
  /** What is to be seen at the gap between two runs, both spelled as `normalize` leaves them. A cue is named once. */
  readonly cues: (before: string, after: string) => readonly string[]
  /** Weights of the cues as the pack ships them. */
  readonly weights: () => BreakWeights
}

/**
 * A logistic regression: log odds (nats) that each cue adds when it is seen. The cue that is always there is `''`.
 */
export type BreakWeights = Readonly<Record<string, number>>

/** Log odds (nats) that a sentence ends where these cues are seen. */
export function breakOdds(cues: readonly string[], weights: BreakWeights): number {
  let odds = weights[''] ?? 0
  for (const cue of cues) odds += weights[cue] ?? 0
  return odds
}

/** Weights as one string, a cue and hundredths of a nat a line: a tenth of what an object literal takes to load. */
export const packWeights = (weights: BreakWeights): string =>
  Object.entries(weights)
    .map(([cue, weight]) => `${cue}\t${Math.round(weight * 100)}`)
    .join('\n')

export const unpackWeights = (packed: string): BreakWeights =>
  Object.fromEntries(
    packed.split('\n').map((line) => {
      const tab = line.lastIndexOf('\t')
      return [line.slice(0, tab), Number(line.slice(tab + 1)) / 100]
    }),
  )
