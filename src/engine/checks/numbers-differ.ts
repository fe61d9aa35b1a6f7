import { matchQuantities } from '../text/match-quantities.ts'
import type { Quantity, QuantityPair } from '../text/numbers.ts'
import { slice } from '../text/span.ts'
import type { Check, RawFinding } from './check.ts'

/**
 * Figures compared by what they mean: signs, scale words, months, clock times and Buddhist years of either language are equal when
 * their values are. What is left on both sides is paired in order, because a wrong figure usually stands where the right one should.
 * Equal values are still wrong in another unit, or when two of them changed places as far as the words beside them tell.
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
    { source: 'Nhà ga cách biển 20 dặm.', target: 'สถานีอยู่ห่างจากทะเล 32 กม.' },
    { source: 'Cây cầu dài 5 km.', target: 'สะพานยาว [5] เมตร' },
    { source: 'Vé giá 60 nghìn đồng.', target: 'ตั๋วราคา [60,000] บาท' },
    { source: 'Giá tăng từ 5% lên 7%.', target: 'ราคาเพิ่มจาก [7%] เป็น [5%]' },
    { source: '2 người chết, 9 người bị thương.', target: 'เสียชีวิต [9] ราย บาดเจ็บ [2] ราย' },
  ],
  run({ state, source, target }) {
    if (state !== 'translated') return []
    const match = matchQuantities(source.quantities, target.quantities)
    const about = ({ source: expected, target: found }: QuantityPair, context?: string): RawFinding => ({
      side: 'target',
      span: found.span,
      sourceSpan: expected.span,
      values: {
        ...(context === undefined ? {} : { context }),
        expected: written(source.text, expected, context),
        found: written(target.text, found, context),
      },
    })
    const pairs = Math.min(match.source.length, match.target.length)
    const differing = match.target
      .slice(0, pairs)
      .map((found, at) => about({ source: match.source[at]!, target: found }))
    const added = match.target.slice(pairs).map(({ span }): RawFinding => ({
      side: 'target',
      span,
      values: { context: 'added', found: slice(target.text, span) },
    }))
    const missing = match.source.slice(pairs).map(({ span }: Quantity): RawFinding => ({
      side: 'source',
      span,
      sourceSpan: span,
      values: { context: 'missing', expected: slice(source.text, span) },
    }))
    return [
      ...differing,
      ...added,
      ...missing,
      ...match.otherUnit.map((pair) => about(pair, 'unit')),
      ...match.exchanged.map((pair) => about(pair, 'exchanged')),
    ]
  },
}

/** A figure as it is written, with its unit where that is what matters. */
const written = (text: string, { span, context }: Quantity, matter?: string): string =>
  slice(text, span) + (matter === 'unit' && context?.unitWord ? ` ${context.unitWord}` : '')
