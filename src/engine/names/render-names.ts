import type { Language } from '../languages/language.ts'
import type { NormalizedText } from '../text/normalize.ts'
import type { Span } from '../text/span.ts'
import type { ArticleName } from './article-names.ts'
import { findLatinNames } from './find-latin-names.ts'
import type { NameMatch } from './find-names.ts'
import { nameReaderFor } from './name-readers.ts'
import type { FoundName } from './name-reader.ts'

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
  /** Other names that the target may hold: what sentences are about wanders, and so do their ends. */
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
  const { names, about, target, targetLanguage, answered } = input
  const wanted = wantedNames(input)
  if (wanted.size === 0 || targetLanguage.script === 'Latin') return []
  const inLatin = findLatinNames(names, target).flatMap(({ span, name }): readonly Found[] => {
    const known = about.get(name)
    return known ? [{ span, status: 'latin', name: known, sureness: 1 }] : []
  })
  // What the glossary has an answer for needs no other: only what sounds all but the same is then the name once more.
  const isOpen = (match: NameMatch) => !answered.has(match)
  const sought = Array.from(wanted.values(), ({ name, matches }) => ({
    name,
    inSource: matches.filter(isOpen).length,
  }))
  const inScript = nameReaderFor(targetLanguage)?.(sought, target, freeOf(input.taken)) ?? []
  const turns = new Map<string, number>()
  const open = new Map(Array.from(wanted, ([key, { matches }]) => [key, matches.filter(isOpen)]))
  return [...inLatin, ...inScript]
    .sort((a, b) => a.span.start - b.span.start)
    .flatMap((found) => {
      const { key } = found.name
      const { name, matches } = wanted.get(key) ?? {}
      if (!name || !matches) return []
      const turn = turns.get(key) ?? 0
      turns.set(key, turn + 1)
      const unanswered = open.get(key) ?? []
      const origin = unanswered[turn] ?? unanswered.at(-1) ?? matches.at(-1)
      return [{ ...found, name, ...(origin ? { origin } : {}) }]
    })
}

interface Wanted {
  readonly name: ArticleName
  /** Its occurrences in the source of this segment. */
  readonly matches: NameMatch[]
}

/** By key, those of the segment first. */
function wantedNames({ names, about, elsewhere }: NamesToRender): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>()
  for (const match of names) {
    const name = about.get(match)
    const known = name && wanted.get(name.key)
    if (known) known.matches.push(match)
    else if (name && wanted.size < MOST_NAMES) wanted.set(name.key, { name, matches: [match] })
  }
  for (const name of elsewhere)
    if (wanted.size < MOST_NAMES && !wanted.has(name.key)) wanted.set(name.key, { name, matches: [] })
  return wanted
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
