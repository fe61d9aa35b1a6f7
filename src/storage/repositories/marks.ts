import type { Knex } from 'knex'
import { NotFound } from '../../domain/errors.ts'
import type { MqmType } from '../../domain/mqm.ts'
import type { Severity } from '../../engine/checks/check.ts'

export interface Mark {
  readonly id: number
  readonly versionId: number
  readonly segmentId: number
  readonly by: number
  readonly isWithdrawn: boolean
}

export interface NewMark {
  readonly versionId: number
  readonly segmentId: number
  readonly side: 'source' | 'target'
  readonly start: number
  readonly end: number
  readonly type: MqmType
  readonly severity: Severity
  readonly note: string
  readonly by: number
}

export const createMarks = (knex: Knex) => ({
  async get(id: number): Promise<Mark> {
    const row = await knex('marks as m')
      .leftJoin('mark_withdrawals as w', 'w.mark_id', 'm.id')
      .where('m.id', id)
      .select({ id: 'm.id', versionId: 'm.version_id', segmentId: 'm.segment_id', by: 'm.person_id' })
      .first<Mark | undefined>(knex.raw('w.mark_id is not null as "isWithdrawn"'))
    if (!row) throw new NotFound('mark-not-found')
    return row
  },
  async add(mark: NewMark, at: Date): Promise<number> {
    const [row] = await knex('marks')
      .insert({
        version_id: mark.versionId,
        segment_id: mark.segmentId,
        side: mark.side,
        span_start: mark.start,
        span_end: mark.end,
        type: mark.type,
        severity: mark.severity,
        note: mark.note,
        person_id: mark.by,
        created_at: at,
      })
      .returning<{ id: number }[]>('id')
    if (!row) throw new Error('insert returned nothing')
    return row.id
  },
  async withdraw(id: number, by: number, at: Date): Promise<void> {
    await knex('mark_withdrawals').insert({ mark_id: id, person_id: by, created_at: at })
  },
})
