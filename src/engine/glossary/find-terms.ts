import { foldCase } from '../text/fold-case.ts'
import type { NormalizedText } from '../text/normalize.ts'
import type { Span } from '../text/span.ts'
import type { IndexedTerm, TermIndex } from './term-index.ts'

/** An occurrence of a term; several terms when several concepts are called the same. */
export interface TermMatch {
  /** UTF-16, half-open, in the text as given. */
  readonly span: Span
  readonly terms: readonly IndexedTerm[]
}

/** The terms of a text, in order and without overlaps: at each place the longest, and none inside another. */
export const findTerms = (index: TermIndex, text: NormalizedText): readonly TermMatch[] =>
  longestMatches(findAllTerms(index, text))

/** Every occurrence of every term, by start and then by length, overlaps and all. */
export function findAllTerms(index: TermIndex, text: NormalizedText): readonly TermMatch[] {
  if (index.terms.length === 0) return []
  const { language, tree } = index
  const folded = foldCase(text.text)
  const found: TermMatch[] = []
  for (let start = 0; start < folded.length; start++) {
    const keys = tree.keysAt(folded, start)
    if (keys.length === 0 || !language.isBoundary(text.text, start)) continue
    for (const { key, end } of keys) {
      if (!language.isBoundary(text.text, end)) continue
      const written = text.text.slice(start, end)
      const terms = index.terms[key]!.filter((term) => showsCapitals(written, term))
      if (terms.length > 0) found.push({ span: text.toOriginal({ start, end }), terms })
    }
  }
  return found
}

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

/** See `TermIndex` for the rule. */
function showsCapitals(written: string, { text, caseSensitive }: IndexedTerm): boolean {
  const capitals = [...text].flatMap((letter, at) => (isCapital(letter) ? [at] : []))
  const isHeadword = capitals.length === 1 && capitals[0] === 0 && text.includes(' ')
  if (capitals.length === 0 || (isHeadword && !caseSensitive)) return true
  const letters = [...written.replace(/\s+/g, ' ')]
  const isShown = (at: number) => isCapital(letters[at] ?? '')
  return caseSensitive ? capitals.every(isShown) : capitals.some(isShown)
}

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase()
