import { slice } from '../text/span.ts'
import type { Check } from './check.ts'

/** A rendering that may be used, where the glossary prefers another. No fault: something to know. */
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
  ],
  run({ state, target, terms }) {
    if (state !== 'translated') return []
    return terms.expected.flatMap(({ rendering, accepted, sourceSpan }) => {
      const [preferred, ...others] = accepted
      if (rendering?.term?.status !== 'admitted' || preferred === undefined) return []
      const alternates = others.filter((form) => form !== rendering.term?.text)
      return [
        {
          side: 'target' as const,
          span: rendering.span,
          sourceSpan,
          replacement: preferred,
          ...(alternates.length > 0 ? { alternates } : {}),
          values: { found: slice(target.text, rendering.span), expected: preferred },
        },
      ]
    })
  },
}
