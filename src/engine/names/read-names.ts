import type { WordList } from '../text/word-list.ts'
import { commonThaiWords } from './common-thai-words.ts'
import type { HeardSyllable } from './heard-syllable.ts'
import type { JoinedThai } from './joined-thai.ts'
import { nameEdges, type NameEdge } from './name-edges.ts'

/** A name that is looked for in a text. */
export interface WantedName {
  /** How it sounds, for other spellings than the known ones; null to look for these alone. */
  readonly syllables: readonly HeardSyllable[] | null
  /** Known forms, joined. */
  readonly forms: readonly string[]
  /** How far another spelling may be, 0 to 1. */
  readonly cap: number
}

export interface ReadName extends NameEdge {
  /** Does the text on both sides consist of words and spaces, so that nothing of the name is left over? */
  readonly isWhole: boolean
}

/**
 * Reads Thai text as a row of dictionary words and names, the cheapest row there is (Viterbi): so a name is not seen inside a word, nor
 * a word inside a name. `mayStand` says where no name may be. Only stretches that could hold a name are read; linear in the text for a
 * bounded number of names.
 */
export function readNames(
  thai: JoinedThai,
  wanted: readonly WantedName[],
  dictionary: WordList,
  mayStand: (start: number, end: number) => boolean,
): readonly ReadName[] {
  const edges = nameEdges(thai, wanted).filter(({ start, end }) => mayStand(start, end))
  return stretchesAround(edges, thai).flatMap((stretch) => readStretch(stretch, thai, wanted, dictionary))
}

/** Costs of the rows: measured best on real texts (a name that sounds right is a little cheaper than a word). */
const WORD = 1
const COMMON_WORD = 0.75
const UNKNOWN = 2.2
const NAME = 0.9
const PER_COST = 5.5
/** A known form is only ever given up for a longer one; one of a single syllable is too short to win against a word. */
const KNOWN = 0.5

const wordCost = (word: string): number => (commonThaiWords.has(word) ? COMMON_WORD : WORD)

/** Text between spaces, or between whatever else no word goes on over, with the names that could stand there. */
interface Stretch {
  readonly start: number
  readonly end: number
  readonly edges: readonly NameEdge[]
}

function stretchesAround(edges: readonly NameEdge[], thai: JoinedThai): readonly Stretch[] {
  const stretches: { start: number; end: number; edges: NameEdge[] }[] = []
  for (const edge of edges) {
    const last = stretches.at(-1)
    if (last && edge.start < last.end) {
      last.edges.push(edge)
      if (edge.end > last.end) last.end = wallAfter(thai, edge.end)
    } else {
      const start = Math.max(last?.end ?? 0, wallBefore(thai, edge.start))
      stretches.push({ start, end: wallAfter(thai, edge.end), edges: [edge] })
    }
  }
  return stretches
}

function wallBefore(thai: JoinedThai, from: number): number {
  let at = from
  while (at > 0 && !thai.isBroken(at) && isThai(thai.text, at - 1)) at--
  return at
}

function wallAfter(thai: JoinedThai, from: number): number {
  let at = from
  while (at < thai.text.length && !thai.isBroken(at) && isThai(thai.text, at)) at++
  return at
}

interface Step {
  readonly from: number
  readonly kind: 'word' | 'name' | 'unknown'
  readonly edge?: NameEdge
}

function readStretch(
  { start, end, edges }: Stretch,
  thai: JoinedThai,
  wanted: readonly WantedName[],
  dictionary: WordList,
): readonly ReadName[] {
  const costs = new Float64Array(end - start + 1).fill(Infinity)
  const steps: Step[] = []
  costs[0] = 0
  const relax = (from: number, to: number, cost: number, step: Step) => {
    const total = costs[from - start]! + cost
    if (total >= costs[to - start]!) return
    costs[to - start] = total
    steps[to - start] = step
  }
  let next = 0
  for (let at = start; at < end; at++) {
    const isReached = costs[at - start] !== Infinity
    if (isReached) {
      for (const to of dictionary.endsAt(thai.text, at))
        if (to <= end && thai.breaksIn(at, to) === 0)
          relax(at, to, wordCost(thai.text.slice(at, to)), { from: at, kind: 'word' })
      relax(at, clusterEnd(thai.text, at, end), UNKNOWN, { from: at, kind: 'unknown' })
    }
    for (; next < edges.length && edges[next]!.start === at; next++) {
      const edge = edges[next]!
      const isLone = wanted[edge.name]!.syllables?.length === 1
      const cost = edge.isKnownForm && !isLone ? KNOWN : NAME + PER_COST * edge.cost
      if (isReached) relax(at, edge.end, cost, { from: at, kind: 'name', edge })
    }
  }
  return namesOn(steps, start, thai)
}

function namesOn(steps: readonly Step[], start: number, thai: JoinedThai): readonly ReadName[] {
  const found: ReadName[] = []
  let after: Step | undefined
  for (let at = steps.length - 1; at > 0;) {
    const step = steps[at]
    if (!step) break
    const before = steps[step.from - start]
    if (step.edge) {
      const isLoose = (beside: Step | undefined, offset: number) =>
        beside?.kind === 'unknown' && !thai.isBroken(offset)
      const isWhole = !isLoose(before, step.edge.start) && !isLoose(after, step.edge.end)
      found.push({ ...step.edge, isWhole })
    }
    after = step
    at = step.from - start
  }
  return found.reverse()
}

function isThai(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code > 0x0e00 && code < 0x0e5c
}

/** A consonant with what leads it and what is written on and after it. */
const CLUSTER = /[เ-ไ]?[ก-ฮ][ั-ฺ็-๎]*[ะาำๅ]?/y
function clusterEnd(text: string, at: number, limit: number): number {
  CLUSTER.lastIndex = at
  return Math.min(limit, CLUSTER.test(text) ? CLUSTER.lastIndex : at + 1)
}
