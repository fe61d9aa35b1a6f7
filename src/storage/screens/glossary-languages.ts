import type { Knex } from 'knex'
import { languages } from '../../engine/languages/catalog.ts'

/** Languages that a concept can have terms in: those with a pack, then all that articles, drafts or terms are written in. */
export const glossaryLanguages = (knex: Knex) => async (): Promise<string[]> => {
  const used = await knex
    .select('language')
    .from(
      knex.raw(
        `(select source_language as language from articles union select target_language from drafts
          union select language from terms) as used`,
      ),
    )
    .orderBy('language')
    .pluck<string[]>('language')
  return [...new Set([...languages.map(({ tag }) => tag), ...used])]
}
