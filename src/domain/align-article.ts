import { align } from '../engine/alignment/align.ts'
import type { AlignOptions } from '../engine/alignment/align.ts'
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
  /** The aligner's, from 0 to 1; null where there was nothing to align. */
  readonly confidence: number | null
}

export interface AlignedArticle {
  readonly units: readonly { readonly kind: UnitKind; readonly sourceText: string }[]
  readonly pieces: readonly AlignedPiece[]
}

/** What separates blocks once they are one text. */
const blockBreak = '\n\n'

export const joinBlocks = (blocks: readonly ArticleBlock[]): string =>
  blocks.map(({ text }) => text).join(blockBreak)

/**
 * Units from the source's blocks that say anything, and pieces from the alignment of both sides. In every unit the pieces' source texts with
 * what follows them join to the unit's text; the pieces' target texts with what follows them join to the target's blocks. Title and
 * lead are aligned by themselves where both sides have them. With no source, every target block is a unit and a piece of its own.
 */
export function alignArticle(
  source: readonly ArticleBlock[],
  target: readonly ArticleBlock[],
  sourceLanguage: Language,
  targetLanguage: Language,
  options: AlignOptions = {},
): AlignedArticle {
  const spoken = source.filter(({ text }) => text.trim() !== '')
  if (spoken.length === 0) return withoutSource(target)
  const beads = sections(spoken, target).flatMap(({ from, to, sourceStart, targetStart }) =>
    align(joinBlocks(from), joinBlocks(to), sourceLanguage, targetLanguage, {
      ...options,
      mayHideHeadline: spoken[0]?.kind !== 'title',
    }).map((bead) => ({
      source: bead.source && shifted(bead.source, sourceStart),
      target: bead.target && shifted(bead.target, targetStart),
      confidence: bead.confidence,
    })),
  )
  const sources = shareOut(
    joinBlocks(spoken),
    beads.map((bead) => bead.source),
    blockSpans(spoken),
  )
  const targetText = joinBlocks(target)
  const targets = shareOut(
    targetText,
    beads.map((bead) => bead.target),
    [{ start: 0, end: targetText.length }],
  )
  const isBlank = targets.every((share) => share === null)
  let unit = 0
  const pieces = beads.map(({ confidence }, index): AlignedPiece => {
    const [from, to] = [sources[index], targets[index]]
    unit = from?.room ?? unit
    return {
      unit,
      sourceText: from?.text ?? '',
      sourceAfter: from?.after ?? '',
      targetText: to?.text ?? '',
      targetAfter: to?.after ?? (isBlank && index === beads.length - 1 ? targetText : ''),
      // A whole draft that is still empty is no doubt about the alignment.
      confidence: isBlank ? null : confidence,
    }
  })
  return { units: spoken.map(({ kind, text }) => ({ kind, sourceText: text })), pieces }
}

const withoutSource = (target: readonly ArticleBlock[]): AlignedArticle => ({
  units: target.map(({ kind }) => ({ kind, sourceText: '' })),
  pieces: target.map(({ text }, unit) => ({
    unit,
    sourceText: '',
    sourceAfter: '',
    targetText: text,
    targetAfter: unit === target.length - 1 ? '' : blockBreak,
    confidence: null,
  })),
})

/** Blocks that correspond as wholes, with where they begin in the joined texts. */
interface Section {
  readonly from: readonly ArticleBlock[]
  readonly to: readonly ArticleBlock[]
  readonly sourceStart: number
  readonly targetStart: number
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
  const [sourceSpans, targetSpans] = [blockSpans(source), blockSpans(target)]
  const section = (first: number, end?: number): Section => ({
    from: source.slice(first, end),
    to: target.slice(first, end),
    sourceStart: sourceSpans[first]?.start ?? 0,
    targetStart: targetSpans[first]?.start ?? 0,
  })
  return [...Array.from({ length: shared }, (_, index) => section(index, index + 1)), section(shared)]
}

/** Where each block lies in the joined text. */
function blockSpans(blocks: readonly ArticleBlock[]): Span[] {
  let next = 0
  return blocks.map(({ text }) => {
    const start = next
    next += text.length + blockBreak.length
    return { start, end: start + text.length }
  })
}

const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })

/** What one span gets of a text, and in which room it lies. */
interface Share {
  readonly room: number
  readonly text: string
  readonly after: string
}

/**
 * Gives all of every room to the spans in it: each gets its own text and what follows it up to the next one or the room's end, the first
 * also what stands before it. Spans and rooms are in order, and no span leaves its room.
 */
function shareOut(text: string, spans: readonly (Span | null)[], rooms: readonly Span[]): (Share | null)[] {
  const shares: (Share | null)[] = []
  let room = rooms.length - 1
  let end = rooms[room]?.end ?? 0
  for (let index = spans.length - 1; index >= 0; index--) {
    const span = spans[index]
    if (!span) {
      shares[index] = null
      continue
    }
    while (room > 0 && span.start < (rooms[room]?.start ?? 0)) end = rooms[--room]?.end ?? 0
    shares[index] = { room, text: text.slice(span.start, span.end), after: text.slice(span.end, end) }
    end = span.start
  }
  const opened = new Set<number>()
  return shares.map((share, index) => {
    if (!share || opened.has(share.room)) return share
    opened.add(share.room)
    return { ...share, text: text.slice(rooms[share.room]?.start, spans[index]?.end) }
  })
}
