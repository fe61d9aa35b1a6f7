/**
 * What a language calls the countries and territories of the world, by CLDR: names that are translated, never transliterated. From the
 * runtime's own copy, so a newer one may know more.
 */
export function regionNames(language: string): readonly string[] {
  const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  return CODES.flatMap((code) => display.of(code) ?? [])
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const CODES = Array.from(LETTERS).flatMap((first) => Array.from(LETTERS, (second) => first + second))
