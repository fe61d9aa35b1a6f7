import { overlapFinder } from '../text/overlap-finder.ts'
import type { Check } from './check.ts'

/**
 * Latin letters directly against letters of an unspaced script, which newspapers set apart with a space. A name that should not be in
 * Latin letters at all is `name-untransliterated`'s.
 */
export const latinGlued: Check = {
  id: 'latin-glued',
  dimension: 'linguistic-conventions',
  severity: 'minor',
  examples: [
    { source: 'Tập đoàn Vingroup đầu tư.', target: 'กลุ่ม[Vingroup]ลงทุน', mended: 'กลุ่ม Vingroup ลงทุน' },
    { source: 'Chỉ số PCI tăng.', target: 'ดัชนี PCI เพิ่มขึ้น' },
    { source: 'Nghị quyết (PAR Index)', target: 'มติ (PAR Index)' },
  ],
  run({ state, target: { text, language }, nameRenderings }) {
    if (state !== 'translated' || !language.unspaced) return []
    const isName = overlapFinder(nameRenderings.map(({ span }) => span))
    return Array.from(text.matchAll(LATIN)).flatMap(({ 0: word, index: start }) => {
      const end = start + word.length
      const before = isOwnLetter(text.charAt(start - 1))
      const after = isOwnLetter(text.charAt(end))
      if (!before && !after) return []
      if (isName({ start, end })) return []
      const replacement = `${before ? ' ' : ''}${word}${after ? ' ' : ''}`
      return [{ side: 'target' as const, span: { start, end }, replacement, values: { found: word } }]
    })
    function isOwnLetter(character: string): boolean {
      return /[\p{L}\p{M}]/u.test(character) && language.hasOwnScript(character)
    }
  },
}

const LATIN =
  /\p{Script=Latin}[\p{Script=Latin}\p{M}\d]*(?:[ .&/_-][\p{Script=Latin}\d][\p{Script=Latin}\p{M}\d]*)*/gu
