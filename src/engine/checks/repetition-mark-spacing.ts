import type { Check } from './check.ts'

/**
 * The mark that repeats a word (ๆ): a letter glued to it, spaces piled up before it, or no word before it that it could repeat. Whether
 * one space stands before it is a house's own custom: the Royal Society sets one, most newspapers none.
 */
export const repetitionMarkSpacing: Check = {
  id: 'repetition-mark-spacing',
  dimension: 'linguistic-conventions',
  severity: 'minor',
  examples: [
    { source: 'Nhiều tỉnh khác nhau tham gia.', target: 'จังหวัดต่าง[ๆ]เข้าร่วม', mended: 'จังหวัดต่างๆ เข้าร่วม' },
    { source: 'Nhiều nơi', target: 'หลายที่ เช่น เมือง[  ๆ]', mended: 'หลายที่ เช่น เมือง ๆ' },
    { source: 'Nhiều nơi', target: 'ที่ต่าง ๆ และที่อื่นๆ (ใกล้ๆ)' },
  ],
  run({ state, target: { text, language } }) {
    const mark = language.repetitionMark
    if (state !== 'translated' || mark === undefined) return []
    return Array.from(text.matchAll(new RegExp(`(?<![ \\u00A0])[ \\u00A0]*${mark}`, 'gu'))).flatMap(
      ({ 0: found, index: start }) => {
        const end = start + found.length
        const piled = found.length > mark.length + 1
        const glued = /^[\p{L}\p{N}]/u.test(text.slice(end)) && !text.startsWith(mark, end)
        if (!piled && !glued) return []
        const replacement = (piled ? ` ${mark}` : found) + (glued ? ' ' : '')
        return [{ side: 'target' as const, span: { start, end }, replacement }]
      },
    )
  },
}
