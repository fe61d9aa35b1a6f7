import type { InitialClass } from '../transliteration.ts'

/**
 * Initials of the Royal Society's table (rules for Vietnamese, 2012, rule 6), read as in Hanoi: d, gi, r, s and x are one sound, so are
 * ch and tr.
 */
export interface Initial {
  readonly class: InitialClass
  /** With the tones ngang and sắc. */
  readonly low: string
  /** With the tones huyền, hỏi, ngã and nặng. */
  readonly high: string
  /** Before /w/ in the high form this letter keeps its place and ห goes before ว: ฮหว่า, งหว่าย, ลเหวี่ยน. */
  readonly standsApart: boolean
}

const mid = (letter: string): Initial => ({ class: 'mid', low: letter, high: letter, standsApart: false })
const paired = (low: string, high: string): Initial => ({
  class: 'paired',
  low,
  high,
  standsApart: low === 'ฮ',
})
const sonorant = (low: string): Initial => ({ class: 'sonorant', low, high: `ห${low}`, standsApart: true })

/** Keys are spellings; `q` is what is left of `qu`, whose u is /w/. */
export const initials: Readonly<Record<string, Initial>> = {
  ...{ b: mid('บ'), đ: mid('ด'), t: mid('ต'), p: mid('ป'), ch: mid('จ'), tr: mid('จ') },
  ...{ c: mid('ก'), k: mid('ก'), q: mid('ก'), g: mid('ก'), gh: mid('ก'), '': mid('อ') },
  ...{
    d: paired('ซ', 'ส'),
    gi: paired('ซ', 'ส'),
    r: paired('ซ', 'ส'),
    s: paired('ซ', 'ส'),
    x: paired('ซ', 'ส'),
  },
  ...{ kh: paired('ค', 'ข'), th: paired('ท', 'ถ'), ph: paired('ฟ', 'ฝ'), h: paired('ฮ', 'ห') },
  ...{ l: sonorant('ล'), m: sonorant('ม'), n: sonorant('น'), v: sonorant('ว') },
  ...{ ng: sonorant('ง'), ngh: sonorant('ง'), nh: sonorant('ญ') },
}
