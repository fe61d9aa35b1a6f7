import { findArticleRange, type ArticleRange } from './article-range.ts'
import { isCaption, isSourceLabel, readCredit, readSourceUrl } from './credit-line.ts'
import { isName, readDateline } from './dateline.ts'
import { furnitureReason, isLabel, isSectionName, isSiteName, opensList } from './furniture.ts'
import type { BlockKind, DropReason, ImportedPage } from './imported-page.ts'
import { endsSentence, hasThai, isHeadline, isProse, width, type PageLine } from './page-line.ts'
import { assemble, type Mark, type Sheet } from './page-marks.ts'

/**
 * Finds the article in the lines of a page. Everything stays unless something speaks against it: known words, or the shape of a
 * list of links on a page that has other furniture. Each step marks only lines that no earlier step has marked.
 */
export function readPage(text: string, lines: readonly PageLine[], language: string): ImportedPage {
  const sheet: Sheet = { lines, marks: lines.map(markByWords), language, hasByline: false }
  markSourceAddress(sheet)
  const range = findArticleRange(lines, sheet.marks.map(toReason))
  if (range) {
    markDatelines(sheet, 0, range.second)
    const title = chooseTitle(sheet, range)
    markRepeated(sheet, title)
    markHead(sheet, title, range)
    markInserts(sheet, range)
    markTail(sheet, range)
    markBody(sheet, title, range)
  } else {
    markShortPage(sheet)
  }
  return assemble(text, sheet)
}

const drop = (reason: DropReason): Mark => ({ kind: 'furniture', reason })
const toReason = (mark: Mark | null): DropReason | 'kept' | null => (mark ? (mark.reason ?? 'kept') : null)

function markByWords({ text, markup }: PageLine): Mark | null {
  if (markup === 'title' || markup === 'caption') return null
  const reason = furnitureReason(text)
  return reason ? drop(reason) : null
}

/** The first address under a label, or alone on its line, is where the article came from. */
function markSourceAddress({ lines, marks }: Sheet): void {
  for (const [index, { text }] of lines.entries()) {
    const url = text.length < 2200 ? readSourceUrl(text) : null
    if (url === null) continue
    marks[index] = { kind: 'source-url', url }
    if (index > 0 && isSourceLabel(lines[index - 1]?.text ?? '')) marks[index - 1] = { kind: 'source-url' }
    return
  }
}

/** Published, updated, and once more for good measure: a page full of dates is a list. */
function markDatelines(sheet: Sheet, from: number, to: number): void {
  const { lines, marks } = sheet
  let left = 3
  for (let index = from; index < to && left > 0; index += 1) {
    const line = lines[index]
    if (!line || marks[index] || line.markup === 'title' || isProse(line.text)) continue
    const dateline = readDateline(line.text)
    if (!dateline) continue
    marks[index] = { kind: 'date', dateline }
    sheet.hasByline ||= dateline.byline !== null
    left -= 1
  }
}

/** The first line before the body that is long enough for a headline and does not name the site; failing that, the longest. */
function chooseTitle({ lines, marks, language }: Sheet, { first }: ArticleRange): number | null {
  const marked = lines.findIndex(({ markup }) => markup === 'title')
  const isFree = (index: number) => !marks[index] && lines[index]?.markup !== 'outside-link'
  const head = lines.slice(0, first).map((line, index) => ({ ...line, index }))
  const free = head.filter(({ index }) => isFree(index))
  const own = free.filter(
    ({ text }) => !isSiteName(text) && !isSectionName(text) && isInScript(text, language),
  )
  const longest = (candidates: typeof head) =>
    candidates.reduce((best, line) => (width(line.text) > width(best.text) ? line : best), candidates[0]!)
  const title =
    marked !== -1
      ? marked
      : (own.find(({ text }) => isHeadline(text))?.index ??
        (own.length > 0 ? longest(own).index : free.length > 0 ? longest(free).index : null) ??
        // "Power cuts 13/6/2025" reads as a name and a date, but a page has to have a headline.
        head.find(({ index }) => marks[index]?.dateline?.byline)?.index ??
        null)
  if (title !== null) marks[title] = { kind: 'title' }
  return title
}

/** A Thai page has its headline in Thai; a Vietnamese one may well be in plain Latin letters. */
const isInScript = (text: string, language: string): boolean => language !== 'th' || hasThai(text)

/** The headline again, in a breadcrumb or above the comments. */
function markRepeated({ lines, marks }: Sheet, title: number | null): void {
  if (title === null) return
  for (const [index, { text }] of lines.entries())
    if (index !== title && !marks[index] && text === lines[title]?.text) marks[index] = drop('repeated')
}

/** Above the headline: the site and its menus. Between headline and body: lead, names, captions. */
function markHead(sheet: Sheet, title: number | null, range: ArticleRange): void {
  const { lines, marks, language } = sheet
  const isFurnished = hasFurniture(sheet)
  let hasLead = false
  for (const [index, { text }] of lines.slice(0, range.first).entries()) {
    if (marks[index]) continue
    if (title === null || index < title) {
      if (isSiteName(text) || !isInScript(text, language)) marks[index] = drop('site-name')
      else if (isSectionName(text)) marks[index] = drop('category-list')
      else if (isFurnished) marks[index] = drop(isLabel(text) ? 'navigation' : 'other-headlines')
      else marks[index] = { kind: 'heading' }
      continue
    }
    const isLead: boolean = !hasLead && isHeadline(text)
    marks[index] = markByName(sheet, index) ?? markBelowTitle(text, isLead, isFurnished)
    hasLead ||= marks[index].kind === 'lead'
  }
  if (title !== null && !hasLead && range.paragraphs > 2) marks[range.first] = { kind: 'lead' }
  for (let index = range.first + 1; index < range.second; index += 1)
    marks[index] ??= markByName(sheet, index)
}

function markBelowTitle(text: string, isLead: boolean, isFurnished: boolean): Mark {
  if (isCaption(text)) return { kind: 'caption' }
  if (isSectionName(text)) return drop('category-list')
  if (isLead) return { kind: 'lead' }
  return isFurnished && isLabel(text) ? drop('navigation') : { kind: 'paragraph' }
}

/** Headlines of other articles that a page puts between two paragraphs, under a line that announces them. */
function markInserts({ lines, marks }: Sheet, { first, last }: ArticleRange): void {
  let isInsert = false
  for (let index = first; index < last; index += 1) {
    const { text } = lines[index]!
    if (marks[index]) isInsert = opensList(text)
    else if (isInsert && !isProse(text) && !endsSentence(text) && isHeadline(text))
      marks[index] = drop('other-headlines')
    else isInsert = false
  }
}

/** After the last paragraph: names, captions and short closing lines stay; lists of links go, and all that follows `end`. */
function markTail(sheet: Sheet, { last, end }: ArticleRange): void {
  const { lines, marks } = sheet
  const isFurnished = hasFurniture(sheet) || end < lines.length
  markDatelines(sheet, last + 1, hasKind(sheet, 'date') ? last : end)
  for (let index = last + 1; index < lines.length; index += 1) {
    if (marks[index]) continue
    const { text, markup } = lines[index]!
    if (index >= end || markup === 'outside' || markup === 'outside-link') marks[index] = dropByShape(text)
    else if (isCaption(text)) marks[index] = { kind: 'caption' }
    else if (isFurnished && isSectionName(text)) marks[index] = drop('category-list')
    else if (isFurnished && isSiteName(text) && !endsSentence(text)) marks[index] = drop('site-name')
    else marks[index] = markByName(sheet, index)
  }
  if (isFurnished) markLinkRuns(sheet, last + 1, end)
}

/** Three lines in a row that could each be a link and could not be a sentence. */
function markLinkRuns({ lines, marks }: Sheet, from: number, end: number): void {
  const isLink = (index: number) =>
    !marks[index] && !lines[index]!.markup && !endsSentence(lines[index]!.text)
  for (let start = from; start < end; start += 1) {
    let stop = start
    while (stop < end && isLink(stop)) stop += 1
    if (stop - start >= 3)
      for (let index = start; index < stop; index += 1) marks[index] = dropByShape(lines[index]!.text)
    start = stop
  }
}

/** What is left between headline and end is the article. */
function markBody({ lines, marks }: Sheet, title: number | null, { last }: ArticleRange): void {
  for (const [index, { text, markup }] of lines.entries()) {
    if (marks[index]) continue
    const isOutside = markup === 'outside' || markup === 'outside-link'
    if (isOutside && index !== title) marks[index] = dropByShape(text)
    else if (markup === 'caption' || isCaption(text)) marks[index] = { kind: 'caption' }
    else marks[index] = { kind: index < last && isSubheading(text, markup) ? 'heading' : 'paragraph' }
  }
}

/** A page without one long paragraph: a note, a poem, a list. Only known words are taken out. */
function markShortPage(sheet: Sheet): void {
  const { lines, marks } = sheet
  const free = [...lines.keys()].filter((index) => !marks[index])
  const title = lines.findIndex(({ markup }) => markup === 'title')
  const opening = title === -1 ? free[0] : title
  for (const index of free) {
    const isTitle =
      index === opening && free.length > 1 && (title !== -1 || !endsSentence(lines[index]!.text))
    const isOutside = lines[index]!.markup?.startsWith('outside') ?? false
    marks[index] = isOutside ? dropByShape(lines[index]!.text) : { kind: isTitle ? 'title' : 'paragraph' }
  }
}

/** "Tác giả: Lê An", or a name alone where the page has no other: two to five words that all begin with a capital. */
function markByName(sheet: Sheet, index: number): Mark | null {
  const { text } = sheet.lines[index]!
  const credit = readCredit(text)
  if (credit) {
    sheet.hasByline = true
    return { kind: 'byline', name: credit }
  }
  if (sheet.hasByline || text.length > 60) return null
  const words = text.split(' ')
  const isBareName =
    words.length >= 2 && words.length <= 5 && isName(text) && words.every((word) => /^\p{Lu}/u.test(word))
  sheet.hasByline = isBareName
  return isBareName ? { kind: 'byline', name: { start: 0, end: text.length } } : null
}

const isSubheading = (text: string, markup: PageLine['markup']): boolean =>
  markup === 'heading' ||
  (markup === undefined &&
    width(text) <= (hasThai(text) ? 60 : 90) &&
    !endsSentence(text) &&
    !/^[-–—•*“"‘']/.test(text))

const dropByShape = (text: string): Mark =>
  drop(isProse(text) ? 'outside-article' : isLabel(text) ? 'category-list' : 'other-headlines')

const hasKind = ({ marks }: Sheet, kind: BlockKind): boolean => marks.some((mark) => mark?.kind === kind)
const hasFurniture = ({ marks }: Sheet): boolean => marks.some((mark) => mark?.reason ?? mark?.dateline)
