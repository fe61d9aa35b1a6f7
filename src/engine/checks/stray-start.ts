import type { AnalyzedText } from '../analyze.ts'
import type { Check } from './check.ts'

/**
 * Something left over at the start of a target: punctuation that can only follow, a repetition mark with nothing to repeat, a lone letter
 * that is no word. What the source begins with as well, and the letters of a list (`ก.`), are no fault.
 */
export const strayStart: Check = {
  id: 'stray-start',
  dimension: 'linguistic-conventions',
  severity: 'minor',
  examples: [
    { source: 'Tỉnh triển khai kế hoạch.', target: '[, ]จังหวัดดำเนินแผนงาน', mended: 'จังหวัดดำเนินแผนงาน' },
    { source: 'Tỉnh triển khai kế hoạch.', target: '[ฐ ]จังหวัดดำเนินแผนงาน', mended: 'จังหวัดดำเนินแผนงาน' },
    { source: 'a. Kế hoạch', target: 'ก. แผนงาน' },
    { source: '… và thế là hết.', target: '... และแล้วก็จบ' },
  ],
  run({ state, source, target }) {
    if (state !== 'translated') return []
    const start = target.text.length - target.text.trimStart().length
    const found = strayAt(target.text.slice(start, start + 40), target)
    if (found === '' || LEFT_OVER.test(source.text.trimStart())) return []
    return [{ side: 'target', span: { start, end: start + found.length }, replacement: '' }]
  },
}

const LEFT_OVER = /^(?:[,;:!?)\]”»%]|\.(?![.\p{L}\p{N}]))+\s*/u

function strayAt(text: string, { language }: AnalyzedText): string {
  const punctuation = LEFT_OVER.exec(text)?.[0]
  if (punctuation) return punctuation
  const mark = language.repetitionMark
  if (mark !== undefined && text.startsWith(mark)) return /^.\s*/u.exec(text)![0]
  const dictionary = language.unspaced ? language.dictionary?.() : undefined
  const letters = /^(\p{L}\p{M}*) (?=\p{L})/u.exec(text)
  if (!dictionary || !letters || !language.hasOwnScript(letters[1]!)) return ''
  return language.hasOwnScript(text.slice(letters[0].length)) && !dictionary.has(letters[1]!)
    ? letters[0]
    : ''
}
