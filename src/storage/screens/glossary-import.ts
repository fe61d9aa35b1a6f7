import type { Knex } from 'knex'
import { conceptDifferences, type ConceptDifference } from '../../domain/concept-differences.ts'
import {
  mergeRow,
  rowStates,
  type GlossaryPreview,
  type PlannedRow,
  type RowState,
} from '../../domain/glossary-plan.ts'
import { NotFound } from '../../domain/errors.ts'
import { createGlossaryImports } from '../repositories/glossary-imports.ts'
import { createGlossary } from '../repositories/glossary.ts'
import { createImportPreviews } from '../repositories/import-previews.ts'

export interface PreviewedRow extends PlannedRow {
  /** What the row changes in its concept. */
  readonly differences: readonly ConceptDifference[]
}

export interface GlossaryImport {
  readonly preview: GlossaryPreview
  readonly rows: readonly PreviewedRow[]
  readonly state: RowState | null
  readonly page: number
  readonly pages: number
}

const pageSize = 100

/** One page of what a glossary file would do, for the person who read it in. `first` is the first state that has rows; null means every row. */
export const glossaryImport =
  (knex: Knex) =>
  async (
    id: string,
    personId: number,
    asked: { state: RowState | 'first' | null; page: number },
  ): Promise<GlossaryImport> => {
    const preview = await createImportPreviews(knex).get<GlossaryPreview | { readonly kind: 'article' }>(
      id,
      personId,
    )
    if (preview.kind !== 'glossary') throw new NotFound('import-not-found')
    const { counts } = preview
    const state = asked.state === 'first' ? (rowStates.find((key) => counts[key] > 0) ?? null) : asked.state
    const states: readonly RowState[] = state === null ? rowStates : [state]
    const total = states.reduce((sum, key) => sum + counts[key], 0)
    const listed = total - (states.includes('error') ? preview.unlisted : 0)
    const pages = Math.max(1, Math.ceil(listed / pageSize))
    const page = Math.min(asked.page, pages)
    const rows = await createGlossaryImports(knex).list(id, {
      ...(state ? { states: [state] } : {}),
      offset: (page - 1) * pageSize,
      limit: pageSize,
    })
    const ids = rows.flatMap((row) =>
      row.state === 'changed' && row.conceptId !== null ? row.conceptId : [],
    )
    const concepts = new Map((await createGlossary(knex).list(ids)).map((concept) => [concept.id, concept]))
    const differencesOf = ({ state, conceptId, content }: PlannedRow) => {
      const before = state === 'changed' && conceptId !== null ? concepts.get(conceptId) : undefined
      return before && content ? conceptDifferences(before, mergeRow(content, before)) : []
    }
    return {
      preview,
      rows: rows.map((row) => ({ ...row, differences: differencesOf(row) })),
      state,
      page,
      pages,
    }
  }
