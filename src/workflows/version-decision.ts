import { NotFound } from '../domain/errors.ts'
import type { EventType } from '../domain/event.ts'
import type { Actor } from '../domain/people.ts'
import type { Version } from '../domain/version.ts'
import type { Repositories } from '../storage/storage.ts'
import { addComment } from './add-comment.ts'

/** What an editor says with a decision: about the whole, and about single segments of the version. */
export interface Decision {
  readonly note: string
  readonly comments: readonly { readonly segmentId: number; readonly body: string }[]
}

/** Writes the comments of a decision, each with its event. One on a segment that was recut in the meantime goes to the draft. */
export async function writeComments(
  tx: Repositories,
  actor: Actor,
  version: Version,
  comments: Decision['comments'],
  at: Date,
): Promise<void> {
  if (comments.length === 0) return
  const own = new Set(await tx.versions.segmentIds(version.id))
  const segments = await tx.segments.many(comments.map(({ segmentId }) => segmentId))
  const standing = new Set(segments.filter(({ retired }) => !retired).map(({ id }) => id))
  for (const { segmentId, body } of comments) {
    if (!own.has(segmentId)) throw new NotFound('segment-not-found')
    const target = standing.has(segmentId) ? segmentId : null
    const commentId = await addComment(
      tx,
      { draftId: version.draftId, segmentId: target, by: actor.id, body },
      at,
    )
    await tx.events.record(
      {
        type: 'comment_written',
        by: actor.id,
        articleId: version.articleId,
        draftId: version.draftId,
        ...(target === null ? {} : { segmentId: target }),
        data: { commentId },
      },
      at,
    )
  }
}

export const recordStep = (
  tx: Repositories,
  type: EventType,
  actor: Pick<Actor, 'id'>,
  version: Version,
  at: Date,
  data: Readonly<Record<string, string | number>> = {},
  segmentId?: number,
) =>
  tx.events.record(
    {
      type,
      by: actor.id,
      articleId: version.articleId,
      draftId: version.draftId,
      versionId: version.id,
      ...(segmentId === undefined ? {} : { segmentId }),
      data: { number: version.number, ...data },
    },
    at,
  )
