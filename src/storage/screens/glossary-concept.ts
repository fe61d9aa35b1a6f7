import type { Knex } from 'knex'
import { createGlossary } from '../repositories/glossary.ts'
import { sourceTitle } from './titles.ts'

export interface ConceptUse {
  readonly draftId: number
  readonly sourceTitle: string | null
  readonly sourceLanguage: string
  readonly targetLanguage: string
}

/** How many drafts are listed; the count is of all. */
const listedUses = 20

/** A concept, everything that happened to it, newest first, and the drafts whose source speaks of it. */
export const glossaryConcept = (knex: Knex) => async (id: number) => {
  const glossary = createGlossary(knex)
  const concept = await glossary.get(id)
  const changes = await glossary.changesOf(id)
  const uses = await knex('concept_uses as u')
    .join('drafts as d', 'd.id', 'u.draft_id')
    .join('articles as a', 'a.id', 'd.article_id')
    .where('u.concept_id', id)
    .orderBy('d.id', 'desc')
    .limit(listedUses)
    .select({
      draftId: 'd.id',
      sourceLanguage: 'a.source_language',
      targetLanguage: 'd.target_language',
    })
    .select<(ConceptUse & { total: number })[]>(
      knex.raw(sourceTitle),
      knex.raw('(count(*) over ())::int as total'),
    )
  return { concept, changes, uses, useCount: uses[0]?.total ?? 0 }
}
