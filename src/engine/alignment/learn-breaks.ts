import type { BreakWeights, UnmarkedBreaks } from '../languages/unmarked-breaks.ts'
import type { Language } from '../languages/language.ts'

/** One gap between two runs: what was seen, whether a sentence ended there, and how often it counts. */
export interface GapExample {
  readonly cues: readonly string[]
  readonly ends: boolean
  readonly weight: number
}

/** The gaps of texts that follow each other, each one sentence or more that belong together. */
export function gapsOf(texts: readonly string[], language: Language, weight: number): GapExample[] {
  const breaks = language.unmarkedBreaks
  if (!breaks) return []
  const marked = language.sentences('') !== null
  const runs = texts.map((text) =>
    (language.sentences(text) ?? [{ start: 0, end: text.length }]).map((sentence) =>
      runsOf(text.slice(sentence.start, sentence.end), breaks, language),
    ),
  )
  return runs.flatMap((sentences, i) => {
    const inside = sentences.flatMap((sentence) =>
      sentence
        .slice(1)
        .map((after, k) => ({ cues: breaks.cues(sentence[k] ?? '', after), ends: false, weight })),
    )
    const last = sentences.at(-1)?.at(-1)
    const next = runs[i + 1]?.[0]?.[0]
    if (last === undefined || next === undefined) return inside
    const before = marked ? last.replace(/[.!?…]+(["'”’)]*)$/u, '$1') : last
    if (before === '' || breaks.runs(`${before} ${next}`).length < 2) return inside
    return [...inside, { cues: breaks.cues(before, next), ends: true, weight }]
  })
}

const runsOf = (sentence: string, breaks: UnmarkedBreaks, language: Language): string[] =>
  breaks.runs(sentence).map(({ start, end }) => language.normalize(sentence.slice(start, end)).text)

const PASSES = 15
const STEP = 0.1
/** Pull towards the prior weight each time a cue is seen. */
const PULL = 0.01
/** A cue seen less often is not learnt unless it is known. */
const RAREST = 3
/** Weights nearer to nothing are left out. */
const LEAST = 0.04

/**
 * Learns a logistic regression from gaps by stochastic gradients (AdaGrad, Duchi et al. 2011), in an order that is the same every time,
 * pulled towards the weights that were known before. Time is linear in examples × cues.
 */
export function learnBreaks(prior: BreakWeights, examples: readonly GapExample[], share = 1): BreakWeights {
  if (examples.length === 0) return prior
  const names = chooseCues(prior, examples)
  const ids = new Map(names.map((name, id) => [name, id]))
  const rows = examples.map(({ cues }) => Int32Array.from(['', ...cues].flatMap((cue) => ids.get(cue) ?? [])))
  const known = Float64Array.from(names, (name) => (prior[name] ?? 0) - (name === '' ? Math.log(share) : 0))
  const weights = known.slice()
  const steps = new Float64Array(names.length).fill(0.01)
  for (const at of shuffled(examples.length, PASSES)) {
    const [row, { ends, weight }] = [rows[at]!, examples[at]!]
    let odds = 0
    for (const id of row) odds += weights[id]!
    const error = (1 / (1 + Math.exp(-odds)) - (ends ? 1 : 0)) * weight
    for (const id of row) {
      const slope = error + PULL * (weights[id]! - known[id]!)
      steps[id]! += slope * slope
      weights[id]! -= (STEP * slope) / Math.sqrt(steps[id]!)
    }
  }
  return Object.fromEntries(
    names
      .map((name, id) => [name, weights[id]! + (name === '' ? Math.log(share) : 0)] as const)
      .map(([name, weight]) => [name, Math.round(weight * 100) / 100] as const)
      .filter(([name, weight]) => name === '' || Math.abs(weight) >= LEAST),
  )
}

function chooseCues(prior: BreakWeights, examples: readonly GapExample[]): string[] {
  const times = new Map<string, number>()
  for (const { cues } of examples) for (const cue of cues) times.set(cue, (times.get(cue) ?? 0) + 1)
  const chosen = new Set(['', ...Object.keys(prior)])
  for (const [cue, count] of times) if (count >= RAREST) chosen.add(cue)
  return [...chosen]
}

/** Numbers below `length` in a new order for each pass; the order depends on nothing else (Fisher & Yates, a linear generator). */
function* shuffled(length: number, passes: number): Generator<number> {
  const order = Array.from({ length }, (_, i) => i)
  let state = 1
  for (let pass = 0; pass < passes; pass++) {
    for (let i = length - 1; i > 0; i--) {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
      const j = (state >>> 8) % (i + 1)
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    yield* order
  }
}
