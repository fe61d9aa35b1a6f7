import { httpAddress } from './credit-line.ts'
import { findDate } from './dateline.ts'

/** What a page says about itself to machines. */
export interface Metadata {
  readonly title: string | null
  readonly byline: string | null
  /** ISO 8601 calendar date in the time of Vietnam and Thailand. */
  readonly date: string | null
  readonly sourceUrl: string | null
}

/** From Open Graph and other `<meta>`, schema.org JSON-LD (found in `html`, for the document has no scripts) and `<link>`. */
export function readMetadata(document: Document, html: string): Metadata {
  const meta = (...names: string[]) => first(names, (name) => contentOf(document, name))
  const linked = linkedData(html)
  return {
    title:
      meta('og:title', 'twitter:title') ??
      line(linked.headline) ??
      withoutSite(document.querySelector('title')?.textContent),
    byline: personName(meta('author', 'article:author', 'dc.creator') ?? line(linked.author)),
    date: first(
      [
        meta('article:published_time', 'pubdate', 'datepublished', 'dc.date', 'date'),
        line(linked.datePublished),
        document.querySelector('time[datetime]')?.getAttribute('datetime'),
      ],
      localDate,
    ),
    sourceUrl: first(
      [document.querySelector('link[rel="canonical"]')?.getAttribute('href'), meta('og:url')],
      (address) => (address ? httpAddress(address) : null),
    ),
  }
}

function first<From, To>(candidates: readonly From[], pick: (candidate: From) => To | null): To | null {
  for (const candidate of candidates) {
    const picked = pick(candidate)
    if (picked !== null) return picked
  }
  return null
}

function contentOf(document: Document, name: string): string | null {
  const selector = ['property', 'name', 'itemprop']
    .map((attribute) => `meta[${attribute}="${name}" i]`)
    .join(', ')
  return line(document.querySelector(selector)?.getAttribute('content'))
}

/** One line of sensible length, or nothing. */
function line(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.slice(0, 2000).replace(/\s+/g, ' ').trim()
  return text === '' || text.length > 500 ? null : text
}

/** An address, as in `article:author`, is not a name. */
const personName = (value: string | null): string | null =>
  value !== null && value.length <= 100 && !/^https?:|@/.test(value) ? value : null

/** `Headline | Site` and `Headline - Site` in `<title>`. */
const withoutSite = (title: string | null | undefined): string | null =>
  line(line(title)?.replace(/\s+[|–—-]\s+[^|–—]{1,40}$/, ''))

/** Both newsrooms live at UTC+7: an instant given in another zone is brought there, a bare date stays. */
function localDate(value: string | null | undefined): string | null {
  if (!value) return null
  const instant = /T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(value) ? Date.parse(value) : NaN
  if (!Number.isNaN(instant)) return new Date(instant + 7 * 3_600_000).toISOString().slice(0, 10)
  return findDate(value.slice(0, 100))?.iso ?? null
}

interface LinkedData {
  readonly headline?: unknown
  readonly datePublished?: unknown
  readonly author?: unknown
}

/** The first article among the page's JSON-LD scripts. Large and broken ones are passed over. */
function linkedData(html: string): LinkedData {
  let scripts = 0
  for (const { 0: opening, index } of html.matchAll(/<script\b[^>]{0,300}?ld\+json[^>]{0,300}>/gi)) {
    scripts += 1
    if (scripts > 20) return {}
    const start = index + opening.length
    const end = html.slice(start, start + 200_000).search(/<\/script/i) + start
    if (end < start) continue
    const article = articleIn(html.slice(start, end))
    if (article) return article
  }
  return {}
}

function articleIn(json: string): LinkedData | null {
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch {
    return null
  }
  const nodes = [data]
    .flat()
    .flatMap((node) => (isRecord(node) ? [node, ...[node['@graph'] ?? []].flat()] : []))
  const article = nodes.filter(isRecord).find(isArticle)
  if (!article) return null
  const author = [article.author].flat()[0]
  return {
    headline: article.headline,
    datePublished: article.datePublished,
    author: isRecord(author) ? author.name : author,
  }
}

const isArticle = (node: Record<string, unknown>): boolean =>
  [node['@type']].flat().some((type) => typeof type === 'string' && /Article|Posting/.test(type))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
