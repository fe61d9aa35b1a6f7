import type { Check } from './check.ts'

export const targetUntranslated: Check = {
  id: 'target-untranslated',
  dimension: 'accuracy',
  severity: 'major',
  examples: [
    { source: 'Nông dân đang thu hoạch lúa.', target: '[Nông dân đang thu hoạch lúa.]' },
    { source: 'Nông dân đang thu hoạch lúa.', target: '[ชาวนา đang thu hoạch lúa.]' },
    { source: 'Nông dân đang thu hoạch lúa.', target: 'ชาวนากำลังเกี่ยวข้าว' },
    { source: 'UNESCO, 2024', target: 'UNESCO, 2024' },
  ],
  run({ state, target }) {
    if (state !== 'untranslated') return []
    const start = target.text.length - target.text.trimStart().length
    return [{ side: 'target', span: { start, end: target.text.trimEnd().length } }]
  },
}
