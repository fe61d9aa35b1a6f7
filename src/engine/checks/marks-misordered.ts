import { repairsIn } from '../text/repairs.ts'
import type { Span } from '../text/span.ts'
import { toNfc } from '../text/to-nfc.ts'
import type { AnalyzedText } from '../analyze.ts'
import type { Check } from './check.ts'

/**
 * Vowel and tone marks out of order, doubled, or put together from parts, and marks with no letter to stand on. On a screen they may
 * look right, but no search finds them. The fault is what the language pack's own repair would change; forms that Unicode calls equal
 * (UAX #15) and characters that nobody sees are none.
 */
export const marksMisordered: Check = {
  id: 'marks-misordered',
  dimension: 'linguistic-conventions',
  severity: 'minor',
  examples: [
    { source: 'Nước ngập sâu.', target: '[น\u0E4D\u0E49\u0E32]ท่วมสูง', mended: 'น้ำท่วมสูง' },
    { source: 'Chợ này bán trà.', target: 'ตลาด[น\u0E48\u0E35]ขายชา', mended: 'ตลาดนี่ขายชา' },
    { source: 'Mẹ rất khỏe.', target: '[เเ]ม่แข็งแรงมาก', mended: 'แม่แข็งแรงมาก' },
    { source: 'Giá cũ', target: 'ราคาเก[ ่]า', mended: 'ราคาเก่า' },
    { source: 'Người dân vui mừng.', target: 'ประชาชนยินดี' },
  ],
  run({ state, target }) {
    if (state !== 'translated') return []
    const { text, normalized } = target
    const misspelt = repairsIn(text, normalized)
      .filter((repair) => visible(text.slice(repair.start, repair.end)) !== visible(repair.text))
      .map(({ start, end, text: repaired }) => {
        const from = letterBefore(text, start)
        const mended = text.slice(from, start) + repaired
        // Two vowels on one letter: nobody can tell which of them was meant.
        const isClear = !/\p{M}{3}/u.test(mended)
        return { span: { start: from, end }, ...(isClear ? { replacement: mended } : {}) }
      })
    const groundless = marksWithoutLetter(target).map((span) => ({
      span,
      replacement: slicePast(text, span),
    }))
    return [...misspelt, ...groundless].map((found) => ({ side: 'target', ...found }))
  },
}

const visible = (text: string): string => toNfc(text.replace(/\p{Cf}/gu, '').replace(/\p{Zs}/gu, ' '))

/** The letter that the marks at an offset stand on; it may be one of two UTF-16 units. */
function letterBefore(text: string, offset: number): number {
  let start = offset
  while (start > 0 && offset - start < 32 && /^[\p{M}\u0E33]/u.test(text.charAt(start))) start--
  return start > 0 && /^[\uDC00-\uDFFF]/.test(text.charAt(start)) ? start - 1 : start
}

/** A space and the mark after it. At the start of a text there is nothing that a mark could have been parted from. */
function marksWithoutLetter({ text, language }: AnalyzedText): readonly Span[] {
  return Array.from(text.matchAll(/(?<=[\p{L}\p{M}]) \p{M}+/gu), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  })).filter(({ start, end }) => language.hasOwnScript(text.slice(start, end)))
}

const slicePast = (text: string, { start, end }: Span): string => text.slice(start + 1, end)
