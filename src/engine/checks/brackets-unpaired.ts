import { findUnpaired, type LoneMark } from '../text/unpaired.ts'
import type { Check } from './check.ts'

/** A bracket without its partner. Brackets that the source leaves open as well, and those of a numbered list (`1)`), are no fault. */
export const bracketsUnpaired: Check = {
  id: 'brackets-unpaired',
  dimension: 'linguistic-conventions',
  severity: 'minor',
  examples: [
    { source: 'Sông Lô (Phú Thọ) dâng cao.', target: 'แม่น้ำโล [(]ฟู้เถาะ สูงขึ้น' },
    { source: 'Sông Lô (Phú Thọ) dâng cao.', target: 'แม่น้ำโล (ฟู้เถาะ) สูงขึ้น' },
    { source: 'a) Kế hoạch', target: 'ก) แผนงาน' },
  ],
  run({ state, source, target }) {
    if (state !== 'translated') return []
    const unpaired = unpairedBrackets(target.text)
    if (unpaired.length <= unpairedBrackets(source.text).length) return []
    return unpaired.map(({ at: start }) => ({ side: 'target', span: { start, end: start + 1 } }))
  },
}

const unpairedBrackets = (text: string): readonly LoneMark[] =>
  findUnpaired(text, { opening: '([{（', closing: ')]}）' }).filter(({ at }) => !endsListMark(text, at))

/** `1)`, `a)`, `ก)` at the start of a text or after a space. */
const endsListMark = (text: string, at: number): boolean =>
  text.charAt(at) === ')' && /(?:^|\s)[\p{L}\p{N}]{1,3}$/u.test(text.slice(Math.max(0, at - 4), at))
