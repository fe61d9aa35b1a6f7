import type { Knex } from 'knex'
import type { Concept } from '../../domain/concept.ts'

/** A concept of a published article that the glossary has other words for now. */
export interface ChangedConcept {
  readonly draftId: number
  readonly conceptId: number
  /** As it is after the latest change. */
  readonly concept: Concept
  readonly by: string
  readonly at: Date
}

/** SQL: change `g` of a concept may make a text that was checked before it read wrong. A new note or definition does not. */
export const changesWords = `(g.kind <> 'changed' or g.before -> 'terms' is distinct from g.after -> 'terms')`

/** Why the published drafts of an article are stale: each concept with its latest change since what readers see was checked. */
export const changedConcepts = (knex: Knex) => (articleId: number) =>
  knex('concept_uses as u')
    .join('drafts as d', 'd.id', 'u.draft_id')
    .joinRaw('join publications p on p.draft_id = d.id and p.withdrawn_at is null')
    .join('versions as v', 'v.id', 'p.version_id')
    .joinRaw('join glossary_changes g on g.concept_id = u.concept_id and g.id > v.glossary_change')
    .join('people as b', 'b.id', 'g.person_id')
    .where('d.article_id', articleId)
    .whereRaw(changesWords)
    .distinctOn('u.draft_id', 'u.concept_id')
    .orderBy([{ column: 'u.draft_id' }, { column: 'u.concept_id' }, { column: 'g.id', order: 'desc' }])
    .select<ChangedConcept[]>({
      draftId: 'u.draft_id',
      conceptId: 'u.concept_id',
      concept: 'g.after',
      by: 'b.name',
      at: 'g.created_at',
    })
