import type { Knex } from 'knex'
import type { PublicBlock } from './public-article.ts'
import { sourceTitle } from './titles.ts'

/** A draft as readers would have it if it were published as it stands. */
export interface DraftReading {
  readonly draftId: number
  readonly language: string
  readonly sourceLanguage: string
  readonly sourceTitle: string | null
  readonly sourceUrl: string | null
  readonly byline: string | null
  /** When the source came out, as an ISO date. */
  readonly sourceDate: string | null
  readonly blocks: readonly (PublicBlock & { readonly firstSegmentId: number })[]
}

/** Undefined when there is no such draft. */
export async function draftReading(knex: Knex, draftId: number): Promise<DraftReading | undefined> {
  const head = await knex('drafts as d')
    .join('articles as a', 'a.id', 'd.article_id')
    .where('d.id', draftId)
    .select({
      draftId: 'd.id',
      language: 'd.target_language',
      sourceLanguage: 'a.source_language',
      sourceUrl: 'a.source_url',
      byline: 'a.byline',
      sourceDate: 'a.published_on',
    })
    .select(knex.raw(sourceTitle))
    .first<Omit<DraftReading, 'blocks'> | undefined>()
  if (!head) return undefined
  const { rows: blocks } = await knex.raw<{ rows: DraftReading['blocks'] }>(
    `select u.id as "unitId", u.kind, (array_agg(s.id order by s.position))[1]::integer as "firstSegmentId",
       json_agg(json_build_object('text', r.text, 'after', s.target_after) order by s.position) as segments
     from segments s join units u on u.id = s.unit_id join segment_revisions r on r.id = s.current_revision_id
     where s.draft_id = ? and s.retired_by is null group by u.id, u.kind order by min(s.position)`,
    [draftId],
  )
  return { ...head, blocks }
}
