import type { DraftCheck } from './draft-check.ts'

/**
 * A segment that was submitted, reviewed or accepted although its text is a machine's (or the memory's) and nobody has written in it or
 * confirmed it. Only segments of which that is known are judged; `review` of a `DraftSegment` says what must be known.
 */
export const machineTextUnread: DraftCheck = {
  id: 'machine-text-unread',
  dimension: 'accuracy',
  severity: 'minor',
  examples: [
    {
      segments: [
        {
          source: 'Mưa lớn ở Hà Nội.',
          target: '[ฝนตกหนักในฮานอย]',
          review: { origin: 'machine', confirmed: false, passedOn: true },
        },
        {
          source: 'Nước đã rút.',
          target: 'น้ำลดแล้ว',
          review: { origin: 'machine', confirmed: true, passedOn: true },
        },
        {
          source: 'Đường đã thông.',
          target: 'ถนนใช้ได้แล้ว',
          review: { origin: 'machine', confirmed: false, passedOn: false },
        },
      ],
    },
  ],
  run(segments) {
    return segments.flatMap(({ id, review, target: { text } }) => {
      if (!review || review.origin === 'person' || review.confirmed || !review.passedOn) return []
      const start = text.length - text.trimStart().length
      const end = text.trimEnd().length
      return start < end ? [{ segmentId: id, finding: { side: 'target', span: { start, end } } }] : []
    })
  },
}
