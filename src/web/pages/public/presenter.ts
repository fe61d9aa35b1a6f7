import { joined } from '../../../domain/comparison.ts'
import type { PublicArticle, PublicBlock } from '../../../storage/screens/public-article.ts'
import { paths } from '../../paths.ts'
import { longDate } from './long-date.ts'
import { feedsOf } from './site.ts'

/** The page of a published article: its text, and the same facts in the words of search engines and link previews. */
export function presentPublic(article: PublicArticle, site: string) {
  const blocks = article.blocks.map(toBlock).filter(({ text }) => text !== '')
  const titleBlock = blocks.find(({ kind }) => kind === 'title')
  const leadBlock = blocks.find(({ kind }) => kind === 'lead')
  const body = blocks.filter((block) => block !== titleBlock && block !== leadBlock)
  const title = titleBlock?.text ?? firstWords(leadBlock?.text ?? body[0]?.text ?? '')
  const lead = leadBlock?.text ?? null
  const canonical = site + paths.publicArticle(article.language, article.slug)
  const link = article.sourceUrl !== null && /^https?:/i.test(article.sourceUrl) ? article.sourceUrl : null
  const published = article.firstPublishedAt
  const modified = article.publishedAt
  const structured = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: canonical,
    url: canonical,
    headline: title,
    ...(lead === null ? {} : { description: lead }),
    inLanguage: article.language,
    datePublished: published.toISOString(),
    dateModified: modified.toISOString(),
    ...(article.byline === null ? {} : { author: { '@type': 'Person', name: article.byline } }),
    translationOfWork: {
      '@type': 'NewsArticle',
      inLanguage: article.sourceLanguage,
      ...(article.sourceTitle === null ? {} : { headline: article.sourceTitle }),
      ...(article.sourceDate === null ? {} : { datePublished: article.sourceDate }),
      ...(link === null ? {} : { url: link }),
    },
  }
  const day = longDate(article.language)
  return {
    title,
    lead,
    units: { title: titleBlock?.unitId ?? null, lead: leadBlock?.unitId ?? null },
    body,
    byline: article.byline,
    source: { language: article.sourceLanguage, title: article.sourceTitle, link },
    dates: {
      source: article.sourceDate === null ? null : { iso: article.sourceDate, text: day(article.sourceDate) },
      published: { iso: published.toISOString(), text: day(published) },
      modified: sameDay(day, published, modified)
        ? null
        : { iso: modified.toISOString(), text: day(modified) },
    },
    editions: article.editions
      .filter(({ language }) => language !== article.language)
      .map(({ language, slug }) => ({ language, href: paths.publicArticle(language, slug) })),
    index: paths.publicIndex(article.language),
    head: {
      canonical,
      isIndexed: true,
      previous: null,
      next: null,
      feeds: feedsOf(article.language, site),
      article: {
        locale: openGraphLocale(article.language),
        description: lead,
        published: published.toISOString(),
        modified: modified.toISOString(),
        jsonLd: inScript(structured),
      },
      alternates: article.editions.map(({ language, slug }) => ({
        language,
        href: site + paths.publicArticle(language, slug),
      })),
    },
  }
}

const toBlock = ({ unitId, kind, segments }: PublicBlock) => ({
  unitId,
  kind,
  text: joined(segments).trim(),
})

/** A page without a title is called by how it begins. */
export const firstWords = (text: string): string =>
  text.length <= 90 ? text : `${text.slice(0, 90).toWellFormed()}…`

/** Link previews want a territory with every language, `th_TH`: where it is spoken most, when the tag names none. */
function openGraphLocale(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize()
  return region === undefined ? language : `${language}_${region}`
}

/** JSON that cannot end the script element it stands in, nor begin a comment there. */
const inScript = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c')

const sameDay = (day: (value: Date) => string, a: Date, b: Date) => day(a) === day(b)
