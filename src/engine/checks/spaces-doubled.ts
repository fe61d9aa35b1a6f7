import type { Check } from './check.ts'

/** Two or more spaces within a line. What the source does as well is its layout, and no fault. */
export const spacesDoubled: Check = {
  id: 'spaces-doubled',
  dimension: 'linguistic-conventions',
  severity: 'minor',
  examples: [
    { source: 'Trời mưa to ở miền Trung.', target: 'ฝนตกหนัก[  ]ในภาคกลาง', mended: 'ฝนตกหนัก ในภาคกลาง' },
    { source: 'Giá:  50', target: 'ราคา:  50' },
    { source: 'Trời mưa to.', target: '  ฝนตกหนัก' },
  ],
  run({ state, source, target: { text } }) {
    if (state !== 'translated' || DOUBLED.test(source.text)) return []
    return Array.from(text.matchAll(new RegExp(DOUBLED, 'gu')), ({ 0: spaces, index }) => ({
      side: 'target',
      span: { start: index, end: index + spaces.length },
      replacement: ' ',
    }))
  },
}

const DOUBLED = /(?<=\S)[ \u00A0]{2,}(?=\S)/u
