import { languageFor } from '../engine/languages/catalog.ts'

/** Long enough to be read, short enough to be sent. */
const longest = 80

/**
 * The last part of a public address: the source title in plain Latin letters, cut at a word, and the draft's id, which alone
 * decides what the address leads to. `Phú Thọ cải cách` of draft 12 gives `phu-tho-cai-cach-12`.
 */
export function slugOf(title: string, language: string, draftId: number): string {
  const words = languageFor(language)
    .searchKey(title.slice(0, 4 * longest))
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const kept: string[] = []
  for (const word of words) {
    if ([...kept, word].join('-').length > longest) break
    kept.push(word)
  }
  return [...kept, draftId].join('-')
}

/** The draft that an address leads to, whatever words stand before its id; null when there is no id. */
export function draftIdOf(slug: string): number | null {
  const digits = /(?:^|-)([1-9]\d{0,8})$/.exec(slug)?.[1]
  return digits === undefined ? null : Number(digits)
}
