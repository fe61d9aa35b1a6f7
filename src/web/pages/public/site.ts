import type { Workbench } from '../../../workbench.ts'
import { paths } from '../../paths.ts'

/** Where readers find the site: as configured, never as a request says. */
export const siteAddress = ({ config: { publicUrl, host, port } }: Workbench): string =>
  publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** What everybody may keep for a minute, and then ask whether it is still so. */
export const briefly = { 'Cache-Control': 'public, max-age=60' }

/** The feeds of a language, as pages name them to programs. */
export const feedsOf = (language: string, site = '') =>
  [
    { type: 'application/atom+xml', name: 'Atom', href: site + paths.publicFeed(language, 'feed.atom') },
    { type: 'application/rss+xml', name: 'RSS', href: site + paths.publicFeed(language, 'rss.xml') },
    {
      type: 'application/feed+json',
      name: 'JSON Feed',
      href: site + paths.publicFeed(language, 'feed.json'),
    },
  ] as const
