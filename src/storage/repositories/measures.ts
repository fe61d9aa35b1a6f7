import type { Knex } from 'knex'

/** The text of a segment as the machine left it, and as it is. */
export interface MeasuredPair {
  readonly source: string
  readonly machine: string
  readonly text: string
}

export interface Measure {
  readonly sourceWords: number
  readonly edits: number
  readonly graphemes: number
}

export const createMeasures = (knex: Knex) => ({
  /** Drafts that something has happened to since they were measured, and how far that goes. */
  async outdatedDrafts(limit: number): Promise<{ draftId: number; eventId: number }[]> {
    const { rows } = await knex.raw<{ rows: { draftId: number; eventId: number }[] }>(
      `select d.id as "draftId", latest.id as "eventId"
       from drafts d cross join lateral (select e.id from events e where e.draft_id = d.id order by e.id desc limit 1) latest
       left join draft_measures m on m.draft_id = d.id
       where m.event_id is distinct from latest.id order by latest.id desc limit ?`,
      [limit],
    )
    return rows
  },
  async unmeasuredVersions(limit: number): Promise<number[]> {
    return knex('versions as v')
      .leftJoin('version_measures as m', 'm.version_id', 'v.id')
      .whereNull('m.version_id')
      .orderBy('v.id', 'desc')
      .limit(limit)
      .pluck<number[]>('v.id')
  },
  async ofDraft(draftId: number): Promise<MeasuredPair[]> {
    return pairs(knex)
      .join('segment_revisions as r', 'r.id', 's.current_revision_id')
      .where('s.draft_id', draftId)
      .whereNull('s.retired_by')
  },
  async ofVersion(versionId: number): Promise<MeasuredPair[]> {
    return pairs(knex)
      .join('version_segments as v', 'v.segment_id', 's.id')
      .join('segment_revisions as r', 'r.id', 'v.revision_id')
      .where('v.version_id', versionId)
  },
  /** What was measured at a later event stays. */
  async setDraft(draftId: number, eventId: number, { sourceWords, edits, graphemes }: Measure) {
    await knex.raw(
      `insert into draft_measures as m (draft_id, event_id, source_words, edits, graphemes) values (?, ?, ?, ?, ?)
       on conflict (draft_id) do update set event_id = excluded.event_id, source_words = excluded.source_words,
         edits = excluded.edits, graphemes = excluded.graphemes where m.event_id < excluded.event_id`,
      [draftId, eventId, sourceWords, edits, graphemes],
    )
  },
  async setVersion(versionId: number, { sourceWords, edits, graphemes }: Measure) {
    await knex('version_measures')
      .insert({ version_id: versionId, source_words: sourceWords, edits, graphemes })
      .onConflict('version_id')
      .ignore()
  },
})

const pairs = (knex: Knex) =>
  knex('segments as s')
    .joinRaw('join segment_revisions m on m.segment_id = s.id and m.number = 1')
    .select<MeasuredPair[]>({ source: 's.source_text', machine: 'm.text', text: 'r.text' })
