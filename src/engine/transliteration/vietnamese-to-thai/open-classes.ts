import { initials, type Initial } from './initials.ts'
import type { Syllable } from './read-syllable.ts'
import { isStop, shapeOf, vowels } from './rimes.ts'

/** How a syllable is to be written, before its tone. */
export interface Reading {
  readonly initial: Initial
  readonly hasGlide: boolean
  /** ห before the initial and its ว together (เหงวียน), not between them (งเหวียน). */
  readonly leadsBoth: boolean
  readonly shape: string
  readonly isShort: boolean
}

/** A class of syllables whose writing the sources do not agree about. */
export interface OpenClass {
  readonly key: string
  has(syllable: Syllable): boolean
  /** What each source makes of the reading that the tables give; what Tukham writes comes first. */
  readings(byTable: Reading, syllable: Syllable): readonly Reading[]
}

/**
 * About two syllable types of a hundred. Compared: examples of the Royal Society's rules as `wunsen` (MIT) collects them, subdivisions of
 * CLDR, pages of Thai Wikipedia.
 */
export const openClasses: readonly OpenClass[] = [
  {
    // Oanh, Uyên: วัญ, เวียน, or with อ in the place of the missing initial: อวัญ, เอวียน.
    key: 'medial-without-initial',
    has: ({ initial, glide }) => initial === '' && glide !== '',
    readings: (reading) => [{ ...reading, initial: initials['v']!, hasGlide: false }, reading],
  },
  {
    // Nguyệt: งเหวียต follows the examples of the rules (ngoài งหว่าย), เหงวียต stands in Thai Wikipedia.
    key: 'medial-after-sonorant',
    has: ({ initialRow, glide, tone }) =>
      initials[initialRow]!.class === 'sonorant' && glide !== '' && tone !== 'ngang' && tone !== 'sắc',
    readings: (reading) => [reading, { ...reading, leadsBoth: true }],
  },
  {
    // Thuộc, thuật: ถ็วก (Thai Wikipedia), ถวก (wunsen).
    key: 'uo-before-stop-nang',
    has: ({ vowel, final, tone }) => /^u[ôâ]$/.test(vowel) && isStop(final) && tone === 'nặng',
    readings: (reading) => [reading, { ...reading, shape: vowels['uô']!.long.closed }],
  },
  {
    // Hoành, Huỳnh: ฮหวั่ญ, ฮหวิ่ญ are short as anh and inh are; wunsen has ฮหว่าญ, ฮหวี่ญ.
    key: 'palatal-after-medial',
    has: ({ initial, glide, vowel, final, tone }) =>
      initial !== 'q' &&
      glide !== '' &&
      (final === 'nh' || (final === 'ch' && vowel !== 'a')) &&
      tone !== 'nặng',
    readings: (reading, { vowel }) => [
      reading,
      { ...reading, shape: shapeOf(vowels[vowel]!, false, true, true), isShort: false },
    ],
  },
  {
    // Đạo: ด่าว in use, เด่า by the table's short form.
    key: 'ao-nang',
    has: ({ vowel, tone }) => vowel === 'ao' && tone === 'nặng',
    readings: (reading) => [{ ...reading, shape: vowels['ao']!.long.open }, reading],
  },
  {
    // Sóc Trăng: ซ้อกจัง (CLDR), ซ็อก by the table, where o is short before c.
    key: 'oc-sac',
    has: ({ vowel, final, tone }) => vowel === 'o' && final === 'c' && tone === 'sắc',
    readings: (reading) => [{ ...reading, shape: vowels['o']!.long.closed, isShort: false }, reading],
  },
  {
    // Giếng: gi and iê share the i, เซี้ยง; wunsen reads the letters as they stand, เซ้ง.
    key: 'gi-before-ie',
    has: ({ initial, vowel, final }) => initial === 'gi' && vowel === 'ê' && final !== '',
    readings: (reading) => [{ ...reading, shape: vowels['iê']!.long.closed, isShort: false }, reading],
  },
]
