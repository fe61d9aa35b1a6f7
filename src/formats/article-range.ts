import { opensList } from './furniture.ts'
import type { DropReason } from './imported-page.ts'
import { endsSentence, isProse, width } from './page-line.ts'
import type { PageLine } from './page-line.ts'

/** Where the article's running text lies among the lines of a page, by line number. */
export interface ArticleRange {
  /** The first line of running text. */
  readonly first: number
  /** The next one after it; `last + 1` when there is only one. */
  readonly second: number
  /** The last one. */
  readonly last: number
  /** The first line that belongs to the page again; the number of lines when the article ends the page. */
  readonly end: number
  /** How many lines of running text there are. */
  readonly paragraphs: number
}

/** `reasons` says for each line why it is furniture, `kept` for one that is something else than running text, or null. */
export function findArticleRange(
  lines: readonly PageLine[],
  reasons: readonly (DropReason | 'kept' | null)[],
): ArticleRange | null {
  const isBody = ({ text, markup }: PageLine, index: number) =>
    !reasons[index] && !(markup && markup !== 'heading') && isProse(text)
  const all = [...lines.entries()].filter(([index, line]) => isBody(line, index)).map(([index]) => index)
  const end = endOfArticle(lines, reasons, all)
  const [first = -1, ...rest] = withoutLongTitle(
    lines,
    all.filter((index) => index < end),
  )
  if (first === -1) return null
  const last = rest.at(-1) ?? first
  return { first, second: rest[0] ?? last + 1, last, end, paragraphs: rest.length + 1 }
}

/** A first line as long as running text is still a headline when nothing stands before it and what follows is much longer. */
function withoutLongTitle(lines: readonly PageLine[], prose: readonly number[]): readonly number[] {
  const [first, second] = prose
  if (first !== 0 || second !== 1) return prose
  const [title, next] = [lines[0]!.text, lines[1]!.text]
  const isTitle = !endsSentence(title) && width(title) <= 170 && width(next) >= width(title) * 1.5
  return isTitle ? prose.slice(1) : prose
}

/**
 * Comments, tags and the imprint end an article when more of the running text stands before them than after them (a counter may
 * also stand under the headline). "Read also" may be an insert: it ends the article when little follows, and never two paragraphs in a row.
 */
function endOfArticle(
  lines: readonly PageLine[],
  reasons: readonly (DropReason | 'kept' | null)[],
  prose: readonly number[],
): number {
  const total = prose.reduce((sum, index) => sum + lines[index]!.text.length, 0)
  const lastPair = prose.findLast((index, position) => prose[position - 1] === index - 1) ?? -1
  let before = 0
  let next = 0
  for (const [index, { text }] of lines.entries()) {
    if (index === prose[next]) {
      before += text.length
      next += 1
    }
    const reason = reasons[index]
    if (before === 0 || !reason) continue
    const after = total - before
    if (closing.has(reason) && after < before) return index
    if (opensList(text) && after < before * 0.35 && lastPair < index) return index
  }
  return lines.length
}

const closing: ReadonlySet<string> = new Set<DropReason>(['comment-counter', 'tags', 'imprint'])
