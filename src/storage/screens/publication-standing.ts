import type { Knex } from 'knex'
import { changesWords } from './changed-concepts.ts'

export interface PublicationStanding {
  /** What is to be published of the draft, and when. */
  readonly pending: {
    readonly versionId: number
    readonly versionNumber: number
    readonly dueAt: Date
    readonly by: string
  } | null
  /** The last thing that was to be published, if it was given up because something else was done meanwhile. */
  readonly overtaken: { readonly versionNumber: number; readonly dueAt: Date; readonly endedAt: Date } | null
  /** How many concepts of the article the glossary has other words for than when what readers see was checked. */
  readonly staleConcepts: number
}

/** What else an editor must know of a draft to publish a version of it. */
export const publicationStanding =
  (knex: Knex) =>
  async (draftId: number): Promise<PublicationStanding> => {
    const [schedules, stale] = await Promise.all([
      knex('publication_schedules as s')
        .join('versions as v', 'v.id', 's.version_id')
        .join('people as b', 'b.id', 's.scheduled_by')
        .where('s.draft_id', draftId)
        .orderBy('s.id', 'desc')
        .limit(1)
        .select<ScheduleRow[]>({
          versionId: 's.version_id',
          versionNumber: 'v.number',
          dueAt: 's.due_at',
          by: 'b.name',
          endedAt: 's.ended_at',
          outcome: 's.outcome',
        }),
      knex('concept_uses as u')
        .joinRaw('join publications p on p.draft_id = u.draft_id and p.withdrawn_at is null')
        .join('versions as v', 'v.id', 'p.version_id')
        .joinRaw('join glossary_changes g on g.concept_id = u.concept_id and g.id > v.glossary_change')
        .where('u.draft_id', draftId)
        .whereRaw(changesWords)
        .countDistinct<{ count: number }[]>('u.concept_id as count'),
    ])
    const [latest] = schedules
    return {
      pending: latest && latest.endedAt === null ? latest : null,
      overtaken:
        latest && latest.endedAt !== null && latest.outcome === 'overtaken'
          ? { ...latest, endedAt: latest.endedAt }
          : null,
      staleConcepts: stale[0]?.count ?? 0,
    }
  }

interface ScheduleRow {
  versionId: number
  versionNumber: number
  dueAt: Date
  by: string
  endedAt: Date | null
  outcome: string | null
}
