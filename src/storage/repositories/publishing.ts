import type { Knex } from 'knex'
import type { UnitKind } from '../../domain/article.ts'

export interface Schedule {
  readonly id: number
  readonly draftId: number
  readonly versionId: number
  readonly dueAt: Date
  readonly scheduledBy: number
}

/** What the index of a language says of a publication; `folded` is all of its text, as it is searched. */
export interface PublishedText {
  readonly publicationId: number
  readonly language: string
  readonly firstPublishedAt: Date
  readonly title: string
  readonly summary: string
  readonly folded: string
}

/** Publications to come, and the texts by which those that are there are found. */
export const createPublishing = (knex: Knex) => {
  const pending = () =>
    knex('publication_schedules').whereNull('ended_at').select<Schedule[]>({
      id: 'id',
      draftId: 'draft_id',
      versionId: 'version_id',
      dueAt: 'due_at',
      scheduledBy: 'scheduled_by',
    })
  return {
    async schedule(schedule: Omit<Schedule, 'id'>, at: Date): Promise<void> {
      await knex('publication_schedules').insert({
        draft_id: schedule.draftId,
        version_id: schedule.versionId,
        due_at: schedule.dueAt,
        scheduled_by: schedule.scheduledBy,
        scheduled_at: at,
      })
    },
    /** What is to be published of a draft; there is one at most. */
    async pending(draftId: number): Promise<Schedule | undefined> {
      return (await pending().where({ draft_id: draftId }))[0]
    },
    /**
     * Locks the draft of which something is due longest, passing over those that somebody writes in just now, and says what: nothing,
     * if it was given up while the lock was taken. Undefined when no draft is due.
     */
    async lockDue(now: Date): Promise<{ schedule: Schedule | undefined } | undefined> {
      const [due] = await knex('publication_schedules as s')
        .join('drafts as d', 'd.id', 's.draft_id')
        .whereNull('s.ended_at')
        .where('s.due_at', '<=', now)
        .orderBy(['s.due_at', 's.id'])
        .limit(1)
        .forUpdate('d')
        .skipLocked()
        .select<{ draftId: number }[]>({ draftId: 'd.id' })
      return due && { schedule: await this.pending(due.draftId) }
    },
    async end(id: number, outcome: 'published' | 'cancelled' | 'overtaken', at: Date): Promise<void> {
      await knex('publication_schedules')
        .where({ id })
        .whereNull('ended_at')
        .update({ ended_at: at, outcome })
    },
    /** Live publications that no search finds yet: those from before there was an index. */
    async undescribed(limit: number): Promise<number[]> {
      return knex('publications as p')
        .leftJoin('published_texts as t', 't.publication_id', 'p.id')
        .whereNull('p.withdrawn_at')
        .whereNull('t.publication_id')
        .orderBy('p.id')
        .limit(limit)
        .pluck<number[]>('p.id')
    },
    /** The blocks of a publication, as readers have them, with when the article first came out in its language. */
    async textOf(publicationId: number) {
      const { rows } = await knex.raw<{
        rows: { language: string; firstPublishedAt: Date; kind: UnitKind; text: string }[]
      }>(
        `select d.target_language as language, u.kind, string_agg(r.text || s.target_after, '' order by vs.position) as text,
           (select min(f.published_at) from publications f where f.draft_id = d.id) as "firstPublishedAt"
         from publications p join drafts d on d.id = p.draft_id
           join version_segments vs on vs.version_id = p.version_id
           join segments s on s.id = vs.segment_id
           join units u on u.id = s.unit_id
           join segment_revisions r on r.id = vs.revision_id
         where p.id = ? group by d.id, d.target_language, u.id, u.kind order by min(vs.position)`,
        [publicationId],
      )
      return rows
    },
    async describe(text: PublishedText): Promise<void> {
      await knex('published_texts')
        .insert({
          publication_id: text.publicationId,
          language: text.language,
          first_published_at: text.firstPublishedAt,
          title: text.title,
          summary: text.summary,
          folded: text.folded,
        })
        .onConflict('publication_id')
        .ignore()
    },
  }
}
