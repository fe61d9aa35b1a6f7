import type { KnownPair } from './bead.ts'

/** Names of countries and languages in both languages, as Unicode's CLDR (the data inside Intl) gives them. */
export function sharedNames(source: string, target: string): readonly KnownPair[] {
  const key = `${source}>${target}`
  const known = cache.get(key)
  if (known) return known
  const from = namesIn(source)
  const to = namesIn(target)
  const pairs = from.flatMap((name, i) => {
    const other = to[i]
    return name !== null && other ? [{ source: name, target: other }] : []
  })
  if (cache.size < 100) cache.set(key, pairs)
  return pairs
}

const cache = new Map<string, readonly KnownPair[]>()

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const REGIONS = LETTERS.flatMap((a) => LETTERS.map((b) => a + b))
const LANGUAGES = REGIONS.map((code) => code.toLowerCase())

/** In one order for every language; null where CLDR has no name. */
function namesIn(locale: string): (string | null)[] {
  const named = (type: 'region' | 'language', codes: readonly string[]) => {
    const names = new Intl.DisplayNames(locale, { type, fallback: 'none' })
    return codes.map((code) => names.of(code) ?? null)
  }
  try {
    return [...named('region', REGIONS), ...named('language', LANGUAGES)]
  } catch {
    return []
  }
}
