import { Feed } from 'feed'
import { z } from 'zod'
import { publicArticles } from '../../../storage/screens/public-article.ts'
import { publishedList } from '../../../storage/screens/published.ts'
import type { Workbench } from '../../../workbench.ts'
import { openAction, type Action } from '../../action.ts'
import { paths } from '../../paths.ts'
import { renderFragment } from '../../render.ts'
import { text } from '../../response.ts'
import { readersFrame, wordsForReaders } from './document.ts'
import { publicMessage } from './message.ts'
import { presentPublic } from './presenter.ts'
import { briefly, siteAddress } from './site.ts'

const feedAction = (
  file: 'feed.atom' | 'rss.xml' | 'feed.json',
  type: string,
  write: (feed: Feed) => string,
): Action =>
  openAction({
    method: 'get',
    path: `/read/:language/${file}`,
    who: 'anyone',
    params: z.object({ language: z.string().max(35) }),
    query: z.object({ content: z.enum(['full', 'summary']).catch('full') }),
    async handle({ workbench, params: { language }, query: { content } }) {
      const made = await feedOf(workbench, language, content === 'full')
      if (!made) return publicMessage(language, 'missing', 404)
      return text(type, write(made.feed), {
        headers: { ...briefly, 'Last-Modified': made.changedAt.toUTCString() },
      })
    },
  })

/** What came out last in a language; `?content=summary` leaves the text of each article out. */
export const atomAction = feedAction('feed.atom', 'application/atom+xml', (feed) => feed.atom1())
export const rssAction = feedAction('rss.xml', 'application/rss+xml', (feed) => feed.rss2())
export const jsonFeedAction = feedAction('feed.json', 'application/feed+json', (feed) => feed.json1())

/** Undefined for a language in which nothing was ever published. */
async function feedOf(workbench: Workbench, language: string, isFull: boolean) {
  const { reader } = workbench.storage
  const list = await publishedList(reader)({ language })
  if (!list.isKnown || !list.changedAt) return undefined
  const articles = await publicArticles(reader)(list.entries.map(({ draftId }) => draftId))
  const site = siteAddress(workbench)
  const { t } = wordsForReaders(language)
  const feed = new Feed({
    id: site + paths.publicIndex(language),
    title: t('public.index.title'),
    link: site + paths.publicIndex(language),
    language,
    updated: list.changedAt,
    generator: 'Tukham',
    feedLinks: {
      atom: site + paths.publicFeed(language, 'feed.atom'),
      rss: site + paths.publicFeed(language, 'rss.xml'),
      json: site + paths.publicFeed(language, 'feed.json'),
    },
  })
  for (const article of articles) {
    const model = presentPublic(article, site)
    const link = model.head.canonical
    feed.addItem({
      title: withoutControls(model.title),
      // The address is decided by the first publication, and stays.
      id: link,
      link,
      date: article.publishedAt,
      published: article.firstPublishedAt,
      ...(model.lead === null ? {} : { description: withoutControls(model.lead) }),
      ...(isFull
        ? {
            content: withoutControls(
              await renderFragment('public/feed-content', model, readersFrame(language)),
            ),
          }
        : {}),
      ...(model.byline === null ? {} : { author: [{ name: withoutControls(model.byline) }] }),
    })
  }
  return { feed, changedAt: list.changedAt }
}

/** XML has no way to write them, and a feed with one of them is read by nobody. */
const withoutControls = (given: string): string =>
  given.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
