import { genericLanguage } from './generic/generic.ts'
import type { Language } from './language.ts'
import { thai } from './th/thai.ts'
import { vietnamese } from './vi/vietnamese.ts'

/** The languages that have a pack of their own. */
export const languages: readonly Language[] = [vietnamese, thai]

/** The pack for a BCP 47 tag, by its first subtag; a plain one made from Unicode and ICU when the catalog has none. */
export function languageFor(tag: string): Language {
  const primary = tag.toLowerCase().split(/[-_]/)[0]
  const known = languages.find((language) => language.tag === primary) ?? generic.get(tag)
  if (known) return known
  const made = genericLanguage(tag)
  if (generic.size < 100) generic.set(tag, made)
  return made
}

/** Segmenters are slow to make, so a generic pack is made once. */
const generic = new Map<string, Language>()
