import { unpackWeights } from '../unmarked-breaks.ts'
import type { BreakWeights, UnmarkedBreaks } from '../unmarked-breaks.ts'
import data from './sentence-breaks.json' with { type: 'json' }

/**
 * Vietnamese leaves the stop away after headlines; where their line break is lost, a capital letter begins the next sentence, as it begins
 * names. What tells them apart is the word with the capital (names are seldom common words) and what stands before it.
 */
export const vietnameseBreaks: UnmarkedBreaks = {
  runs: (sentence) => {
    const gaps = [...sentence.matchAll(/\s+(?=["'“‘(]?\p{Lu})/gu)]
    const ends = [...gaps.map(({ index }) => index), sentence.length]
    const starts = [0, ...gaps.map(({ 0: gap, index }) => index + gap.length)]
    return starts.map((start, i) => ({ start, end: ends[i]! })).filter(({ start, end }) => start < end)
  },
  cues: (before, after) => {
    const last = lastWords(before)
    const first = firstWords(after)
    return [
      `b${size(before)}`,
      `a${size(after)}`,
      /^\P{L}*\p{Lu}/u.test(last[0] ?? '') ? 'capital before' : 'small before',
      /[\p{L}\p{N}]$/u.test(before) ? 'letter before' : `sign ${before.slice(-1)}`,
      /^[\p{L}]/u.test(after) ? 'letter after' : `sign after ${after.slice(0, 1)}`,
      `<${last[0] ?? ''}`,
      `>${first[0] ?? ''}`,
      ...(first.length > 1 ? [`>${first.join(' ')}`] : ['one word after']),
    ]
  },
  weights: () => (shipped ??= unpackWeights(data.weights)),
}

let shipped: BreakWeights | undefined

const size = (run: string): number => Math.min(7, Math.floor(Math.log2(run.length + 1)))

/** Only the nearest words count, so only so many letters are looked at. */
const NEAR = 24
const firstWords = (run: string): string[] =>
  run
    .slice(0, NEAR)
    .match(/[\p{L}\p{M}\p{N}]+/gu)
    ?.slice(0, 2) ?? []
const lastWords = (run: string): string[] =>
  run
    .slice(-NEAR)
    .match(/[\p{L}\p{M}\p{N}]+/gu)
    ?.slice(-1) ?? []
