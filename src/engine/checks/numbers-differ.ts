import { matchQuantities } from '../text/match-quantities.ts'
import type { Quantity } from '../text/numbers.ts'
import { slice } from '../text/span.ts'
import type { Check, RawFinding } from './check.ts'

/**
 * Figures compared by what they mean: signs, scale words, months, clock times and Buddhist years of either language are equal when
 * their values are. What is left on both sides is paired in order, because a wrong figure usually stands where the right one should.
 */
export const numbersDiffer: Check = {
  id: 'numbers-differ',
  dimension: 'accuracy',
  severity: 'major',
  examples: [
    { source: 'Có 1.500 người tham dự.', target: 'มีผู้เข้าร่วม ๑,๕๐๐ คน' },
    { source: 'Có 1.500 người tham dự.', target: 'มีผู้เข้าร่วม [1,050] คน' },
    { source: 'Kim ngạch đạt 2,8 tỷ USD.', target: 'มูลค่า 2.8 พันล้านดอลลาร์' },
    { source: 'Kim ngạch đạt 2,8 tỷ USD.', target: 'มูลค่า [2.8 ล้าน]ดอลลาร์' },
    { source: 'Ngày 2/9/2024, lúc 19h30.', target: 'วันที่ 2 กันยายน 2567 เวลา 19.30 น.' },
    { source: 'Hội thảo kéo dài ba ngày.', target: 'การสัมมนาใช้เวลา 3 วัน' },
    { source: 'Lúc 1 giờ chiều.', target: 'ตอนบ่ายโมง' },
    { source: 'Giải thưởng gồm [50] suất.', target: 'รางวัลมีหลายรางวัล' },
  ],
  run({ state, source, target }) {
    if (state !== 'translated') return []
    const left = matchQuantities(source.quantities, target.quantities)
    const pairs = Math.min(left.source.length, left.target.length)
    const differing = left.target.slice(0, pairs).map((found, at) => {
      const expected = left.source[at]!
      const values = { expected: slice(source.text, expected.span), found: slice(target.text, found.span) }
      return { side: 'target' as const, span: found.span, sourceSpan: expected.span, values }
    })
    const added = left.target.slice(pairs).map(({ span }): RawFinding => ({
      side: 'target',
      span,
      values: { context: 'added', found: slice(target.text, span) },
    }))
    const missing = left.source.slice(pairs).map(({ span }: Quantity): RawFinding => ({
      side: 'source',
      span,
      sourceSpan: span,
      values: { context: 'missing', expected: slice(source.text, span) },
    }))
    return [...differing, ...added, ...missing]
  },
}
