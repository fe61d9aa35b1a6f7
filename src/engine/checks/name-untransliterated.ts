import { slice } from '../text/span.ts'
import type { Check } from './check.ts'
import { offered } from './offered-forms.ts'

/** A name of the source that the target leaves in Latin letters; its rendering is offered where the glossary or the rules have one. */
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
  run({ state, target, nameRenderings }) {
    if (state !== 'translated') return []
    return nameRenderings
      .filter(({ status }) => status === 'latin')
      .map(({ span, name, origin }) => ({
        side: 'target' as const,
        span,
        ...(origin ? { sourceSpan: origin.span } : {}),
        values: { name: name.text, found: slice(target.text, span) },
        ...offered(name.forms),
      }))
  },
}
