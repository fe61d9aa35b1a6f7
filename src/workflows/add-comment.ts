import { findMentions } from '../domain/mentions.ts'
import type { Repositories } from '../storage/storage.ts'

/** Adds a comment, and beside it whom it names (`@name`). Part of the caller's transaction. */
export async function addComment(
  tx: Repositories,
  comment: { draftId: number; segmentId: number | null; by: number; body: string },
  at: Date,
): Promise<number> {
  const people = comment.body.includes('@') ? await tx.people.list() : []
  const mentions = findMentions(
    comment.body,
    people.filter(({ disabled }) => !disabled),
  )
  const personIds = new Set(mentions.flatMap((mention) => mention.personIds))
  return tx.comments.add({ ...comment, mentions: [...personIds] }, at)
}
