import type { Language } from '../languages/language.ts'
import type { NormalizedText } from '../text/normalize.ts'
import type { Span } from '../text/span.ts'
import type { ArticleName } from './article-names.ts'
import { findLatinNames } from './find-latin-names.ts'
import type { NameMatch } from './find-names.ts'
import { nameReaderFor } from './name-readers.ts'
import type { FoundName, SoughtName } from './name-reader.ts'

/** What one occurrence of a name in the target is. */
export interface NameRendering {
  /** UTF-16, half-open, in the target as given. */
  readonly span: Span
  /** `standard` and `accepted` are right; a `variant` is some other spelling. */
  readonly status: 'standard' | 'accepted' | 'variant' | 'latin'
  readonly name: ArticleName
  /**
   * The occurrence in the source that it answers for, in order; the last one where the target says the name more often. Absent where
   * only other segments of the article have the name.
   */
  readonly origin?: NameMatch
  /** How sure it is that this is the name, 0 to 1; 1 for all but variants. */
  readonly sureness: number
}

export interface NamesToRender {
  /** The names of the source, in order. */
  readonly names: readonly NameMatch[]
  /** What is known of each; its forms are those that count. */
  readonly about: ReadonlyMap<NameMatch, ArticleName>
  /** Other names that the target may hold, each once: what sentences are about wanders, and so do their ends. */
  readonly elsewhere: readonly ArticleName[]
  readonly target: NormalizedText
  readonly targetLanguage: Language
  /** Where terms of the glossary stand in the target as given: no name is looked for there. */
  readonly taken: readonly Span[]
  /** Occurrences that the glossary has already found a rendering for; others are answered for first. */
  readonly answered: ReadonlySet<NameMatch>
}

/**
 * Finds how each name of the source is rendered in the target: in a right form, in Latin letters, or in another spelling that sounds
 * like it. In order, without overlaps. Linear in both texts.
 */
export function renderNames(input: NamesToRender): readonly NameRendering[] {
  const { names, about, target, targetLanguage } = input
  const own = ownNames(input)
  const elsewhere = input.elsewhere.filter(({ key }) => !own.has(key)).slice(0, MOST_NAMES - own.size)
  if (own.size + elsewhere.length === 0 || targetLanguage.script === 'Latin') return []
  const inLatin = findLatinNames(names, target).flatMap(({ span, name }): readonly Found[] => {
    const known = about.get(name)
    return known && own.has(known.key) ? [{ span, status: 'latin', name: known, sureness: 1 }] : []
  })
  const sought = Array.from(own.values(), ({ name, open }): SoughtName => ({ name, inSource: open.length }))
  for (const name of elsewhere) sought.push({ name, inSource: 0 })
  const inScript = nameReaderFor(targetLanguage)?.(sought, target, freeOf(input.taken)) ?? []
  return [...inLatin, ...inScript]
    .sort((a, b) => a.span.start - b.span.start)
    .map((found) => {
      const wanted = own.get(found.name.key)
      if (!wanted) return found
      const { name, matches, open } = wanted
      const origin = open[wanted.turn++] ?? open.at(-1) ?? matches.at(-1)!
      return { ...found, name, origin }
    })
}

interface OwnName {
  readonly name: ArticleName
  /** Its occurrences in the source of this segment. */
  readonly matches: NameMatch[]
  /** Those that the glossary has no answer for: only what sounds all but the same is then the name once more. */
  readonly open: NameMatch[]
  /** How many renderings have been found. */
  turn: number
}

/** The names of the segment by key. */
function ownNames({ names, about, answered }: NamesToRender): ReadonlyMap<string, OwnName> {
  const own = new Map<string, OwnName>()
  for (const match of names) {
    const name = about.get(match)
    if (!name) continue
    const known = own.get(name.key) ?? { name, matches: [], open: [], turn: 0 }
    if (known.matches.length === 0) {
      if (own.size === MOST_NAMES) continue
      own.set(name.key, known)
    }
    known.matches.push(match)
    if (!answered.has(match)) known.open.push(match)
  }
  return own
}

/** More names than an article has, so that a hostile one stays fast. */
const MOST_NAMES = 100

type Found = FoundName | (Omit<FoundName, 'status'> & { readonly status: 'latin' })

/** Does a span touch none of these? Looked up in logarithmic time; the longest end so far stands for all spans before. */
function freeOf(taken: readonly Span[]): (span: Span) => boolean {
  if (taken.length === 0) return () => true
  const spans = taken.toSorted((a, b) => a.start - b.start)
  let furthest = 0
  const ends = spans.map(({ end }) => (furthest = Math.max(furthest, end)))
  return ({ start, end }) => {
    let [low, high] = [0, spans.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (spans[middle]!.start < end) low = middle + 1
      else high = middle
    }
    return low === 0 || ends[low - 1]! <= start
  }
}
