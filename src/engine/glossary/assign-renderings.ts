import { overlaps, type Span } from '../text/span.ts'
import type { Rendering } from './expected-terms.ts'
import { longestMatches, type TermMatch } from './find-terms.ts'
import { readMatches, type MatchedText, type Occurrence } from './occurrences.ts'
import type { IndexedTerm } from './term-index.ts'

/** The places of a target that render concepts of its source, in order and without overlaps. */
export interface Renderings {
  /** Preferred and admitted terms. */
  readonly good: readonly TermMatch[]
  /** Deprecated and superseded ones, none of them inside a longer term or a good one. */
  readonly bad: readonly TermMatch[]
}

export function renderingsOf(named: readonly Occurrence[], target: MatchedText): Renderings {
  const concepts = new Set(named.flatMap((occurrence) => occurrence.concepts))
  const matches = readMatches(target)
  const only = (from: readonly TermMatch[], keep: (term: IndexedTerm) => boolean) =>
    from.flatMap(({ span, terms }) => {
      const kept = terms.filter((term) => concepts.has(term.conceptId) && keep(term))
      return kept.length > 0 ? [{ span, terms: kept }] : []
    })
  const good = longestMatches(only(matches, isGood))
  return {
    good,
    bad: without(
      good,
      only(longestMatches(matches), (term) => !isGood(term)),
    ),
  }
}

const isGood = ({ status }: IndexedTerm): boolean => status === 'preferred' || status === 'admitted'

/**
 * Which rendering answers for which occurrence: each for one, in order, good ones first. Occurrences that can mean one concept only
 * choose before homonyms do, and those that may be part of another name come last.
 */
export function assignRenderings(
  occurrences: readonly Occurrence[],
  { good, bad }: Renderings,
): ReadonlyMap<Occurrence, Rendering> {
  const answers = new Map<Occurrence, Rendering>()
  const choosing = occurrences.toSorted(
    (a, b) => Number(b.certain) - Number(a.certain) || a.concepts.length - b.concepts.length,
  )
  for (const matches of [good, bad]) {
    const take = takeInOrder(matches)
    for (const occurrence of choosing) {
      const rendering = answers.has(occurrence) ? null : take(occurrence.concepts)
      if (rendering) answers.set(occurrence, rendering)
    }
  }
  return answers
}

/** Both lists are in order and without overlaps. */
function without(covering: readonly TermMatch[], matches: readonly TermMatch[]): readonly TermMatch[] {
  let at = 0
  return matches.filter(({ span }) => {
    while (at < covering.length && covering[at]!.span.end <= span.start) at++
    const cover = covering[at]
    return !cover || !overlaps(cover.span, span)
  })
}

/** Hands out the matches of a concept in order, each once, even when several concepts share it. */
function takeInOrder(matches: readonly TermMatch[]): (concepts: readonly string[]) => Rendering | null {
  const queues = new Map<string, { span: Span; term: IndexedTerm }[]>()
  for (const { span, terms } of matches) {
    for (const term of terms) {
      const queue = queues.get(term.conceptId) ?? []
      queues.set(term.conceptId, queue)
      if (queue.at(-1)?.span !== span) queue.push({ span, term })
    }
  }
  const next = new Map<string, number>()
  const taken = new Set<Span>()
  return (concepts) => {
    for (const concept of concepts) {
      const queue = queues.get(concept) ?? []
      let at = next.get(concept) ?? 0
      while (at < queue.length && taken.has(queue[at]!.span)) at++
      next.set(concept, at + 1)
      const rendering = queue[at]
      if (!rendering) continue
      taken.add(rendering.span)
      return rendering
    }
    return null
  }
}
