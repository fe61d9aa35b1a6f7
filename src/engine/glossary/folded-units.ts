let table: Uint16Array | undefined

/**
 * What every UTF-16 unit is searched as: its lower case where that is one unit too, a space for white space, and itself otherwise
 * (halves of surrogate pairs, İ). Made when first asked for.
 */
export const foldedUnits = (): Uint16Array =>
  (table ??= Uint16Array.from({ length: 0x10000 }, (_, at) => fold(at)))

function fold(unit: number): number {
  const character = String.fromCharCode(unit)
  if (/\s/.test(character)) return SPACE
  const lower = character.toLowerCase()
  return lower.length === 1 ? lower.charCodeAt(0) : unit
}

const SPACE = 0x20
