import { z } from 'zod'
import type { Span } from '../../../engine/text/span.ts'

interface PlaceOfText extends Span {
  readonly segmentId: number
  readonly revisionId: number
}

/** A place of a revision as the value of a box to be ticked, and back. */
export const placeValue = ({ segmentId, revisionId, start, end }: PlaceOfText): string =>
  [segmentId, revisionId, start, end].join(':')

export const place = z
  .string()
  .regex(/^\d{1,15}:\d{1,15}:\d{1,6}:\d{1,6}$/)
  .transform((value) => {
    const [segmentId = 0, revisionId = 0, start = 0, end = 0] = value.split(':').map(Number)
    return { segmentId, revisionId, start, end }
  })
