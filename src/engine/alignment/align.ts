import type { Language } from '../languages/language.ts'
import type { Span } from '../text/span.ts'
import { findAnchors } from './anchors.ts'
import type { Alignment, Bead, KnownPair } from './bead.ts'
import { bestPath } from './best-path.ts'
import { cutIntoPieces } from './pieces.ts'
import type { Piece } from './pieces.ts'
import { sharedNames } from './shared-names.ts'

/**
 * Finds which stretch of the target translates which source sentence. Spans are UTF-16 ranges of the texts as given.
 *
 * One dynamic program over source sentences × target pieces (Gale & Church 1993, with lexical anchors as in Chen 1993 and Moore 2002);
 * a target language without sentence ends is cut only where a space or a line break stands. Line breaks of the source are never
 * crossed. Time and memory are linear in the texts beyond a few hundred sentences, where the search keeps to a band around anchors.
 */
export function align(
  source: string,
  target: string,
  sourceLanguage: Language,
  targetLanguage: Language,
  knownPairs: readonly KnownPair[] = [],
): Alignment {
  const from = cutIntoPieces(source, sourceLanguage)
  const to = cutIntoPieces(target, targetLanguage)
  const normalized = knownPairs.map((pair) => ({
    source: sourceLanguage.normalize(pair.source).text,
    target: targetLanguage.normalize(pair.target).text,
  }))
  const pairs = [...normalized, ...sharedNames(sourceLanguage.tag, targetLanguage.tag)]
  const anchors = findAnchors(from, to, sourceLanguage, targetLanguage, pairs)
  return bestPath(from, to, anchors).map(({ i, di, j, dj }): Bead => ({
    source: cover(from, i, di),
    target: cover(to, j, dj),
  }))
}

const cover = (pieces: readonly Piece[], first: number, count: number): Span | null => {
  const [from, to] = [pieces[first], pieces[first + count - 1]]
  return count > 0 && from && to ? { start: from.start, end: to.end } : null
}
