import { slice } from '../text/span.ts'
import type { Check } from './check.ts'

/** One finding for every occurrence in the source that no rendering answers for; a mild one when another occurrence is rendered. */
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
      source: 'Báo cáo ngân sách và kiểm toán [ngân sách].',
      target: 'รายงานและตรวจสอบงบประมาณ',
      terms: [{ source: 'ngân sách', preferred: 'งบประมาณ' }],
    },
  ],
  run({ state, source, terms, names, latinNames, termOfName }) {
    if (state !== 'translated') return []
    // A name left in Latin letters is reported where it stands, by name-untransliterated.
    const latin = new Set(latinNames.map(({ name }) => name.text))
    const excused = new Set(names.flatMap((name) => (latin.has(name.text) ? [termOfName.get(name)] : [])))
    const rendered = new Set(terms.expected.flatMap(({ concepts, rendering }) => (rendering ? concepts : [])))
    return terms.expected
      .filter((term) => !term.rendering && !excused.has(term))
      .map(({ sourceSpan: span, accepted, concepts }) => ({
        side: 'source' as const,
        span,
        sourceSpan: span,
        values: { term: slice(source.text, span), expected: accepted[0]! },
        // Said once, a thing need not be named again.
        ...(concepts.some((concept) => rendered.has(concept)) ? { severity: 'minor' as const } : {}),
        ...(accepted.length > 1 ? { alternates: accepted } : {}),
      }))
  },
}
