/** In characters: what a browser can be given, and what the database can find an article by. */
const longest = 2_000

/**
 * The address by which an article is known: without its fragment and without what campaigns hang on it, so that the same page shared
 * twice is one article. Null when it is no http(s) address, or too long to be one.
 */
export function normalizeSourceUrl(address: string): string | null {
  if (!URL.canParse(address.trim())) return null
  const url = new URL(address.trim())
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  url.hash = ''
  url.username = ''
  url.password = ''
  for (const name of [...url.searchParams.keys()])
    if (/^(utm_.*|fbclid|gclid|zarsrc)$/i.test(name)) url.searchParams.delete(name)
  const normalized = url.toString()
  return normalized.length > longest ? null : normalized
}
