import { z } from 'zod'
import { note } from '../../fields.ts'
import type { Decision } from '../../../workflows/version-decision.ts'

const commentField = /^comment-([1-9]\d{0,14})$/

/** An editor's decision: a note, and a field `comment-<segmentId>` for every segment on the page; empty ones say nothing. */
export const decisionForm = z
  .looseObject({ note: note().default('') })
  .transform((fields, context): Decision => {
    const comments: { segmentId: number; body: string }[] = []
    for (const [field, value] of Object.entries(fields)) {
      const segmentId = commentField.exec(field)?.[1]
      if (segmentId === undefined) continue
      const body = note().safeParse(value)
      if (!body.success)
        context.addIssue({
          code: 'custom',
          path: [field],
          message: body.error.issues[0]?.message ?? 'not-understood',
        })
      else if (body.data !== '') comments.push({ segmentId: Number(segmentId), body: body.data })
    }
    return { note: fields.note, comments }
  })

/** What was typed, to be shown again beside what is wrong with it. */
export function typedDecision(fields: Readonly<Record<string, unknown>>): Decision {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    note: text(fields.note),
    comments: Object.entries(fields).flatMap(([field, value]) => {
      const segmentId = commentField.exec(field)?.[1]
      return segmentId === undefined ? [] : [{ segmentId: Number(segmentId), body: text(value) }]
    }),
  }
}
