import { slice } from '../text/span.ts'
import type { Check } from './check.ts'

/** A rendering that the glossary says not to use, wherever the source names the concept. */
export const termDeprecated: Check = {
  id: 'term-deprecated',
  dimension: 'terminology',
  severity: 'major',
  examples: [
    {
      source: 'Phú Thọ mời gọi đầu tư.',
      target: '[ฟู้โถ่]เชิญชวนนักลงทุน',
      terms: [{ source: 'Phú Thọ', preferred: 'ฟู้เถาะ', deprecated: ['ฟู้โถ่', 'ฟู้โถ'] }],
    },
    {
      source: 'Phú Thọ mời gọi đầu tư.',
      target: 'ฟู้เถาะเชิญชวนนักลงทุน',
      terms: [{ source: 'Phú Thọ', preferred: 'ฟู้เถาะ', deprecated: ['ฟู้โถ่', 'ฟู้โถ'] }],
    },
    {
      source: 'Bầu cử quốc hội',
      target: 'การเลือกตั้งรัฐสภา',
      terms: [{ source: 'quốc hội', preferred: 'รัฐสภา', deprecated: ['สภา'] }],
    },
  ],
  run({ state, target, terms }) {
    if (state !== 'translated') return []
    return terms.deprecated.map(({ span, origin, accepted: [preferred, ...others] }) => ({
      side: 'target' as const,
      span,
      sourceSpan: origin.sourceSpan,
      values: {
        found: slice(target.text, span),
        ...(preferred === undefined ? {} : { expected: preferred }),
      },
      ...(preferred === undefined ? {} : { replacement: preferred }),
      ...(others.length > 0 ? { alternates: others } : {}),
    }))
  },
}
