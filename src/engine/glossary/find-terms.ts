import type { Language } from '../languages/language.ts'
import type { NormalizedText } from '../text/normalize.ts'
import type { Span } from '../text/span.ts'
import {
  conceptIdOf,
  isCaseSensitive,
  type PackedTerms,
  showsCapitals,
  statusOf,
  termTextOf,
} from './packed-terms.ts'
import type { IndexedTerm, TermIndex } from './term-index.ts'
import { hitList, scanTokens } from './token-table.ts'

/** An occurrence of a term; several terms when several concepts are called the same. */
export interface TermMatch {
  /** UTF-16, half-open, in the text as given. */
  readonly span: Span
  readonly terms: readonly IndexedTerm[]
}

/** The terms of a text, in order and without overlaps: at each place the longest, and none inside another. */
export const findTerms = (index: TermIndex, text: NormalizedText): readonly TermMatch[] =>
  longestMatches(findAllTerms(index, text))

/** Every occurrence of every term, by start and then by length, overlaps and all. Of one place, terms stand by their concepts' ids. */
export function findAllTerms(index: TermIndex, text: NormalizedText): readonly TermMatch[] {
  const { language, terms, edits } = index
  const found = occurrences(terms, language, text.text, edits?.hidden ?? null)
  const all = edits ? merged(found, occurrences(edits.terms, language, text.text, null)) : found
  return all.map(({ start, end, terms }) => ({
    span: text.toOriginal({ start, end }),
    terms: terms.length > 1 ? terms.toSorted(byConcept) : terms,
  }))
}

interface Occurrence extends Span {
  terms: readonly IndexedTerm[]
}

const hits = hitList()

function occurrences(
  terms: PackedTerms,
  language: Language,
  text: string,
  hidden: ReadonlySet<string> | null,
): Occurrence[] {
  const found: Occurrence[] = []
  scanTokens(terms.table, text, language.isBoundary, hits)
  const { triples, count } = hits
  for (let at = 0; at < 3 * count; at += 3) {
    const [key, start, end] = [triples[at]!, triples[at + 1]!, triples[at + 2]!]
    const caseSensitive = isCaseSensitive(terms, key)
    const isSpelledSo =
      showsCapitals(terms, key, text, start) ||
      (!caseSensitive && language.isNameInSmallLetters?.(text, { start, end }) === true)
    if (!isSpelledSo) continue
    const conceptId = conceptIdOf(terms, key)
    if (hidden?.has(conceptId)) continue
    const term: IndexedTerm = {
      conceptId,
      language: language.tag,
      text: termTextOf(terms, key),
      status: statusOf(terms, key),
      caseSensitive,
    }
    const last = found.at(-1)
    if (last?.start === start && last.end === end) last.terms = [...last.terms, term]
    else found.push({ start, end, terms: [term] })
  }
  return found
}

function merged(a: readonly Occurrence[], b: readonly Occurrence[]): readonly Occurrence[] {
  if (b.length === 0) return a
  const all: Occurrence[] = []
  for (const one of [...a, ...b].sort((x, y) => x.start - y.start || x.end - y.end)) {
    const last = all.at(-1)
    if (last?.start === one.start && last.end === one.end) last.terms = [...last.terms, ...one.terms]
    else all.push(one)
  }
  return all
}

/** Numbers count up. */
const byConcept = (a: IndexedTerm, b: IndexedTerm): number =>
  a.conceptId.length - b.conceptId.length ||
  (a.conceptId < b.conceptId ? -1 : a.conceptId > b.conceptId ? 1 : 0)

/** Of matches sorted by start: the longest at the first place, then the longest after it, and so on. */
export function longestMatches(matches: readonly TermMatch[]): readonly TermMatch[] {
  const kept: TermMatch[] = []
  for (const match of matches) {
    const last = kept.at(-1)
    if (!last || match.span.start >= last.span.end) kept.push(match)
    else if (match.span.start === last.span.start && match.span.end > last.span.end)
      kept[kept.length - 1] = match
  }
  return kept
}
