import { vietnameseRepairs } from '../../languages/vi/spelling.ts'
import { normalizeWith } from '../../text/normalize.ts'

/** A name in one spelling: repaired, one space between words, a bare hyphen for every dash, a space after an abbreviation (TP.Vinh). */
export const evenSpelling = (given: string): string =>
  normalizeWith(vietnameseRepairs, given)
    .text.replace(/\s*[-\u2010-\u2015]\s*/g, '-')
    .replace(/\.(?=\p{L})/gu, '. ')
    .replace(/\s+/g, ' ')
    .trim()

/** What names in even spelling are looked up by. */
export const keyOf = (name: string): string => name.toLowerCase()
