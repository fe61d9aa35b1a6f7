import { contains, slice } from '../text/span.ts'
import type { Check } from './check.ts'

/** A name of the source that the target leaves in Latin letters; the glossary's rendering is offered where it has one. */
export const nameUntransliterated: Check = {
  id: 'name-untransliterated',
  dimension: 'linguistic-conventions',
  severity: 'major',
  examples: [
    { source: 'Người dân huyện Thanh Sơn', target: 'ชาวอำเภอ[Thanh Son]' },
    { source: 'Ông Đặng Văn Đức phát biểu.', target: 'นาย [Dang Van Duc] กล่าวปราศรัย' },
    { source: 'Ông Đặng Văn Đức phát biểu.', target: 'นายดั่ง วัน ดึ๊ก (Đặng Văn Đức) กล่าวปราศรัย' },
    { source: 'Chỉ số PAPI và Microsoft', target: 'ดัชนี PAPI และ Microsoft' },
    {
      source: 'Người dân Phú Thọ',
      target: 'ชาว[Phu Tho]',
      terms: [{ source: 'Phú Thọ', preferred: 'ฟู้เถาะ' }],
    },
  ],
  run({ state, target, latinNames, termOfName }) {
    if (state !== 'translated') return []
    return latinNames.map(({ span, name }) => {
      const term = termOfName.get(name)
      const isWholeTerm = term && contains(name.span, term.sourceSpan)
      const [preferred, ...others] = isWholeTerm ? term.accepted : []
      return {
        side: 'target' as const,
        span,
        sourceSpan: name.span,
        values: { name: name.text, found: slice(target.text, span) },
        ...(preferred === undefined ? {} : { replacement: preferred }),
        ...(others.length > 0 ? { alternates: others } : {}),
      }
    })
  },
}
