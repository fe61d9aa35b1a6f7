import type { Language } from '../languages/language.ts'
import type { NormalizedText } from '../text/normalize.ts'
import { isGraphemeBoundary } from '../text/graphemes.ts'
import type { Span } from '../text/span.ts'

/** A text as a searcher types it, who leaves out case and marks. */
export interface FoldedText {
  readonly text: string
  /** The letters of the text as given that a span of the folded text was made from, whole graphemes. */
  toOriginal(span: Span): Span
}

/**
 * Folds a text for searching: normalised, no case, no diacritics, no tone marks, every white space a space; y is i, since which of the two
 * a Vietnamese syllable is written with depends on its end, which a part of it lacks. Folded character by character, so what is found in
 * a text is found in every text that holds it.
 */
export function foldText(text: string, language: Language): FoldedText {
  const normalized = language.normalize(text)
  const fold = folderOf(language)
  let folded = ''
  for (const character of normalized.text) folded += fold(character)
  return { text: folded, toOriginal: (span) => original(text, normalized, fold, span) }
}

/** Every place of a folded pattern in a text, as spans of the text as given; none overlap. An empty pattern is nowhere. */
export function findFolded(text: string, pattern: string, language: Language): Span[] {
  if (pattern === '') return []
  const folded = foldText(text, language)
  const found: Span[] = []
  for (
    let at = folded.text.indexOf(pattern);
    at !== -1;
    at = folded.text.indexOf(pattern, at + pattern.length)
  ) {
    const span = folded.toOriginal({ start: at, end: at + pattern.length })
    const before = found.at(-1)
    if (before && span.start < before.end) found[found.length - 1] = { start: before.start, end: span.end }
    else found.push(span)
  }
  return found
}

function original(
  given: string,
  normalized: NormalizedText,
  fold: (character: string) => string,
  { start, end }: Span,
): Span {
  let [at, offset] = [0, 0]
  let [from, to] = [0, 0]
  for (const character of normalized.text) {
    const length = fold(character).length
    if (at <= start) from = offset
    // What was left out after the last letter belongs to it.
    if (at < end) to = offset + character.length
    else if (length > 0) break
    else to = offset + character.length
    at += length
    offset += character.length
  }
  const span = normalized.toOriginal({ start: from, end: to })
  return { start: toBoundary(given, span.start, -1), end: toBoundary(given, span.end, 1) }
}

function toBoundary(text: string, offset: number, step: 1 | -1): number {
  let at = offset
  while (at > 0 && at < text.length && !isGraphemeBoundary(text, at)) at += step
  return at
}

const folders = new WeakMap<Language, (character: string) => string>()

/** A language is asked about each character once. */
function folderOf(language: Language): (character: string) => string {
  let known = folders.get(language)
  if (known) return known
  const folded = new Map<string, string>()
  known = (character) => {
    let result = folded.get(character)
    if (result === undefined) {
      result = /\s/u.test(character) ? ' ' : language.searchKey(character).replaceAll('y', 'i')
      if (folded.size < mostKept) folded.set(character, result)
    }
    return result
  }
  folders.set(language, known)
  return known
}

const mostKept = 4096
