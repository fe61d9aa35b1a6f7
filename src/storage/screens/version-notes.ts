import type { Knex } from 'knex'
import type { MqmType } from '../../domain/mqm.ts'
import type { Severity } from '../../engine/checks/check.ts'

/** What was said of a segment when a version was read. */
export interface VersionNote {
  readonly segmentId: number
  readonly versionId: number
  readonly versionNumber: number
  readonly by: string
  readonly at: Date
  readonly note: string
  /** The segment reads otherwise by now, or was cut anew. */
  readonly isEarlier: boolean
  /** Null for a segment that was sent back. */
  readonly mark: {
    readonly id: number
    readonly type: MqmType
    readonly severity: Severity
    readonly side: 'source' | 'target'
    readonly quote: string
  } | null
}

interface NoteRow extends Omit<VersionNote, 'mark'> {
  readonly markId: number | null
  readonly type: MqmType
  readonly severity: Severity
  readonly side: 'source' | 'target'
  readonly start: number
  readonly end: number
  readonly sourceText: string
  readonly text: string
}

/**
 * For whoever mends a draft: marks that stand, and what was sent back with the latest version, once it was returned. What is about a text
 * that has gone is told until the next version; what is about the text that stands, always. A segment that was recut hands its notes to
 * the first of those that took its place.
 */
export async function draftNotes(knex: Knex, draftId: number): Promise<VersionNote[]> {
  const { rows } = await knex.raw<{ rows: NoteRow[] }>(
    `with recursive said as (
       select m.version_id, m.segment_id, m.id as mark_id, m.type, m.severity, m.side, m.span_start, m.span_end, m.note,
         m.person_id, m.created_at
       from marks m join versions v on v.id = m.version_id
       where v.draft_id = :draftId and not exists (select from mark_withdrawals w where w.mark_id = m.id)
       union all
       select x.version_id, x.segment_id, null, null, null, null, null, null, x.note, x.person_id, x.created_at
       from (
         select distinct on (d.version_id, d.segment_id) d.* from segment_decisions d join returns r on r.version_id = d.version_id
         where d.version_id = (select id from versions where draft_id = :draftId order by number desc limit 1)
         order by d.version_id, d.segment_id, d.id desc) x
       where x.verdict = 'sent-back'
     ), followed as (
       select s.id as origin, s.id, s.retired_by from segments s where s.id in (select segment_id from said)
       union all
       select f.origin, n.id, n.retired_by
       from followed f
         join lateral (select id, retired_by from segments where created_by = f.retired_by order by position limit 1) n on true
       where f.retired_by is not null
     )
     select f.id as "segmentId", v.id as "versionId", v.number as "versionNumber", p.name as by, q.created_at as at, q.note,
       (f.id <> q.segment_id or now.text <> r.text) as "isEarlier", q.mark_id as "markId", q.type, q.severity, q.side,
       q.span_start as start, q.span_end as end, o.source_text as "sourceText", r.text
     from said q
       join versions v on v.id = q.version_id
       join version_segments vs on vs.version_id = q.version_id and vs.segment_id = q.segment_id
       join segment_revisions r on r.id = vs.revision_id
       join segments o on o.id = q.segment_id
       join followed f on f.origin = q.segment_id and f.retired_by is null
       join segments s on s.id = f.id
       join segment_revisions now on now.id = s.current_revision_id
       join people p on p.id = q.person_id
     where (f.id = q.segment_id and now.text = r.text) or v.number = (select max(number) from versions where draft_id = :draftId)
     order by v.number, q.mark_id nulls first, q.created_at`,
    { draftId },
  )
  return rows.map(({ markId, type, severity, side, start, end, sourceText, text, ...note }) => ({
    ...note,
    mark:
      markId === null
        ? null
        : {
            id: markId,
            type,
            severity,
            side,
            quote: (side === 'source' ? sourceText : text).slice(start, end),
          },
  }))
}
