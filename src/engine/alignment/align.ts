import type { Language } from '../languages/language.ts'
import type { Span } from '../text/span.ts'
import type { AlignmentModel } from './alignment-model.ts'
import { findAnchors } from './anchors.ts'
import type { Alignment, Bead, KnownPair } from './bead.ts'
import { bestPath } from './best-path.ts'
import { confidences } from './confidence.ts'
import { defaultModel } from './default-model.ts'
import { divideAtLines } from './divide-at-lines.ts'
import { createLattice } from './lattice.ts'
import { lexicalEvidence, readyLexicon } from './lexical-evidence.ts'
import type { ReadyLexicon } from './lexical-evidence.ts'
import { unpackLexicon } from './lexicon.ts'
import { cutIntoPieces } from './pieces.ts'
import type { Piece } from './pieces.ts'
import { sharedNames } from './shared-names.ts'

export interface AlignOptions {
  /** Pairs known to correspond, such as a glossary's. */
  readonly knownPairs?: readonly KnownPair[]
  /** What was learnt about the pair of languages; the shipped model where there is one unless told, null for none. */
  readonly model?: AlignmentModel | null
  /** False where the headlines are known to stand on lines of their own, so that none is sought in the first sentence. */
  readonly mayHideHeadline?: boolean
}

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
  from: Language,
  to: Language,
  { knownPairs = [], model = defaultModel(from.tag, to.tag), mayHideHeadline = true }: AlignOptions = {},
): Alignment {
  const sourcePieces = cutIntoPieces(source, from, { weights: model?.breaks.from, mayHideHeadline })
  const targetPieces = cutIntoPieces(target, to, { weights: model?.breaks.to, mayHideHeadline })
  const normalized = knownPairs.map((pair) => ({
    source: from.normalize(pair.source).text,
    target: to.normalize(pair.target).text,
  }))
  const pairs = [...normalized, ...sharedNames(from.tag, to.tag)]
  const anchors = findAnchors(sourcePieces, targetPieces, from, to, pairs)
  const lexical = model && lexicalEvidence(sourcePieces, targetPieces, from, to, lexiconOf(model))
  const lattice = createLattice(sourcePieces, targetPieces, anchors, lexical)
  const { path: best, summed } = bestPath(lattice)
  const path = divideAtLines(best, sourcePieces, targetPieces)
  const sure = confidences(lattice, path, summed)
  return path.map(({ i, di, j, dj }, at): Bead => ({
    source: cover(sourcePieces, i, di),
    target: cover(targetPieces, j, dj),
    confidence: sure[at]!,
  }))
}

/** Made ready once for each model. */
function lexiconOf(model: AlignmentModel): ReadyLexicon {
  const ready = lexicons.get(model) ?? readyLexicon(unpackLexicon(model.lexicon))
  lexicons.set(model, ready)
  return ready
}

const lexicons = new WeakMap<AlignmentModel, ReadyLexicon>()

const cover = (pieces: readonly Piece[], first: number, count: number): Span | null => {
  const [from, to] = [pieces[first], pieces[first + count - 1]]
  return count > 0 && from && to ? { start: from.start, end: to.end } : null
}
