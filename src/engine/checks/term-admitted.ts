import { slice } from '../text/span.ts'
import type { Check } from './check.ts'
import { isSameWord } from './same-word.ts'

/**
 * A rendering that may be used, where the glossary prefers another word. No fault: something to know, so that only the preferred term is
 * offered. A shorter or longer form of the preferred term is left alone: grammar and style choose between them.
 */
export const termAdmitted: Check = {
  id: 'term-admitted',
  dimension: 'terminology',
  severity: 'neutral',
  examples: [
    {
      source: 'Ủy ban nhân dân tỉnh họp.',
      target: '[คณะกรรมการประชาชน]จังหวัดประชุม',
      mended: 'สภาบริหารประชาชนจังหวัดประชุม',
      terms: [{ source: 'Ủy ban nhân dân', preferred: 'สภาบริหารประชาชน', admitted: ['คณะกรรมการประชาชน'] }],
    },
    {
      source: 'Ủy ban nhân dân tỉnh họp.',
      target: 'สภาบริหารประชาชนจังหวัดประชุม',
      terms: [{ source: 'Ủy ban nhân dân', preferred: 'สภาบริหารประชาชน', admitted: ['คณะกรรมการประชาชน'] }],
    },
    {
      source: 'Công tác giải phóng mặt bằng đã xong.',
      target: 'งานเวนคืนที่ดินเสร็จแล้ว',
      terms: [{ source: 'giải phóng mặt bằng', preferred: 'การเวนคืนที่ดิน', admitted: ['เวนคืนที่ดิน'] }],
    },
  ],
  run({ state, target, terms }) {
    if (state !== 'translated') return []
    return terms.expected.flatMap(({ rendering, accepted: [preferred], sourceSpan }) => {
      if (rendering?.term?.status !== 'admitted' || preferred === undefined) return []
      if (isSameWord(rendering.term.text, preferred, target.language)) return []
      return [
        {
          side: 'target' as const,
          span: rendering.span,
          sourceSpan,
          replacement: preferred,
          values: { found: slice(target.text, rendering.span), expected: preferred },
        },
      ]
    })
  },
}
