import type { Language } from '../languages/language.ts'
import { foldCase } from '../text/fold-case.ts'
import type { NormalizedText } from '../text/normalize.ts'
import { contains, type Span } from '../text/span.ts'
import type { TermMatch } from './find-terms.ts'
import type { Glossary } from './glossary.ts'
import type { IndexedTerm } from './term-index.ts'
import { liesInPhrase, standsNear } from './usage.ts'

/** A place of the source that names one of some concepts. */
export interface Occurrence {
  /** In the source as given. */
  readonly span: Span
  /** Any of them may be meant. */
  readonly concepts: readonly string[]
  /** False where the letters may belong to a longer name: nothing is missing when nothing answers for it. */
  readonly certain: boolean
}

/** One side's text and every match in it, overlaps included, sorted by start. */
export interface MatchedText {
  readonly normalized: NormalizedText
  readonly language: Language
  readonly matches: readonly TermMatch[]
}

/**
 * The occurrences that count, sorted by start: not inside a phrase that the entry excludes, not what the language reads as another word,
 * and a homonym only with the meaning that its context words speak for. Where they decide nothing, every meaning is left; a meaning that
 * is alone in the glossary still needs one of its context words. What lies inside a longer one is gone; two that only cross are both there.
 */
export function findOccurrences(source: MatchedText, glossary: Glossary): readonly Occurrence[] {
  const { normalized, language } = source
  const folded = foldCase(normalized.text)
  const counting = source.matches.flatMap(({ span, terms }): Occurrence[] => {
    const place = toNormalized(normalized, span)
    const named = terms.filter((term) => {
      const exclusions = glossary.usage(term.conceptId)?.exclusions ?? []
      return exclusions.length === 0 || !liesInPhrase(folded, place, exclusions, language)
    })
    const reading = readingOf(named, normalized.text, place, language)
    if (named.length === 0 || reading === 'no') return []
    const concepts = conceptsMeant(named, (words) => standsNear(folded, place, words, language), glossary)
    return concepts.length > 0 ? [{ span, concepts, certain: reading === 'yes' }] : []
  })
  return withoutNested(counting)
}

/** The matches that are no part of another word of their language. */
export const readMatches = ({ normalized, language, matches }: MatchedText): readonly TermMatch[] =>
  matches.filter(
    ({ span, terms }) => readingOf(terms, normalized.text, toNormalized(normalized, span), language) !== 'no',
  )

/** Only a name has neighbours that make another one of it; a term in small letters is a word wherever it stands. */
function readingOf(terms: readonly IndexedTerm[], text: string, place: Span, language: Language) {
  const isWord = terms.some((term) => /\p{Ll}/u.test(term.text) && !/\p{Lu}/u.test(term.text))
  return isWord || !language.readsAsTerm ? 'yes' : language.readsAsTerm(text, place)
}

function conceptsMeant(
  terms: readonly IndexedTerm[],
  standNear: (words: readonly string[]) => boolean,
  glossary: Glossary,
): readonly string[] {
  const concepts = [...new Set(terms.map(({ conceptId }) => conceptId))]
  const contextOf = (concept: string) => glossary.usage(concept)?.contextWords ?? []
  const spokenFor = concepts.filter((concept) => standNear(contextOf(concept)))
  if (spokenFor.length > 0) return spokenFor
  const without = concepts.filter((concept) => contextOf(concept).length === 0)
  return without.length > 0 || concepts.length === 1 ? without : concepts
}

function withoutNested(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const kept: Occurrence[] = []
  for (const each of occurrences) {
    while (kept.length > 0 && contains(each.span, kept.at(-1)!.span)) kept.pop()
    if (kept.length === 0 || !contains(kept.at(-1)!.span, each.span)) kept.push(each)
  }
  return kept
}

/** The place in the normalised text that a span of the text as given was made into. */
export function toNormalized(text: NormalizedText, { start, end }: Span): Span {
  const from = firstWhere(text, (offset) => text.toOriginal(offset) >= start)
  return {
    start: from,
    end: Math.max(
      from,
      firstWhere(text, (offset) => text.toOriginal(offset) >= end),
    ),
  }
}

/** By bisection, since offsets are monotone. */
function firstWhere(text: NormalizedText, holds: (offset: number) => boolean): number {
  let [low, high] = [0, text.text.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
