import { unpackWeights } from '../unmarked-breaks.ts'
import type { BreakWeights, UnmarkedBreaks } from '../unmarked-breaks.ts'
import data from './sentence-breaks.json' with { type: 'json' }

/**
 * Vietnamese leaves the stop away after headlines; where their line break is lost, a capital letter begins the next sentence, as it begins
 * names. What tells them apart is the word with the capital (names are seldom common words) and what stands before it.
 */
export const vietnameseBreaks: UnmarkedBreaks = {
  runs: (sentence) => {
    const gaps = [...sentence.matchAll(/\s+(?=["'“‘(]?\p{Lu})/gu)].filter(
      ({ 0: gap, index }) => !isInsideName(sentence, index, index + gap.length),
    )
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

/** Between two capitals a sentence ends only before a word that is known to begin sentences: `Phú Thọ` is never cut, `Phú Thọ Với` may be. */
function isInsideName(sentence: string, before: number, after: number): boolean {
  const [last = ''] = lastWords(sentence.slice(Math.max(0, before - NEAR), before))
  const [first = ''] = firstWords(sentence.slice(after, after + NEAR))
  const isJoined = /\p{L}/u.test(sentence.charAt(before - 1)) && /\p{L}/u.test(sentence.charAt(after))
  return isJoined && /^\p{Lu}/u.test(last) && !((vietnameseBreaks.weights()[`>${first}`] ?? 0) > 0)
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
