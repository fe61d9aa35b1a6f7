import { vietnameseSurnames } from '../../languages/vi/surnames.ts'
import { keyOf } from './spelling.ts'

/** A surname and at least two syllables after it: Lâm Đồng and Hà Giang begin like persons too. */
export function looksLikePerson(name: string): boolean {
  const [first = '', ...others] = name.split(/[ -]/)
  return others.length >= 2 && surnames.has(keyOf(first))
}

const surnames = new Set(vietnameseSurnames.map(keyOf))
