import type { Knex } from 'knex'
import type { Severity } from '../../engine/checks/check.ts'

/** How grave a desk takes a check's findings to be; `off` is a check that does not run. */
export type SeveritySetting = Severity | 'off'

export const createCheckSeverities = (knex: Knex) => ({
  /** Held to the end of the transaction, so that the numbers of changes follow each other as they come to be seen. */
  async lockChanges() {
    await knex.raw(`select pg_advisory_xact_lock(hashtextextended('check_severities', 0))`)
  },
  /** The settings in force, and the number of the latest change of them. */
  async inForce(): Promise<{ change: number; settings: ReadonlyMap<string, SeveritySetting> }> {
    const rows = await knex('check_severities')
      .orderBy('id')
      .select<{ id: number; check_id: string; severity: SeveritySetting | null }[]>()
    const settings = new Map<string, SeveritySetting>()
    for (const { check_id: checkId, severity } of rows) {
      if (severity) settings.set(checkId, severity)
      else settings.delete(checkId)
    }
    return { change: rows.at(-1)?.id ?? 0, settings }
  },
  async set(checkId: string, severity: SeveritySetting | null, by: number, at: Date) {
    await knex('check_severities').insert({
      check_id: checkId,
      severity,
      person_id: by,
      created_at: at,
    })
  },
})
