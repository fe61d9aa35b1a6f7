import type { Span } from '../engine/text/span.ts'

/** An article found in a page, with everything else that was on the page, so that a person can see and change what was left out. */
export interface ImportedPage {
  /** The text that the blocks' spans lie in: the decoded text as given, or, for HTML, its visible text, one block a line. */
  readonly text: string
  readonly title: string | null
  readonly lead: string | null
  readonly byline: string | null
  /** ISO 8601 calendar date, `2025-06-13`. */
  readonly date: string | null
  /** An absolute http or https address. */
  readonly sourceUrl: string | null
  /** In page order. Every non-blank character of `text` lies in exactly one block. */
  readonly blocks: readonly Block[]
}

/** One piece of a page. The span is half-open, in UTF-16 units of the page's text; `text` is what it covers, on one line. */
export interface Block extends Span {
  readonly text: string
  readonly kind: BlockKind
  /** False for what is left out of the article. */
  readonly kept: boolean
  /** Why it is left out; absent when it is kept. */
  readonly reason?: DropReason
}

export type BlockKind =
  'title' | 'lead' | 'byline' | 'date' | 'paragraph' | 'heading' | 'caption' | 'source-url' | 'furniture'

/** The words are in `locales/<language>/import.json`. */
export const dropReasons = [
  'site-name',
  'navigation',
  'category-list',
  'other-headlines',
  'comment-counter',
  'no-data',
  'sharing',
  'tags',
  'advertisement',
  'notice',
  'imprint',
  'repeated',
  'outside-article',
  'by-hand',
] as const
export type DropReason = (typeof dropReasons)[number]

/** The page after a person's choices, by block number: restored blocks become paragraphs, dropped ones leave the article. */
export function chooseBlocks(
  page: ImportedPage,
  choices: { readonly restore?: Iterable<number>; readonly drop?: Iterable<number> },
): ImportedPage {
  const restore = new Set(choices.restore)
  const drop = new Set(choices.drop)
  const blocks = page.blocks.map((block, index): Block => {
    const { text, start, end, kind, kept } = block
    if (restore.has(index) && !kept) return { text, start, end, kind: 'paragraph', kept: true }
    if (drop.has(index) && kept) return { text, start, end, kind, kept: false, reason: 'by-hand' }
    return block
  })
  const lost = (kind: BlockKind) =>
    page.blocks.some((block) => block.kind === kind && block.kept) &&
    !blocks.some((block) => block.kind === kind && block.kept)
  return {
    text: page.text,
    blocks,
    title: lost('title') ? null : page.title,
    lead: lost('lead') ? null : page.lead,
    byline: lost('byline') ? null : page.byline,
    date: lost('date') ? null : page.date,
    sourceUrl: lost('source-url') ? null : page.sourceUrl,
  }
}
