import { expectTerms, type TermAccounting } from './glossary/expected-terms.ts'
import { findAllTerms, longestMatches, type TermMatch } from './glossary/find-terms.ts'
import type { Glossary } from './glossary/glossary.ts'
import type { MatchedText } from './glossary/occurrences.ts'
import type { TermIndex } from './glossary/term-index.ts'
import type { Language } from './languages/language.ts'
import { articleNames, type ArticleNames } from './names/article-names.ts'
import { segmentNames, type SegmentNames } from './segment-names.ts'
import type { NormalizedText } from './text/normalize.ts'
import { findQuantitiesInContext, type Quantity } from './text/numbers.ts'
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
export interface AnalyzedSegment extends SegmentNames {
  readonly source: AnalyzedText
  readonly target: AnalyzedText
  readonly state: TranslationState
  /** What the glossary expects of the target, and what became of it. */
  readonly terms: TermAccounting
}

export interface SegmentInput {
  readonly source: string
  readonly target: string
  readonly sourceLanguage: Language
  readonly targetLanguage: Language
  /** Compiled for these two languages. */
  readonly glossary: Glossary
  /** The names of the article that the segment is of; without it, the segment is the whole article. */
  readonly article?: ArticleNames
}

/** Analyses one segment. Deterministic, never throws, linear in the length of both texts. */
export function analyzeSegment({
  source,
  target,
  sourceLanguage,
  targetLanguage,
  glossary,
  article = articleNames({ sources: [source], sourceLanguage, targetLanguage }),
}: SegmentInput): AnalyzedSegment {
  const from = analyzeText(source, sourceLanguage, glossary.source)
  const to = analyzeText(target, targetLanguage, glossary.target)
  const terms = expectTerms(matched(from), matched(to), glossary)
  const names = segmentNames({
    given: source,
    source: from.normalized,
    target: to.normalized,
    sourceLanguage,
    targetLanguage,
    glossary,
    terms,
    article,
  })
  return { source: from, target: to, state: translationState(from, to), terms, ...names }
}

const matched = ({ normalized, language, allTerms }: AnalyzedSide): MatchedText => ({
  normalized,
  language,
  matches: allTerms,
})

type AnalyzedSide = AnalyzedText & { readonly allTerms: readonly TermMatch[] }

function analyzeText(text: string, language: Language, index: TermIndex): AnalyzedSide {
  const normalized = language.normalize(text)
  const allTerms = findAllTerms(index, normalized)
  const quantities = findQuantitiesInContext(normalized.text, language.quantities).map((quantity) => ({
    ...quantity,
    span: normalized.toOriginal(quantity.span),
  }))
  return { text, normalized, language, quantities, terms: longestMatches(allTerms), allTerms }
}
