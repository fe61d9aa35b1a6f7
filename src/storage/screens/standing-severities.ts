import type { Knex } from 'knex'
import type { SeveritySetting } from '../repositories/check-severities.ts'

/** What stands about a check: null is the check's own severity, which somebody has given back to it. */
export interface StandingSeverity {
  readonly checkId: string
  readonly severity: SeveritySetting | null
  readonly by: string
  readonly at: Date
}

/** The latest word about every check that somebody has ever set. */
export const standingSeverities = (knex: Knex): Promise<StandingSeverity[]> =>
  knex('check_severities as c')
    .join('people as p', 'p.id', 'c.person_id')
    .distinctOn('c.check_id')
    .orderBy(['c.check_id', { column: 'c.id', order: 'desc' }])
    .select<StandingSeverity[]>({
      checkId: 'c.check_id',
      severity: 'c.severity',
      by: 'p.name',
      at: 'c.created_at',
    })
