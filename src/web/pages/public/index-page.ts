import { z } from 'zod'
import { languageTag } from '../../../domain/language-tag.ts'
import { foldForReaders } from '../../../domain/readers-search.ts'
import { publishedList } from '../../../storage/screens/published.ts'
import { openAction } from '../../action.ts'
import { note } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { longDate } from './long-date.ts'
import { publicDocument, wordsForReaders } from './document.ts'
import { publicMessage } from './message.ts'
import { firstWords } from './presenter.ts'
import { briefly, feedsOf, siteAddress } from './site.ts'

/** Everything that can be read in a language, newest first; searched without regard to case, diacritics and tone marks. */
export const publicIndexAction = openAction({
  method: 'get',
  path: '/read/:language',
  who: 'anyone',
  params: z.object({ language: z.string().refine((tag) => languageTag(tag) !== null) }),
  query: z.object({
    q: note(200).catch(''),
    page: z.coerce.number().int().min(1).max(100_000).catch(1),
  }),
  async handle({ workbench, params: { language }, query: { q, page } }) {
    const words = foldForReaders(q, language).split(' ').filter(Boolean)
    const list = await publishedList(workbench.storage.reader)({ language, words, page })
    if (!list.isKnown || (page > 1 && page > list.pages)) return publicMessage(language, 'missing', 404)
    const site = siteAddress(workbench)
    const { t } = wordsForReaders(language)
    const day = longDate(language)
    const at = (number: number) => paths.publicIndex(language, { q, ...(number > 1 ? { page: number } : {}) })
    const title = t('public.index.title')
    const model = {
      title: q === '' ? title : t('public.index.found', { q }),
      heading: title,
      q,
      total: list.total,
      entries: list.entries.map((entry) => ({
        title: entry.title || firstWords(entry.summary),
        summary: entry.title ? entry.summary : '',
        href: paths.publicArticle(language, entry.slug),
        date: { iso: entry.firstPublishedAt.toISOString(), text: day(entry.firstPublishedAt) },
      })),
      page,
      pages: list.pages,
      previous: page > 1 ? at(page - 1) : null,
      next: page < list.pages ? at(page + 1) : null,
      action: paths.publicIndex(language),
      others: list.languages
        .filter((other) => other !== language)
        .map((other) => ({ language: other, href: paths.publicIndex(other) })),
      feeds: feedsOf(language),
      head: {
        canonical: site + at(page),
        // What somebody looked for is no page that others should find.
        isIndexed: q === '',
        previous: page > 1 ? site + at(page - 1) : null,
        next: page < list.pages ? site + at(page + 1) : null,
        alternates:
          q === '' && page === 1
            ? list.languages.map((other) => ({ language: other, href: site + paths.publicIndex(other) }))
            : [],
        feeds: feedsOf(language, site),
        article: null,
      },
    }
    return publicDocument(language, 'public/index', model, {
      status: 200,
      headers: { ...briefly, ...(list.changedAt ? { 'Last-Modified': list.changedAt.toUTCString() } : {}) },
    })
  },
})
