import type { Check } from './check.ts'

/**
 * Text that the alignment found no source for: the segment's source is empty. What was added inside a segment is not seen here; an addition
 * that makes it unlikely long is `length-unlikely`'s.
 */
export const sentenceAdded: Check = {
  id: 'sentence-added',
  dimension: 'accuracy',
  severity: 'minor',
  examples: [
    { source: '', target: '[อ่านข่าวอื่นได้ที่หน้าแรก]' },
    { source: 'Mưa lớn ở Hà Nội.', target: 'ฝนตกหนักในฮานอย' },
  ],
  run({ source, target: { text } }) {
    const span = { start: text.length - text.trimStart().length, end: text.trimEnd().length }
    return /\S/.test(source.text) || span.start >= span.end ? [] : [{ side: 'target', span }]
  },
}
