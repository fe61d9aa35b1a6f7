import type { Knex } from 'knex'
import type { Passage } from '../../domain/comparison.ts'
import type { MqmType } from '../../domain/mqm.ts'
import type { Verdict } from '../../domain/version.ts'
import type { Severity } from '../../engine/checks/check.ts'

/** A fault that somebody marked in a text of a version. */
export interface VersionMark {
  readonly id: number
  readonly segmentId: number
  readonly side: 'source' | 'target'
  /** In the text that the version has. */
  readonly start: number
  readonly end: number
  readonly type: MqmType
  readonly severity: Severity
  readonly note: string
  readonly by: string
  readonly byId: number
  readonly at: Date
}

/** What was last said of a segment's very text, in this version or an earlier one. */
export interface ListedVerdict {
  readonly segmentId: number
  readonly verdict: Verdict
  readonly note: string
  readonly by: string
  readonly at: Date
  readonly versionNumber: number
  readonly isEarlier: boolean
}

/** Marks that stand, in the order of the text. */
export const versionMarks = (knex: Knex, versionId: number) =>
  knex('marks as m')
    .join('version_segments as vs', (join) =>
      join.on('vs.version_id', 'm.version_id').andOn('vs.segment_id', 'm.segment_id'),
    )
    .join('people as p', 'p.id', 'm.person_id')
    .leftJoin('mark_withdrawals as w', 'w.mark_id', 'm.id')
    .where('m.version_id', versionId)
    .whereNull('w.mark_id')
    .orderBy(['vs.position', 'm.side', 'm.span_start', 'm.id'])
    .select<VersionMark[]>({
      id: 'm.id',
      segmentId: 'm.segment_id',
      side: 'm.side',
      start: 'm.span_start',
      end: 'm.span_end',
      type: 'm.type',
      severity: 'm.severity',
      note: 'm.note',
      by: 'p.name',
      byId: 'm.person_id',
      at: 'm.created_at',
    })

export async function versionVerdicts(knex: Knex, versionId: number): Promise<ListedVerdict[]> {
  const { rows } = await knex.raw<{ rows: ListedVerdict[] }>(
    `select distinct on (vs.segment_id) vs.segment_id as "segmentId", d.verdict, d.note, p.name as by, d.created_at as at,
       o.number as "versionNumber", o.id <> v.id as "isEarlier"
     from version_segments vs
       join versions v on v.id = vs.version_id
       join versions o on o.draft_id = v.draft_id and o.number <= v.number
       join version_segments os on os.version_id = o.id and os.segment_id = vs.segment_id and os.revision_id = vs.revision_id
       join segment_decisions d on d.version_id = o.id and d.segment_id = vs.segment_id
       join people p on p.id = d.person_id
     where vs.version_id = ?
     order by vs.segment_id, o.number desc, d.id desc`,
    [versionId],
  )
  return rows
}

/** The draft as it was imported: what the machine wrote, cut as it came. */
export async function machinePassages(knex: Knex, draftId: number): Promise<Passage[]> {
  const { rows } = await knex.raw<{ rows: Passage[] }>(
    `select s.id as "segmentId", s.unit_id as "unitId", r.text, s.target_after as after
     from segments s
       join segment_revisions r on r.segment_id = s.id and r.number = 1
       left join resegmentations c on c.id = s.created_by
       left join resegmentations x on x.id = s.retired_by
     where s.draft_id = ? and (c.id is null or c.kind = 'source-added') and (x.id is null or x.kind <> 'source-added')
     order by s.position, s.id`,
    [draftId],
  )
  return rows
}

export const versionPassages = (knex: Knex, versionId: number) =>
  knex('version_segments as vs')
    .join('segments as s', 's.id', 'vs.segment_id')
    .join('segment_revisions as r', 'r.id', 'vs.revision_id')
    .where('vs.version_id', versionId)
    .orderBy('vs.position')
    .select<Passage[]>({ segmentId: 's.id', unitId: 's.unit_id', text: 'r.text', after: 's.target_after' })

/** The draft as it is now. */
export const draftPassages = (knex: Knex, draftId: number) =>
  knex('segments as s')
    .join('segment_revisions as r', 'r.id', 's.current_revision_id')
    .where('s.draft_id', draftId)
    .whereNull('s.retired_by')
    .orderBy('s.position')
    .select<Passage[]>({ segmentId: 's.id', unitId: 's.unit_id', text: 'r.text', after: 's.target_after' })
