import type { Knex } from 'knex'
import { Conflict, NotFound } from '../../domain/errors.ts'
import type { UnitKind } from '../../domain/article.ts'

export interface Article {
  readonly id: number
  readonly sourceLanguage: string
  readonly sourceUrl: string | null
  readonly byline: string | null
  /** ISO date. */
  readonly publishedOn: string | null
}

export interface Unit {
  readonly id: number
  readonly kind: UnitKind
  readonly sourceText: string
}

export interface Draft {
  readonly id: number
  readonly articleId: number
  readonly targetLanguage: string
  readonly sourceLanguage: string
}

interface ArticleRow {
  id: number
  source_language: string
  source_url: string | null
  byline: string | null
  published_on: string | null
}

export const createArticles = (knex: Knex) => ({
  async get(id: number): Promise<Article> {
    const row = await knex<ArticleRow>('articles').where({ id }).first()
    if (!row) throw new NotFound('article-not-found')
    return toArticle(row)
  },
  /** The article, locked: whoever holds it adds to it alone. */
  async lock(id: number): Promise<Article> {
    const row = await knex<ArticleRow>('articles').where({ id }).forUpdate().first()
    if (!row) throw new NotFound('article-not-found')
    return toArticle(row)
  },
  async findBySourceUrl(sourceUrl: string): Promise<Article | undefined> {
    const row = await knex<ArticleRow>('articles').where({ source_url: sourceUrl }).first()
    return row && toArticle(row)
  },
  /** Throws Conflict naming the article that has the same source address. */
  async add(article: Omit<Article, 'id'>, by: number, at: Date): Promise<number> {
    const [row] = await knex('articles')
      .insert({
        source_language: article.sourceLanguage,
        source_url: article.sourceUrl,
        byline: article.byline,
        published_on: article.publishedOn,
        imported_by: by,
        imported_at: at,
      })
      .onConflict(knex.raw('(source_url) where source_url is not null') as unknown as string)
      .ignore()
      .returning<{ id: number }[]>('id')
    if (row) return row.id
    const twin = article.sourceUrl === null ? undefined : await this.findBySourceUrl(article.sourceUrl)
    throw new Conflict('article-exists', { articleId: twin?.id ?? null })
  },
  /** Fills in what an earlier import of the article did not know. Throws Conflict when another article has the address. */
  async complete(id: number, { sourceUrl, byline, publishedOn }: Omit<Article, 'id' | 'sourceLanguage'>) {
    try {
      await knex('articles')
        .where({ id })
        .update({
          source_url: knex.raw('coalesce(source_url, ?)', [sourceUrl]),
          byline: knex.raw('coalesce(byline, ?)', [byline]),
          published_on: knex.raw('coalesce(published_on, ?::date)', [publishedOn]),
        })
    } catch (error) {
      if ((error as { constraint?: unknown }).constraint === 'articles_source_url')
        throw new Conflict('article-exists', { articleId: null })
      throw error
    }
  },
  /** Adds units in order and returns their ids in the same order. */
  async addUnits(articleId: number, units: readonly Omit<Unit, 'id'>[]): Promise<number[]> {
    const result = await knex.raw<{ rows: { id: number }[] }>(
      `insert into units (article_id, position, kind, source_text)
       select ?, u.position, u.kind, u."sourceText"
       from json_to_recordset(?::json) as u(position integer, kind text, "sourceText" text)
       order by u.position returning id`,
      [articleId, JSON.stringify(units.map((unit, position) => ({ ...unit, position })))],
    )
    return result.rows.map(({ id }) => id)
  },
  async retireUnits(articleId: number, at: Date) {
    await knex('units').where({ article_id: articleId }).whereNull('retired_at').update({ retired_at: at })
  },
  async units(articleId: number): Promise<Unit[]> {
    const rows = await knex('units')
      .where({ article_id: articleId })
      .whereNull('retired_at')
      .orderBy('position')
      .select<{ id: number; kind: UnitKind; source_text: string }[]>('id', 'kind', 'source_text')
    return rows.map((row) => ({ id: row.id, kind: row.kind, sourceText: row.source_text }))
  },
  async addDraft(
    articleId: number,
    targetLanguage: string,
    by: number,
    at: Date,
    machineEngine: string | null = null,
  ): Promise<number> {
    const [row] = await knex('drafts')
      .insert({
        article_id: articleId,
        target_language: targetLanguage,
        machine_engine: machineEngine,
        imported_by: by,
        imported_at: at,
      })
      .returning<{ id: number }[]>('id')
    if (!row) throw new Error('insert returned nothing')
    return row.id
  },
  async draft(id: number): Promise<Draft> {
    const draft = (await drafts(knex).where('drafts.id', id))[0]
    if (!draft) throw new NotFound('draft-not-found')
    return draft
  },
  /** The draft, locked: whoever holds it changes the draft's segments, versions and publications alone. */
  async lockDraft(id: number): Promise<Draft> {
    await knex('drafts').where({ id }).forUpdate().select('id')
    return this.draft(id)
  },
  async draftsOf(articleId: number): Promise<Draft[]> {
    return drafts(knex).where('drafts.article_id', articleId).orderBy('drafts.id')
  },
})

const drafts = (knex: Knex) =>
  knex('drafts').join('articles', 'articles.id', 'drafts.article_id').select<Draft[]>({
    id: 'drafts.id',
    articleId: 'drafts.article_id',
    targetLanguage: 'drafts.target_language',
    sourceLanguage: 'articles.source_language',
  })

const toArticle = (row: ArticleRow): Article => ({
  id: row.id,
  sourceLanguage: row.source_language,
  sourceUrl: row.source_url,
  byline: row.byline,
  publishedOn: row.published_on,
})
