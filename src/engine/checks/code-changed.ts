import { slice, type Span } from '../text/span.ts'
import type { AnalyzedText } from '../analyze.ts'
import type { Check } from './check.ts'

/**
 * An acronym or code (PAPI, H5N1, QH15) that the target spells otherwise: it has none like the source's, but one that differs from it by a
 * letter or two letters exchanged. An acronym that is translated, or written out, is no fault; nor is one written in small letters.
 */
export const codeChanged: Check = {
  id: 'code-changed',
  dimension: 'accuracy',
  severity: 'major',
  examples: [
    {
      source: 'Chỉ số SIPAS và PAPI tăng.',
      target: 'ดัชนี [SIPSA] และ PAPI เพิ่มขึ้น',
      mended: 'ดัชนี SIPAS และ PAPI เพิ่มขึ้น',
    },
    { source: 'Cúm H5N1 lan rộng.', target: 'ไข้หวัด [H5N2] แพร่ระบาด', mended: 'ไข้หวัด H5N1 แพร่ระบาด' },
    { source: 'Theo WHO, UNESCO.', target: 'ตามองค์การอนามัยโลก ยูเนสโก' },
    { source: 'Chỉ số PAR', target: 'ดัชนี Par' },
  ],
  run({ state, source, target }) {
    if (state !== 'translated') return []
    const wanted = codesIn(source)
    const found = codesIn(target)
    const [wantedKeys, foundKeys] = [wanted, found].map((codes) => new Set(codes.map(({ key }) => key)))
    const changed = found.filter(({ key }) => !wantedKeys!.has(key)).slice(0, MOST)
    return wanted
      .filter(({ key }) => !foundKeys!.has(key))
      .slice(0, MOST)
      .flatMap((code) => {
        const close = changed.filter(({ key }) => isSlip(code.key, key))
        if (close.length !== 1) return []
        const { span } = close[0]!
        const expected = slice(source.text, code.span)
        const values = { expected, found: slice(target.text, span) }
        return [{ side: 'target' as const, span, sourceSpan: code.span, replacement: expected, values }]
      })
  },
}

/** Codes that are compared with each other; a segment of news has a few. */
const MOST = 50

interface Code {
  readonly span: Span
  readonly key: string
}

/** Words of Latin capitals and figures with two capitals or both kinds; an English plural s is no part of them. */
const codesIn = ({ text }: AnalyzedText): readonly Code[] =>
  Array.from(
    text.matchAll(/(?<![\p{Script=Latin}\p{M}\d@/.-])[A-Z\d]{3,15}(?=s?(?![\p{Script=Latin}\p{M}\d@/]))/gu),
  )
    .filter(({ 0: word }) => /[A-Z].*[A-Z]|[A-Z].*\d|\d.*[A-Z]/.test(word))
    .map(({ 0: key, index }) => ({ span: { start: index, end: index + key.length }, key }))

/** One letter added, left out or put for another, or two neighbours exchanged (optimal string alignment distance 1). */
function isSlip(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
