import type { Knex } from 'knex'
import { editionsOf } from './public-article.ts'

export interface PublishedEntry {
  readonly draftId: number
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly firstPublishedAt: Date
}

export interface PublishedList {
  readonly entries: readonly PublishedEntry[]
  readonly total: number
  readonly pages: number
  /** When anything was last published or taken back, in any language; null when nothing ever was. */
  readonly changedAt: Date | null
  /** Every language in which there is something to read. */
  readonly languages: readonly string[]
  /** Something was published in the language once. */
  readonly isKnown: boolean
}

const pageSize = 20

/** What can be read in a language, newest first. `words` are folded as the texts are, and all of them must stand in a text. */
export const publishedList =
  (knex: Knex) =>
  async ({
    language,
    words = [],
    page = 1,
  }: {
    language: string
    words?: readonly string[]
    page?: number
  }): Promise<PublishedList> => {
    const live = () => {
      const query = liveTexts(knex).where('t.language', language)
      for (const word of words) void query.whereRaw('position(? in t.folded) > 0', [word])
      return query
    }
    const [entries, count, changed, languages, known]: [
      PublishedEntry[],
      { count: number }[],
      Date | null,
      string[],
      { publication_id: number } | undefined,
    ] = await Promise.all([
      live()
        .orderBy([
          { column: 't.first_published_at', order: 'desc' },
          { column: 't.publication_id', order: 'desc' },
        ])
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .select<PublishedEntry[]>({
          draftId: 'p.draft_id',
          slug: 'p.slug',
          title: 't.title',
          summary: 't.summary',
          firstPublishedAt: 't.first_published_at',
        }),
      live().count<{ count: number }[]>('* as count'),
      lastChange(knex),
      liveTexts(knex).distinct().orderBy('t.language').pluck<string[]>('t.language'),
      knex('published_texts')
        .where({ language })
        .first<{ publication_id: number } | undefined>('publication_id'),
    ])
    const total = count[0]?.count ?? 0
    return {
      entries,
      total,
      pages: Math.max(1, Math.ceil(total / pageSize)),
      changedAt: changed,
      languages,
      isKnown: known !== undefined,
    }
  }

export interface SitemapEntry {
  readonly language: string
  readonly slug: string
  readonly publishedAt: Date
  readonly editions: readonly { readonly language: string; readonly slug: string }[]
}

/** The addresses of everything that can be read, oldest first, so that the parts of a long list stay as they are. */
export const sitemapEntries =
  (knex: Knex) =>
  async ({ limit, offset }: { limit: number; offset: number }): Promise<SitemapEntry[]> => {
    const rows = await knex('publications as p')
      .join('drafts as d', 'd.id', 'p.draft_id')
      .whereNull('p.withdrawn_at')
      .orderBy('d.id')
      .limit(limit)
      .offset(offset)
      .select<(Omit<SitemapEntry, 'editions'> & { articleId: number })[]>({
        articleId: 'd.article_id',
        language: 'd.target_language',
        slug: 'p.slug',
        publishedAt: 'p.published_at',
      })
    const editions = await editionsOf(
      knex,
      rows.map(({ articleId }) => articleId),
    )
    return rows.map(({ articleId, ...entry }) => ({ ...entry, editions: editions.get(articleId) ?? [] }))
  }

/** How many articles can be read, in all languages together, and when that last changed. */
export const publishedCount =
  (knex: Knex) => async (): Promise<{ count: number; changedAt: Date | null }> => {
    const [row] = await knex('publications')
      .whereNull('withdrawn_at')
      .count<{ count: number }[]>('* as count')
    return { count: row?.count ?? 0, changedAt: await lastChange(knex) }
  }

const liveTexts = (knex: Knex) =>
  knex('published_texts as t')
    .join('publications as p', 'p.id', 't.publication_id')
    .whereNull('p.withdrawn_at')

const lastChange = async (knex: Knex): Promise<Date | null> => {
  const row = await knex('publications')
    .select<{ changedAt: Date | null }[]>(
      knex.raw('max(greatest(published_at, withdrawn_at)) as "changedAt"'),
    )
    .first<{ changedAt: Date | null } | undefined>()
  return row?.changedAt ?? null
}
