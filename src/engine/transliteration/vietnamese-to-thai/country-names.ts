import { readSyllable } from './read-syllable.ts'
import { evenSpelling, keyOf } from './spelling.ts'

/**
 * The Thai name of a country or territory by its Vietnamese one, both from CLDR (the runtime's copy): rule 3 of the Royal Society keeps
 * promulgated names. Lone syllables (Đức, Nga, Mỹ) are left out: they are more often parts of other names. `key` is from `keyOf`.
 */
export const countryName = (key: string): string | undefined =>
  key.includes(' ') || !readSyllable(key) ? countries().get(key) : undefined

let known: ReadonlyMap<string, string> | undefined

function countries(): ReadonlyMap<string, string> {
  return (known ??= new Map(STYLES.flatMap(pairs)))
}

/** The short style knows Hồng Kông without its title. */
const STYLES = ['short', 'long'] as const

function pairs(style: (typeof STYLES)[number]): readonly (readonly [string, string])[] {
  const names = (language: string) =>
    new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' })
  const [vietnamese, thai] = [names('vi'), names('th')]
  return CODES.flatMap((code) => {
    const [source, target] = [vietnamese.of(code), thai.of(code)]
    return source && target && IN_THAI.test(target) ? [[keyOf(evenSpelling(source)), target] as const] : []
  })
}

const IN_THAI = /^[\u0E01-\u0E2E\u0E30-\u0E3A\u0E40-\u0E4E -]+$/
/** XA to XZ are for private use and for tests. */
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const CODES = LETTERS.filter((first) => first !== 'X').flatMap((first) =>
  LETTERS.map((second) => first + second),
)
