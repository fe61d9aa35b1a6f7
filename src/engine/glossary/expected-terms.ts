import { overlaps, type Span } from '../text/span.ts'
import { longestMatches, type TermMatch } from './find-terms.ts'
import type { Glossary } from './glossary.ts'
import type { IndexedTerm } from './term-index.ts'

/** One occurrence of a concept in the source, and what became of it in the target. */
export interface ExpectedTerm {
  /** In the source as given. */
  readonly sourceSpan: Span
  /** The concepts that are called so; any of them will do. */
  readonly concepts: readonly string[]
  /** The target terms that would do, best first. */
  readonly accepted: readonly string[]
  /** The rendering that answers for this occurrence; none when it is missing. */
  readonly rendering?: Rendering
}

/** An occurrence of one of the concept's target terms. */
interface Rendering {
  /** In the target as given. */
  readonly span: Span
  readonly term: IndexedTerm
}

export interface TermAccounting {
  readonly expected: readonly ExpectedTerm[]
  /** Every deprecated or superseded rendering of a concept that the source names, also beyond the expected number. */
  readonly deprecated: readonly DeprecatedRendering[]
}

interface DeprecatedRendering extends Rendering {
  /** The occurrence that it answers for, or else the first of its concept. */
  readonly origin: ExpectedTerm
  /** What the concept may be called instead, best first. */
  readonly accepted: readonly string[]
}

/**
 * Sets renderings against the source's occurrences one for one: n occurrences consume n renderings, good ones before deprecated
 * ones, in order. `target` holds every match, overlaps included; a deprecated form inside a longer term is not one.
 */
export function expectTerms(
  source: readonly TermMatch[],
  target: readonly TermMatch[],
  glossary: Glossary,
): TermAccounting {
  const wanted = source.flatMap(({ span, terms }) => {
    const concepts = [...new Set(terms.map(({ conceptId }) => conceptId))]
    const accepted = [...new Set(concepts.flatMap((concept) => glossary.targetTerms(concept)))]
    return accepted.length > 0 ? [{ sourceSpan: span, concepts, accepted }] : []
  })
  const named = new Set(wanted.flatMap(({ concepts }) => concepts))
  const wantedTerms = (keep: (term: IndexedTerm) => boolean) => (matches: readonly TermMatch[]) =>
    matches.flatMap(({ span, terms }) => {
      const kept = terms.filter((term) => named.has(term.conceptId) && keep(term))
      return kept.length > 0 ? [{ span, terms: kept }] : []
    })
  const good = longestMatches(wantedTerms(isGood)(target))
  const bad = without(good, wantedTerms((term) => !isGood(term))(longestMatches(target)))

  const renderings = new Map<number, Rendering>()
  for (const matches of [good, bad]) {
    const take = takeInOrder(matches)
    wanted.forEach(({ concepts }, at) => {
      const rendering = renderings.has(at) ? null : take(concepts)
      if (rendering) renderings.set(at, rendering)
    })
  }

  const expected = wanted.map((one, at): ExpectedTerm => {
    const rendering = renderings.get(at)
    return rendering ? { ...one, rendering } : one
  })
  const answered = new Map(expected.map((one) => [one.rendering?.span, one]))
  const first = new Map(expected.toReversed().flatMap((one) => one.concepts.map((concept) => [concept, one])))
  return {
    expected,
    deprecated: bad.map(({ span, terms: [term] }) => ({
      span,
      term: term!,
      origin: answered.get(span) ?? first.get(term!.conceptId)!,
      accepted: glossary.targetTerms(term!.conceptId),
    })),
  }
}

const isGood = ({ status }: IndexedTerm): boolean => status === 'preferred' || status === 'admitted'

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
  const queues = new Map<string, Rendering[]>()
  for (const { span, terms } of matches) {
    for (const term of terms) {
      const queue = queues.get(term.conceptId) ?? []
      queues.set(term.conceptId, queue)
      queue.push({ span, term })
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
