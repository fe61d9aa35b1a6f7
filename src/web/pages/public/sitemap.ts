import { Readable } from 'node:stream'
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap'
import { z } from 'zod'
import { publishedCount, sitemapEntries } from '../../../storage/screens/published.ts'
import type { Workbench } from '../../../workbench.ts'
import { openAction } from '../../action.ts'
import { paths } from '../../paths.ts'
import { text } from '../../response.ts'
import { publicMessage } from './message.ts'
import { briefly, siteAddress } from './site.ts'

/** As many addresses as one file may have (sitemaps.org). */
const mostInOne = 50_000

/** All that can be read, each with its other languages; past 50,000 addresses a list of such files. */
export const sitemapAction = openAction({
  method: 'get',
  path: '/sitemap.xml',
  who: 'anyone',
  async handle({ workbench }) {
    const { count, changedAt } = await publishedCount(workbench.storage.reader)()
    const body = count > mostInOne ? await indexOf(workbench, count) : await part(workbench, 1)
    return text('application/xml', body, { headers: headersOf(changedAt) })
  },
})

export const sitemapPartAction = openAction({
  method: 'get',
  path: '/sitemap-:part.xml',
  who: 'anyone',
  params: z.object({ part: z.coerce.number().int().min(1).max(1_000) }),
  async handle({ workbench, params: { part: number } }) {
    const { count, changedAt } = await publishedCount(workbench.storage.reader)()
    if ((number - 1) * mostInOne >= count) return publicMessage('en', 'missing', 404)
    return text('application/xml', await part(workbench, number), { headers: headersOf(changedAt) })
  },
})

/** What readers see may be found; the desk has nothing for robots. */
export const robotsAction = openAction({
  method: 'get',
  path: '/robots.txt',
  who: 'anyone',
  handle: ({ workbench }) =>
    text(
      'text/plain',
      [
        'User-agent: *',
        ...['/read/', '/assets/', '/sitemap'].map((path) => `Allow: ${path}`),
        'Disallow: /',
        '',
        `Sitemap: ${siteAddress(workbench)}${paths.sitemap()}`,
        '',
      ].join('\n'),
      { headers: { 'Cache-Control': 'public, max-age=3600' } },
    ),
})

const headersOf = (changedAt: Date | null) => ({
  ...briefly,
  ...(changedAt ? { 'Last-Modified': changedAt.toUTCString() } : {}),
})

async function part(workbench: Workbench, number: number): Promise<string> {
  const site = siteAddress(workbench)
  const entries = await sitemapEntries(workbench.storage.reader)({
    limit: mostInOne,
    offset: (number - 1) * mostInOne,
  })
  const items = entries.map(({ language, slug, publishedAt, editions }) => ({
    url: site + paths.publicArticle(language, slug),
    lastmod: publishedAt.toISOString(),
    links: editions.map((edition) => ({
      lang: edition.language,
      url: site + paths.publicArticle(edition.language, edition.slug),
    })),
  }))
  const stream = new SitemapStream({ xmlns: { news: false, image: false, video: false, xhtml: true } })
  return written(items, stream)
}

async function indexOf(workbench: Workbench, count: number): Promise<string> {
  const parts = Array.from({ length: Math.ceil(count / mostInOne) }, (_, index) => index + 1)
  const items = parts.map((number) => ({ url: siteAddress(workbench) + paths.sitemap(number) }))
  return written(items, new SitemapIndexStream())
}

async function written(
  items: readonly object[],
  stream: SitemapStream | SitemapIndexStream,
): Promise<string> {
  // Nothing published is an empty list, which the library takes for an error.
  if (items.length === 0) return empty
  return (await streamToPromise(Readable.from(items).pipe(stream))).toString()
}

const empty =
  '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>'
