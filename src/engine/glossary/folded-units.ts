import { Buffer } from 'node:buffer'

let table: Uint16Array | undefined

/**
 * What every UTF-16 unit is searched as: its lower case where that is one unit too, a space for white space, and itself otherwise
 * (halves of surrogate pairs, İ). Made when first asked for.
 */
export const foldedUnits = (): Uint16Array => (table ??= foldAll())

function foldAll(): Uint16Array {
  const folded = new Uint16Array(0x10000).map((_, unit) => unit)
  const all = Buffer.from(folded.buffer).toString('utf16le')
  for (const { 0: character, index: unit } of all.matchAll(/[\s\p{Changes_When_Lowercased}]/gu)) {
    const lower = /\s/.test(character) ? ' ' : character.toLowerCase()
    if (lower.length === 1) folded[unit] = lower.charCodeAt(0)
  }
  return folded
}
