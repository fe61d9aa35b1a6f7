import type { Knex } from 'knex'
import type { ArticleHalves } from '../../domain/missing-half.ts'
import { sourceTitle, targetTitle } from './titles.ts'

/** An article that an import may add to. */
export interface KnownArticle extends ArticleHalves {
  readonly id: number
  readonly sourceLanguage: string
  readonly sourceUrl: string | null
  /** Its title, in the language of its source or, when only a draft is there, of the draft. */
  readonly title: string
  readonly titleLanguage: string
}

interface Row {
  id: number
  sourceLanguage: string
  sourceUrl: string | null
  sourceTitle: string | null
  targetTitle: string | null
  hasSource: boolean
  draftLanguages: string[]
}

/** The article with an id or a source address, if there is one. */
export const knownArticle =
  (knex: Knex) =>
  async (known: { readonly id: number } | { readonly sourceUrl: string }): Promise<KnownArticle | null> => {
    const row = await knex('articles as a')
      .joinRaw(
        'left join lateral (select id from drafts where article_id = a.id order by id limit 1) d on true',
      )
      .where('id' in known ? { 'a.id': known.id } : { 'a.source_url': known.sourceUrl })
      .select({ id: 'a.id', sourceLanguage: 'a.source_language', sourceUrl: 'a.source_url' })
      .select(knex.raw(sourceTitle), knex.raw(targetTitle))
      .select(
        knex.raw(
          `exists (select from units u where u.article_id = a.id and u.retired_at is null and u.source_text <> '')
             as "hasSource"`,
        ),
        knex.raw(
          `array(select target_language from drafts where article_id = a.id order by id) as "draftLanguages"`,
        ),
      )
      .first<Row | undefined>()
    if (!row) return null
    const { sourceTitle: own, targetTitle: drafted, ...facts } = row
    const title = own || drafted || ''
    const titleLanguage = own ? row.sourceLanguage : (row.draftLanguages[0] ?? row.sourceLanguage)
    return { ...facts, title, titleLanguage }
  }
