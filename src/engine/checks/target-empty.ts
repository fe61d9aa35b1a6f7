import type { Check } from './check.ts'

export const targetEmpty: Check = {
  id: 'target-empty',
  dimension: 'accuracy',
  severity: 'critical',
  examples: [
    { source: 'Hội nghị khai mạc sáng nay.', target: '[]' },
    { source: 'Hội nghị khai mạc sáng nay.', target: 'การประชุมเปิดขึ้นเมื่อเช้านี้' },
    { source: '***', target: '' },
  ],
  run({ state, target }) {
    return state === 'empty' ? [{ side: 'target', span: { start: 0, end: target.text.length } }] : []
  },
}
