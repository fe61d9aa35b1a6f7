import type { Knex } from 'knex'
import type { PlannedRow, RowState } from '../../domain/glossary-plan.ts'

export interface RowSelection {
  readonly states?: readonly RowState[]
  readonly after?: number
  readonly offset?: number
  readonly limit: number
}

/** The rows of a glossary file between reading it and confirming it. They go when their preview goes. */
export const createGlossaryImports = (knex: Knex) => ({
  async add(importId: string, rows: readonly PlannedRow[]) {
    await knex.raw(
      `insert into glossary_import_rows (import_id, line, state, concept_id, content, alone, problems)
       select ?, line, state, "conceptId", content, alone, problems
       from json_to_recordset(?::json) as r(line integer, state text, "conceptId" integer, content jsonb,
         alone boolean, problems jsonb)`,
      [importId, JSON.stringify(rows)],
    )
  },
  /** Rows of these states (or all), in order: those after a line, or after skipping some. */
  async list(
    importId: string,
    { states, after = 0, offset = 0, limit }: RowSelection,
  ): Promise<PlannedRow[]> {
    return knex('glossary_import_rows')
      .where({ import_id: importId })
      .where('line', '>', after)
      .modify((query) => (states ? query.whereIn('state', [...states]) : query))
      .orderBy('line')
      .offset(offset)
      .limit(limit)
      .select<PlannedRow[]>('line', 'state', 'content', 'alone', 'problems', {
        conceptId: 'concept_id',
      })
  },
  async replan(importId: string, rows: readonly PlannedRow[]) {
    await knex.raw(
      `update glossary_import_rows as old set state = r.state, concept_id = r."conceptId", problems = r.problems
       from json_to_recordset(?::json) as r(line integer, state text, "conceptId" integer, problems jsonb)
       where old.import_id = ? and old.line = r.line`,
      [
        JSON.stringify(
          rows.map(({ line, state, conceptId, problems }) => ({ line, state, conceptId, problems })),
        ),
        importId,
      ],
    )
  },
})
