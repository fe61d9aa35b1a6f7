import type { Span } from '../text/span.ts'
import { assignRenderings, renderingsOf } from './assign-renderings.ts'
import type { Glossary } from './glossary.ts'
import { findOccurrences, type MatchedText, type Occurrence } from './occurrences.ts'
import { clustersOf } from './crossing-terms.ts'
import { longerNamesLeft } from './longer-name.ts'
import { shortFormsIn } from './short-forms.ts'
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

/** A place of the target that renders a concept. */
export interface Rendering {
  /** In the target as given. */
  readonly span: Span
  /** The concept's term that stands there; null where the language's own short form of one does. */
  readonly term: IndexedTerm | null
}

export interface TermAccounting {
  readonly expected: readonly ExpectedTerm[]
  /** Every deprecated or superseded rendering of a concept that the source names, also beyond the expected number. */
  readonly deprecated: readonly DeprecatedRendering[]
}

interface DeprecatedRendering extends Rendering {
  readonly term: IndexedTerm
  /** The occurrence that it answers for, or else the first of its concept. */
  readonly origin: ExpectedTerm
  /** What the concept may be called instead, best first. */
  readonly accepted: readonly string[]
}

/**
 * Sets renderings against the source's occurrences one for one: n occurrences consume n renderings, good ones before deprecated ones, in
 * order; what is still missing may stand in a short form that the language uses for the name. Where two source terms cross (`tiếng Trung`
 * and `Trung Quốc`), the reading that the target supports best is taken. A deprecated form inside a longer term is none.
 */
export function expectTerms(source: MatchedText, target: MatchedText, glossary: Glossary): TermAccounting {
  const named = findOccurrences(source, glossary).filter(({ concepts }) =>
    concepts.some((concept) => glossary.targetTerms(concept).length > 0),
  )
  if (named.length === 0) return { expected: [], deprecated: [] }
  const renderings = renderingsOf(named, target)
  const answer = (occurrences: readonly Occurrence[]) => assignRenderings(occurrences, renderings)
  const chosen = bestReading(named, answer)
  const answers = answer(chosen)
  const shortForm =
    answers.size < chosen.length
      ? shortFormsIn(
          target,
          Array.from(answers.values(), ({ span }) => span),
        )
      : null

  const isLeftInLongerName = longerNamesLeft(source, target)
  const expected = chosen.flatMap((occurrence): ExpectedTerm[] => {
    const { span: sourceSpan, concepts, certain } = occurrence
    const accepted = [...new Set(concepts.flatMap((concept) => glossary.targetTerms(concept)))]
    const span = answers.has(occurrence) ? null : shortForm?.(accepted)
    const rendering = answers.get(occurrence) ?? (span ? { span, term: null } : undefined)
    if (rendering) return [{ sourceSpan, concepts, accepted, rendering }]
    const isMissing = certain && !isLeftInLongerName(sourceSpan)
    return isMissing ? [{ sourceSpan, concepts, accepted }] : []
  })

  const answered = new Map(expected.map((one) => [one.rendering?.span, one]))
  const first = new Map(expected.toReversed().flatMap((one) => one.concepts.map((concept) => [concept, one])))
  return {
    expected,
    // Several concepts may forbid one form: the one that it answers for says what to write instead.
    deprecated: renderings.bad.flatMap(({ span, terms }) => {
      const asked = answered.get(span)
      const term = terms.find(({ conceptId }) => asked?.concepts.includes(conceptId)) ?? terms[0]!
      const origin = asked ?? first.get(term.conceptId)
      return origin ? [{ span, term, origin, accepted: glossary.targetTerms(term.conceptId) }] : []
    }),
  }
}

/** Readings of crossing terms are weighed one cluster at a time, and only as many as a real text has. */
const MOST_WEIGHED = 8

function bestReading(
  named: readonly Occurrence[],
  answer: (occurrences: readonly Occurrence[]) => ReadonlyMap<Occurrence, Rendering>,
): readonly Occurrence[] {
  const clusters = clustersOf(named)
  const choice = clusters.map(([first]) => first!)
  const missing = () => {
    const chosen = choice.flat()
    return chosen.length - answer(chosen).size
  }
  const open = clusters.flatMap((readings, at) => (readings.length > 1 ? [at] : []))
  for (const at of open.slice(0, MOST_WEIGHED)) {
    const [usual, other] = clusters[at]!
    const before = missing()
    choice[at] = other!
    if (missing() >= before) choice[at] = usual!
  }
  return choice.flat()
}
