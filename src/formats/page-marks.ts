import type { Span } from '../engine/text/span.ts'
import type { Dateline } from './dateline.ts'
import type { Block, BlockKind, DropReason, ImportedPage } from './imported-page.ts'
import type { PageLine } from './page-line.ts'

/** What a line was found to be. */
export interface Mark {
  readonly kind: BlockKind
  readonly reason?: DropReason
  readonly dateline?: Dateline
  /** Where the name stands in a byline, in the line. */
  readonly name?: Span
  readonly url?: string
}

/** The lines of a page with what is known of each so far. */
export interface Sheet {
  readonly lines: readonly PageLine[]
  /** One for each line; null while nothing is known of it. */
  readonly marks: (Mark | null)[]
  readonly language: string
  /** Whether a name stands in the marks already. */
  hasByline: boolean
}

/** The page as its marks have it; every line has to have one. */
export function assemble(text: string, { lines, marks }: Sheet): ImportedPage {
  const blocks = lines.flatMap((line, index) => blocksOf(line, marks[index]!))
  const kept = (kind: BlockKind) => blocks.find((block) => block.kind === kind && block.kept)?.text ?? null
  const credit = marks.findIndex((mark) => mark?.name ?? mark?.dateline?.byline)
  const name = marks[credit]?.name ?? marks[credit]?.dateline?.byline
  return {
    text,
    title: kept('title'),
    lead: kept('lead'),
    byline: name ? lines[credit]!.text.slice(name.start, name.end) : null,
    date: marks.find((mark) => mark?.dateline)?.dateline?.date ?? null,
    sourceUrl: marks.find((mark) => mark?.url !== undefined)?.url ?? null,
    blocks,
  }
}

/** One block, except for a dateline, which is cut into name and date. */
function blocksOf({ text, start, end }: PageLine, { kind, reason, dateline }: Mark): Block[] {
  if (kind === 'furniture' && reason) return [{ text, start, end, kind, kept: false, reason }]
  if (!dateline?.byline) return [{ text, start, end, kind, kept: true }]
  const cuts = [dateline.byline, dateline.repeated].filter((span) => span !== null)
  const edges = [0, ...cuts.flatMap((span) => [span.start, span.end]), text.length]
  return edges.slice(1).flatMap((to, part): Block[] => {
    const piece = text.slice(edges[part], to)
    if (piece.trim() === '') return []
    const from = edges[part]! + piece.length - piece.trimStart().length
    const span = { text: piece.trim(), start: start + from, end: start + from + piece.trim().length }
    if (from === dateline.byline?.start) return [{ ...span, kind: 'byline', kept: true }]
    if (from === dateline.repeated?.start)
      return [{ ...span, kind: 'furniture', kept: false, reason: 'repeated' }]
    return [{ ...span, kind: 'date', kept: true }]
  })
}
