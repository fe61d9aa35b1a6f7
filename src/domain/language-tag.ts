/** A language's tag in its one proper form (BCP 47: `th`, `zh-Hant`); null when it is none. */
export function languageTag(tag: string): string | null {
  if (tag.length > 35) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}
