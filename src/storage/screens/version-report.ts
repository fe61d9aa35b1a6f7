import type { Knex } from 'knex'
import type { Concept } from '../../domain/concept.ts'
import { changesWords } from './changed-concepts.ts'

/** Somebody who wrote in a version. */
export interface VersionWriter {
  readonly name: string
  readonly segments: number
  readonly firstAt: Date
  readonly lastAt: Date
}

/** The glossary that a version was checked against, and what of it has changed since. */
export interface GlossaryStanding {
  /** When its latest change then was made; null when the glossary was empty. */
  readonly changedAt: Date | null
  /** Concepts that the article speaks of, and that have other words now. */
  readonly changed: readonly { readonly conceptId: number; readonly concept: Concept; readonly at: Date }[]
}

export async function versionWriters(knex: Knex, versionId: number): Promise<VersionWriter[]> {
  const { rows } = await knex.raw<{ rows: VersionWriter[] }>(
    `select p.name, count(distinct r.segment_id)::int as segments, min(r.created_at) as "firstAt", max(r.created_at) as "lastAt"
     from version_segments vs
       join segment_revisions n on n.id = vs.revision_id
       join segment_revisions r on r.segment_id = vs.segment_id and r.number <= n.number
       join people p on p.id = r.author_id
     where vs.version_id = ? group by p.id order by min(r.created_at), p.id`,
    [versionId],
  )
  return rows
}

export async function glossaryStanding(
  knex: Knex,
  { draftId, glossaryChange }: { draftId: number; glossaryChange: number },
): Promise<GlossaryStanding> {
  const [latest, changed] = await Promise.all([
    knex('glossary_changes')
      .where('id', '<=', glossaryChange)
      .orderBy('id', 'desc')
      .first<{ created_at: Date } | undefined>('created_at'),
    knex('concept_uses as u')
      .join('glossary_changes as g', 'g.concept_id', 'u.concept_id')
      .where('u.draft_id', draftId)
      .where('g.id', '>', glossaryChange)
      .whereRaw(changesWords)
      .distinctOn('u.concept_id')
      .orderBy([{ column: 'u.concept_id' }, { column: 'g.id', order: 'desc' }])
      .select<GlossaryStanding['changed']>({
        conceptId: 'u.concept_id',
        concept: 'g.after',
        at: 'g.created_at',
      }),
  ])
  return { changedAt: latest?.created_at ?? null, changed }
}
