import type { Knex } from 'knex'
import type { Verdict } from '../../domain/version.ts'

export interface SegmentDecision {
  readonly segmentId: number
  readonly verdict: Verdict
  readonly note: string
}

export const createSegmentDecisions = (knex: Knex) => ({
  /** What holds: the latest of each segment. */
  async list(versionId: number): Promise<SegmentDecision[]> {
    return knex('segment_decisions')
      .where({ version_id: versionId })
      .distinctOn('segment_id')
      .orderBy([{ column: 'segment_id' }, { column: 'id', order: 'desc' }])
      .select<SegmentDecision[]>({ segmentId: 'segment_id', verdict: 'verdict', note: 'note' })
  },
  async add(
    versionId: number,
    decisions: readonly SegmentDecision[],
    { by, at }: { by: number; at: Date },
  ): Promise<number[]> {
    const rows = await knex('segment_decisions')
      .insert(
        decisions.map(({ segmentId, verdict, note }) => ({
          version_id: versionId,
          segment_id: segmentId,
          verdict,
          note,
          person_id: by,
          created_at: at,
        })),
      )
      .returning<{ id: number }[]>('id')
    return rows.map(({ id }) => id)
  },
  /**
   * What a returned version leaves of the states of its segments, where they still read so: what was accepted is reviewed, what was sent
   * back is to be mended. Nothing that was sent back goes up by it.
   */
  async settle(versionId: number): Promise<void> {
    await knex.raw(
      `update segments s set state = x.state
       from version_segments v
         join lateral (
           select case verdict when 'accepted' then 'reviewed' else 'translated' end as state
           from segment_decisions d where d.version_id = v.version_id and d.segment_id = v.segment_id
           order by d.id desc limit 1) x on true
       where v.version_id = ? and s.id = v.segment_id and s.current_revision_id = v.revision_id and s.retired_by is null
         and s.state = any(case x.state when 'reviewed' then array['initial', 'translated'] else array['reviewed', 'final'] end)`,
      [versionId],
    )
  },
})
