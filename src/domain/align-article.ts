import { align } from '../engine/alignment/align.ts'
import type { KnownPair } from '../engine/alignment/bead.ts'
import type { Language } from '../engine/languages/language.ts'
import type { Span } from '../engine/text/span.ts'
import type { UnitKind } from './article.ts'

/** A block of a text with what it is in the article. */
export interface ArticleBlock {
  readonly kind: UnitKind
  readonly text: string
}

/** An aligned piece of an article: index of its unit, and its texts with the white space that follows them. */
export interface AlignedPiece {
  readonly unit: number
  readonly sourceText: string
  readonly sourceAfter: string
  readonly targetText: string
  readonly targetAfter: string
}

export interface AlignedArticle {
  readonly units: readonly { readonly kind: UnitKind; readonly sourceText: string }[]
  readonly pieces: readonly AlignedPiece[]
}

/** What separates blocks once they are one text. */
export const blockBreak = '\n\n'

export const joinBlocks = (blocks: readonly ArticleBlock[]): string =>
  blocks.map(({ text }) => text).join(blockBreak)

/**
 * Units from the source's blocks, and pieces from the alignment of both sides. The pieces' target texts with what follows them join
 * to the target's blocks. Title and lead are aligned by themselves where both sides have them. With no source, every target
 * block is a unit and a piece of its own.
 */
export function alignArticle(
  source: readonly ArticleBlock[],
  target: readonly ArticleBlock[],
  sourceLanguage: Language,
  targetLanguage: Language,
  knownPairs: readonly KnownPair[] = [],
): AlignedArticle {
  if (source.length === 0)
    return {
      units: target.map(({ kind }) => ({ kind, sourceText: '' })),
      pieces: target.map(({ text }, unit) => ({
        unit,
        sourceText: '',
        sourceAfter: '',
        targetText: text,
        targetAfter: unit === target.length - 1 ? '' : blockBreak,
      })),
    }
  const pieces = sections(source, target).flatMap(({ from, to, firstUnit, isLast }) => {
    const found = alignSection(from, to, firstUnit, sourceLanguage, targetLanguage, knownPairs)
    return isLast ? found : endWithBreak(found)
  })
  return { units: source.map(({ kind, text }) => ({ kind, sourceText: text })), pieces }
}

interface Section {
  readonly from: readonly ArticleBlock[]
  readonly to: readonly ArticleBlock[]
  readonly firstUnit: number
  readonly isLast: boolean
}

/** Leading blocks of the same singular kind on both sides are known to correspond; the rest is for the aligner. */
function sections(source: readonly ArticleBlock[], target: readonly ArticleBlock[]): Section[] {
  let shared = 0
  while (
    shared < 2 &&
    source[shared]?.kind === (['title', 'lead'] as const)[shared] &&
    target[shared]?.kind === source[shared]?.kind
  )
    shared++
  const heads = Array.from({ length: shared }, (_, index) => ({
    from: source.slice(index, index + 1),
    to: target.slice(index, index + 1),
    firstUnit: index,
    isLast: index === source.length - 1 && index === target.length - 1,
  }))
  if (shared === source.length && shared === target.length) return heads
  return [...heads, { from: source.slice(shared), to: target.slice(shared), firstUnit: shared, isLast: true }]
}

function alignSection(
  from: readonly ArticleBlock[],
  to: readonly ArticleBlock[],
  firstUnit: number,
  sourceLanguage: Language,
  targetLanguage: Language,
  knownPairs: readonly KnownPair[],
): AlignedPiece[] {
  const sourceText = joinBlocks(from)
  const targetText = joinBlocks(to)
  const beads = align(sourceText, targetText, sourceLanguage, targetLanguage, knownPairs)
  const nextSource = startsOfNext(
    beads.map(({ source }) => source),
    sourceText.length,
  )
  const nextTarget = startsOfNext(
    beads.map(({ target }) => target),
    targetText.length,
  )
  let unit = 0
  let unitEnd = from[0]?.text.length ?? 0
  return beads.map(({ source, target }, index): AlignedPiece => {
    while (source && source.start >= unitEnd && unit < from.length - 1)
      unitEnd += blockBreak.length + (from[++unit]?.text.length ?? 0)
    return {
      unit: firstUnit + unit,
      sourceText: source ? sourceText.slice(source.start, source.end) : '',
      sourceAfter: source
        ? sourceText.slice(source.end, Math.min(unitEnd, nextSource[index] ?? unitEnd))
        : '',
      targetText: target ? targetText.slice(target.start, target.end) : '',
      targetAfter: target ? targetText.slice(target.end, nextTarget[index]) : '',
    }
  })
}

/** For each place of a list with gaps: where the next span begins, or the end of the text. */
function startsOfNext(spans: readonly (Span | null)[], end: number): number[] {
  const starts: number[] = []
  let next = end
  for (let index = spans.length - 1; index >= 0; index--) {
    starts[index] = next
    next = spans[index]?.start ?? next
  }
  return starts
}

/** Between two sections stands the break that joining their blocks would have put there. */
function endWithBreak(pieces: readonly AlignedPiece[]): AlignedPiece[] {
  const last = pieces.findLastIndex(({ targetText }) => targetText !== '')
  return pieces.map((piece, index) =>
    index === last ? { ...piece, targetAfter: piece.targetAfter + blockBreak } : piece,
  )
}
