import type { Knex } from 'knex'
import { splitMentions, type CommentPiece, type Nameable } from '../../domain/mentions.ts'

export interface ReviewComment {
  readonly id: number
  readonly segmentId: number | null
  /** The body, cut where it names people. */
  readonly pieces: readonly CommentPiece[]
  readonly by: string
  readonly at: Date
  readonly resolvedBy: string | null
}

interface CommentRow extends Omit<ReviewComment, 'pieces'> {
  readonly body: string
}

/** A draft's comments, oldest first. */
export async function draftComments(knex: Knex, draftId: number): Promise<ReviewComment[]> {
  const rows = await knex('comments as c')
    .join('people as p', 'p.id', 'c.author_id')
    .leftJoin('people as q', 'q.id', 'c.resolved_by')
    .where('c.draft_id', draftId)
    .orderBy('c.id')
    .select<CommentRow[]>({
      id: 'c.id',
      segmentId: 'c.segment_id',
      body: 'c.body',
      by: 'p.name',
      at: 'c.created_at',
      resolvedBy: 'q.name',
    })
  const named = rows.some(({ body }) => body.includes('@')) ? await mentioned(knex, draftId) : []
  return rows.map(({ body, ...comment }) => ({
    ...comment,
    pieces: splitMentions(
      body,
      named.filter(({ commentId }) => commentId === comment.id),
    ),
  }))
}

const mentioned = (knex: Knex, draftId: number) =>
  knex('mentions as m')
    .join('comments as c', 'c.id', 'm.comment_id')
    .join('people as p', 'p.id', 'm.person_id')
    .where('c.draft_id', draftId)
    .select<(Nameable & { commentId: number })[]>({
      commentId: 'm.comment_id',
      id: 'p.id',
      name: 'p.name',
      email: 'p.email',
    })

export interface Mentionable {
  readonly id: number
  readonly name: string
  /** What to write after the `@`: the name, or the address where two people have one name. */
  readonly call: string
}

/** Who can be named in a comment, by name. */
export async function mentionablePeople(knex: Knex): Promise<Mentionable[]> {
  const people = await knex('people')
    .whereNull('disabled_at')
    .orderBy('name')
    .select<Nameable[]>('id', 'name', 'email')
  const isShared = (name: string) =>
    people.filter((other) => other.name.toLowerCase() === name.toLowerCase()).length > 1
  return people.map(({ id, name, email }) => ({ id, name, call: isShared(name) ? email : name }))
}
