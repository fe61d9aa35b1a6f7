import { expectTerms, type ExpectedTerm, type TermAccounting } from './glossary/expected-terms.ts'
import { findAllTerms, longestMatches, type TermMatch } from './glossary/find-terms.ts'
import type { Glossary } from './glossary/glossary.ts'
import type { TermIndex } from './glossary/term-index.ts'
import type { Language } from './languages/language.ts'
import { findLatinNames, type LatinName } from './names/find-latin-names.ts'
import { findNames, type NameMatch } from './names/find-names.ts'
import type { NormalizedText } from './text/normalize.ts'
import { findQuantities, type Quantity } from './text/numbers.ts'
import { contains } from './text/span.ts'
import { translationState, type TranslationState } from './translation-state.ts'

/** One side of a segment. Every span lies in `text`. */
export interface AnalyzedText {
  /** As given. */
  readonly text: string
  readonly normalized: NormalizedText
  readonly language: Language
  readonly quantities: readonly Quantity[]
  /** In order, without overlaps, the longest at each place. */
  readonly terms: readonly TermMatch[]
}

/** Everything the checks look at, computed once. */
export interface AnalyzedSegment {
  readonly source: AnalyzedText
  readonly target: AnalyzedText
  readonly state: TranslationState
  /** What the glossary expects of the target, and what became of it. */
  readonly terms: TermAccounting
  /** Proper names of the source's own language, in the source. */
  readonly names: readonly NameMatch[]
  /** Those that the target leaves in Latin letters. */
  readonly latinNames: readonly LatinName[]
  /** The glossary term that a name is or lies in. */
  readonly termOfName: ReadonlyMap<NameMatch, ExpectedTerm>
}

export interface SegmentInput {
  readonly source: string
  readonly target: string
  readonly sourceLanguage: Language
  readonly targetLanguage: Language
  /** Compiled for these two languages. */
  readonly glossary: Glossary
}

/** Analyses one segment. Deterministic, never throws, linear in the length of both texts. */
export function analyzeSegment({
  source,
  target,
  sourceLanguage,
  targetLanguage,
  glossary,
}: SegmentInput): AnalyzedSegment {
  const from = analyzeText(source, sourceLanguage, glossary.source)
  const to = analyzeText(target, targetLanguage, glossary.target)
  const names = findNames(from.normalized, sourceLanguage)
  const terms = expectTerms(from.terms, to.allTerms, glossary)
  return {
    source: from,
    target: to,
    state: translationState(from, to),
    terms,
    names,
    latinNames: targetLanguage.script === 'Latin' ? [] : findLatinNames(names, to.normalized),
    termOfName: termsOfNames(names, terms.expected),
  }
}

/** Both lists are in order and without overlaps. */
function termsOfNames(
  names: readonly NameMatch[],
  expected: readonly ExpectedTerm[],
): ReadonlyMap<NameMatch, ExpectedTerm> {
  const found = new Map<NameMatch, ExpectedTerm>()
  let at = 0
  for (const name of names) {
    while (at < expected.length && expected[at]!.sourceSpan.end < name.span.end) at++
    const term = expected[at]
    if (term && contains(term.sourceSpan, name.span)) found.set(name, term)
  }
  return found
}

function analyzeText(
  text: string,
  language: Language,
  index: TermIndex,
): AnalyzedText & { allTerms: readonly TermMatch[] } {
  const normalized = language.normalize(text)
  const allTerms = findAllTerms(index, normalized)
  const quantities = findQuantities(normalized.text, language.quantities).map((quantity) => ({
    ...quantity,
    span: normalized.toOriginal(quantity.span),
  }))
  return { text, normalized, language, quantities, terms: longestMatches(allTerms), allTerms }
}
