import type { Knex } from 'knex'
import { NotFound } from '../../domain/errors.ts'
import { sourceTitle } from './titles.ts'

/** A draft whose texts can be compared, with its versions, newest first. */
export interface ComparedDraft {
  readonly draftId: number
  readonly articleId: number
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly sourceTitle: string | null
  readonly versions: readonly { readonly id: number; readonly number: number }[]
}

export async function comparedDraft(knex: Knex, draftId: number): Promise<ComparedDraft> {
  const [draft, versions] = await Promise.all([
    knex('drafts as d')
      .join('articles as a', 'a.id', 'd.article_id')
      .where('d.id', draftId)
      .select({
        draftId: 'd.id',
        articleId: 'a.id',
        sourceLanguage: 'a.source_language',
        targetLanguage: 'd.target_language',
      })
      .first<Omit<ComparedDraft, 'versions'> | undefined>(knex.raw(sourceTitle)),
    knex('versions')
      .where({ draft_id: draftId })
      .orderBy('number', 'desc')
      .select<ComparedDraft['versions']>('id', 'number'),
  ])
  if (!draft) throw new NotFound('draft-not-found')
  return { ...draft, versions }
}
