import type { Knex } from 'knex'
import { NotFound } from '../../domain/errors.ts'

/** What somebody is about to import, between reading the page and confirming it. `Content` is the workflow's own shape. */
export const createImportPreviews = (knex: Knex) => ({
  async add(id: string, personId: number, content: unknown, at: Date) {
    await knex('import_previews').insert({
      id,
      person_id: personId,
      content: JSON.stringify(content),
      created_at: at,
    })
  },
  /** A preview is its maker's own: for everybody else it does not exist. */
  async get<Content>(id: string, personId: number): Promise<Content> {
    const row = await knex('import_previews')
      .where({ id, person_id: personId })
      .forUpdate()
      .first<{ content: Content } | undefined>('content')
    if (!row) throw new NotFound('import-not-found')
    return row.content
  },
  async change(id: string, content: unknown) {
    await knex('import_previews')
      .where({ id })
      .update({ content: JSON.stringify(content) })
  },
  async remove(id: string) {
    await knex('import_previews').where({ id }).delete()
  },
  async sweep(before: Date): Promise<number> {
    return knex('import_previews').where('created_at', '<', before).delete()
  },
})
