import type { Knex } from 'knex'
import { NotFound } from '../../domain/errors.ts'

export interface Comment {
  readonly id: number
  readonly draftId: number
  readonly segmentId: number | null
  readonly resolved: boolean
}

export const createComments = (knex: Knex) => ({
  async get(id: number): Promise<Comment> {
    const row = await knex('comments')
      .where({ id })
      .first<
        { id: number; draft_id: number; segment_id: number | null; resolved_at: Date | null } | undefined
      >()
    if (!row) throw new NotFound('comment-not-found')
    return {
      id: row.id,
      draftId: row.draft_id,
      segmentId: row.segment_id,
      resolved: row.resolved_at !== null,
    }
  },
  async add(
    comment: {
      draftId: number
      segmentId: number | null
      by: number
      body: string
      mentions: readonly number[]
    },
    at: Date,
  ): Promise<number> {
    const [row] = await knex('comments')
      .insert({
        draft_id: comment.draftId,
        segment_id: comment.segmentId,
        author_id: comment.by,
        body: comment.body,
        created_at: at,
      })
      .returning<{ id: number }[]>('id')
    if (!row) throw new Error('insert returned nothing')
    if (comment.mentions.length > 0)
      await knex('mentions').insert(
        comment.mentions.map((personId) => ({ comment_id: row.id, person_id: personId })),
      )
    return row.id
  },
  async resolve(id: number, by: number, at: Date) {
    await knex('comments').where({ id }).whereNull('resolved_at').update({ resolved_by: by, resolved_at: at })
  },
  async reopen(id: number) {
    await knex('comments').where({ id }).update({ resolved_by: null, resolved_at: null })
  },
  /** Comments of segments that gave way follow to the segment that took their place. */
  async move(from: readonly number[], to: number) {
    await knex('comments')
      .whereIn('segment_id', [...from])
      .update({ segment_id: to })
  },
})
