import { nearSpellingsIn } from '../glossary/near-spelling.ts'
import { slice } from '../text/span.ts'
import type { Check, RawFinding } from './check.ts'

/**
 * One finding for every occurrence in the source that no rendering answers for; a mild one when another occurrence is rendered. Where the
 * target has what is almost the term, the finding is there.
 */
export const termMissing: Check = {
  id: 'term-missing',
  dimension: 'terminology',
  severity: 'major',
  examples: [
    {
      source: 'Cơ chế [một cửa] giúp người dân.',
      target: 'กลไกร้านค้าช่วยประชาชน',
      terms: [{ source: 'một cửa', preferred: 'จุดบริการเดียว' }],
    },
    {
      source: 'Cơ chế một cửa giúp người dân.',
      target: 'กลไกจุดบริการเดียวช่วยประชาชน',
      terms: [{ source: 'một cửa', preferred: 'จุดบริการเดียว' }],
    },
    {
      source: 'Chợ mở vào tháng 5.',
      target: 'ตลาดเปิดใน[พฤกษภาคม]',
      mended: 'ตลาดเปิดในพฤษภาคม',
      terms: [{ source: 'tháng 5', preferred: 'พฤษภาคม' }],
    },
    {
      source: 'Việc nhập khẩu gạo tăng, còn [nhập khẩu] vào hộ gia đình thì không.',
      target: 'การนำเข้าข้าวเพิ่มขึ้น แต่การย้ายชื่อไม่เพิ่ม',
      terms: [
        { source: 'nhập khẩu', preferred: 'การขึ้นทะเบียนบ้าน', contextWords: ['thường trú'] },
        { source: 'nhập khẩu', preferred: 'การนำเข้า' },
      ],
    },
    {
      source: 'Thứ hai là giá, thứ hai tuần này hạ.',
      target: 'ประการต่อมาคือราคา ซึ่งลดลงในวันจันทร์นี้',
      terms: [{ source: 'thứ hai', preferred: 'วันจันทร์', exclusions: ['thứ hai là'] }],
    },
    {
      source: 'Jordan Spieth thua ở [Jordan].',
      target: 'Jordan Spieth แพ้ที่นั่น',
      terms: [{ source: 'Jordan', preferred: 'จอร์แดน' }],
    },
    {
      source: 'Báo cáo ngân sách và kiểm toán [ngân sách].',
      target: 'รายงานและตรวจสอบงบประมาณ',
      terms: [{ source: 'ngân sách', preferred: 'งบประมาณ' }],
    },
  ],
  run({ state, source, target, terms, nameRenderings, termOfName }) {
    if (state !== 'translated') return []
    // A name in Latin letters or in another spelling is reported where it stands.
    const excused = new Set(nameRenderings.flatMap(({ origin }) => (origin && termOfName.get(origin)) ?? []))
    const rendered = new Set(terms.expected.flatMap(({ concepts, rendering }) => (rendering ? concepts : [])))
    const missing = terms.expected.filter((term) => !term.rendering && !excused.has(term))
    if (missing.length === 0) return []
    const nearSpelling = nearSpellingsIn(target, [
      ...target.terms.map(({ span }) => span),
      ...nameRenderings.map(({ span }) => span),
    ])
    return missing.map(({ sourceSpan, accepted, concepts }): RawFinding => {
      const near = nearSpelling(accepted)
      const values = { term: slice(source.text, sourceSpan), expected: near?.form ?? accepted[0]! }
      const alternates = accepted.filter((form) => form !== values.expected)
      return {
        ...(near
          ? { side: 'target', span: near.span, replacement: near.form }
          : { side: 'source', span: sourceSpan }),
        sourceSpan,
        values: near ? { ...values, found: slice(target.text, near.span), context: 'near' } : values,
        // Said once, a thing need not be named again.
        ...(!near && concepts.some((concept) => rendered.has(concept)) ? { severity: 'minor' as const } : {}),
        ...(alternates.length > 0 ? { alternates } : {}),
      }
    })
  },
}
