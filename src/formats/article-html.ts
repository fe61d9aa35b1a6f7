import { Readability } from '@mozilla/readability'
import { checkLength, checkText } from './check-text.ts'
import { limits } from './format.ts'
import type { Format, Reading } from './format.ts'
import { cleanDocument, TooHostile } from './html-document.ts'
import { linesOfHtml } from './html-lines.ts'
import type { HtmlLine } from './html-lines.ts'
import { readMetadata } from './html-metadata.ts'
import type { Metadata } from './html-metadata.ts'
import type { ImportedPage } from './imported-page.ts'
import type { PageLine } from './page-line.ts'
import { readPage } from './read-page.ts'

/** A saved or fetched web page. */
export const articleHtml: Format<ImportedPage> = {
  id: 'article-html',
  extensions: ['html', 'htm', 'xhtml'],
  recognizes: (text) =>
    /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|meta|article|div|p|h1)\b/i.test(
      text,
    ),
  read: readHtmlPage,
}

/**
 * Finds the article in a web page. Mozilla's Readability decides which blocks belong to it; the rules for plain pages then name
 * them. Every visible character of the page is in one block, so that whatever Readability leaves out can be restored. Nothing of
 * scripts, styles, attributes or hidden elements ever becomes text. Never throws; hostile nesting is refused.
 */
export function readHtmlPage(html: string, language: string): Reading<ImportedPage> {
  const tooLong = checkLength(html.length, limits.uploadBytes)
  if (tooLong) return { ok: false, error: tooLong }
  let document: Document
  try {
    document = cleanDocument(html)
  } catch (error) {
    if (error instanceof TooHostile) return { ok: false, error: error.problem }
    throw error
  }
  const metadata = readMetadata(document, html)
  const found = linesOfHtml(document)
  if (found.length > limits.articleLines)
    return {
      ok: false,
      error: { code: 'text-too-many-lines', values: { actual: found.length, maximum: limits.articleLines } },
    }
  const { text, lines } = layOut(withMarkup(found, articleLines(document), metadata))
  const error = checkLength(text.length, limits.articleCharacters) ?? checkText(text)
  if (error) return { ok: false, error }
  const page = readPage(text, lines, language)
  if (!page.blocks.some(({ kind, kept }) => kept && (kind === 'paragraph' || kind === 'lead')))
    return { ok: false, error: { code: 'page-without-article', values: { title: page.title ?? '' } } }
  return {
    ok: true,
    content: {
      ...page,
      byline: metadata.byline ?? page.byline,
      date: metadata.date ?? page.date,
      sourceUrl: metadata.sourceUrl ?? page.sourceUrl,
    },
  }
}

/** Numbers of the lines that Readability takes for the article. */
function articleLines(document: Document): ReadonlySet<number> {
  try {
    const article = new Readability(document, {
      serializer: (node) => node as Element,
      charThreshold: 200,
    }).parse()
    const marked = [...(article?.content?.querySelectorAll('[data-line]') ?? [])]
    return new Set(marked.map((element) => Number(element.getAttribute('data-line'))))
  } catch {
    // A document that trips Readability up is read by the rules for plain pages alone.
    return new Set()
  }
}

/** What markup and Readability say of each line. The headline of the metadata is put first when the page does not show it. */
function withMarkup(
  found: readonly HtmlLine[],
  article: ReadonlySet<number>,
  { title }: Metadata,
): Unplaced[] {
  const heading = found.findIndex(
    (line) => line.tag === 'h1' && !line.isLink && (title === null || isSameTitle(line.text, title)),
  )
  const same =
    heading === -1 && title !== null ? found.findIndex(({ text }) => isSameTitle(text, title)) : heading
  const shown = same === -1 && title === null ? found.findIndex(({ tag }) => tag === 'h1') : same
  const first = found.findIndex((_, index) => article.has(index) && index > shown)
  const lines = found.map(({ text, tag, isLink }, index): Unplaced => {
    if (index === shown) return { text, markup: 'title' }
    const isBetween = shown !== -1 && index > shown && index < first && !isLink
    if (article.size > 0 && !article.has(index) && !isBetween)
      return { text, markup: isLink ? 'outside-link' : 'outside' }
    if (tag === 'figcaption') return { text, markup: 'caption' }
    return /^h[2-6]$/.test(tag) && !isBetween ? { text, markup: 'heading' } : { text }
  })
  return shown === -1 && title !== null ? [{ text: title, markup: 'title' }, ...lines] : lines
}

type Unplaced = Pick<PageLine, 'text' | 'markup'>

/** Metadata often ends in the name of the site, and cuts long headlines. */
const isSameTitle = (shown: string, title: string): boolean =>
  shown === title || (shown.length >= 10 && (title.startsWith(shown) || shown.startsWith(title)))

function layOut(unplaced: readonly Unplaced[]): { text: string; lines: PageLine[] } {
  let start = 0
  const lines = unplaced.map((line): PageLine => {
    const placed = { ...line, start, end: start + line.text.length }
    start = placed.end + 1
    return placed
  })
  return { text: unplaced.map(({ text }) => text).join('\n'), lines }
}
