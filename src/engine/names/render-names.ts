import type { Language } from '../languages/language.ts'
import { thaiDictionary } from '../languages/th/dictionary.ts'
import type { NormalizedText } from '../text/normalize.ts'
import type { Span } from '../text/span.ts'
import type { ArticleName } from './article-names.ts'
import { findLatinNames } from './find-latin-names.ts'
import type { NameMatch } from './find-names.ts'
import type { NameForms } from './name-forms.ts'
import { joinThai, type JoinedThai } from './joined-thai.ts'
import { readNames, type ReadName } from './read-names.ts'

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
    const key = about.get(name)?.key
    return key === undefined ? [] : [{ span, status: 'latin', key, sureness: 1 }]
  })
  const inScript =
    targetLanguage.script === 'Thai' ? readThaiNames([...wanted.values()], target, input.taken) : []
  const turns = new Map<string, number>()
  const open = new Map(
    Array.from(wanted, ([key, { matches }]) => [key, matches.filter((match) => !answered.has(match))]),
  )
  return [...inLatin, ...inScript]
    .sort((a, b) => a.span.start - b.span.start)
    .flatMap(({ key, ...found }) => {
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

interface Found {
  readonly span: Span
  readonly status: NameRendering['status']
  readonly key: string
  readonly sureness: number
}

function readThaiNames(
  wanted: readonly Wanted[],
  target: NormalizedText,
  taken: readonly Span[],
): readonly Found[] {
  const thai = joinThai(target)
  const sought = wanted.map(({ name: { forms, syllables }, matches }) => ({
    syllables: forms.standard === undefined ? null : syllables,
    forms: joined(forms),
    cap: capFor(syllables?.length ?? 0, matches.length > 0),
  }))
  const isTaken = takenPlaces(taken)
  const isFree = (start: number, end: number) => !isTaken(thai.toOriginal({ start, end }))
  return readNames(thai, sought, thaiDictionary(), isFree).flatMap((read): readonly Found[] => {
    const { name, matches } = wanted[read.name]!
    if (name.syllables?.length === 1 && !read.isKnownForm && !read.isWhole) return []
    const span = thai.toOriginal(read)
    const status = statusOf(read, thai, name)
    const sureness = status === 'variant' ? surenessOf(read, matches.length > 0) : 1
    return [{ span, status, key: name.key, sureness }]
  })
}

/** Does a span touch one of these? Looked up in logarithmic time; the longest end so far stands for all spans before. */
function takenPlaces(taken: readonly Span[]): (span: Span) => boolean {
  if (taken.length === 0) return () => false
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
    return low > 0 && ends[low - 1]! > start
  }
}

/** How far a spelling may be: the more syllables agree, the more one may differ; elsewhere all but tones and lengths must agree. */
function capFor(syllables: number, isInSource: boolean): number {
  if (!isInSource) return syllables === 1 ? 0 : ELSEWHERE
  return syllables === 1 ? 0.14 : syllables === 2 ? 0.2 : 0.24
}
const ELSEWHERE = 0.06

function joined(forms: NameForms): readonly string[] {
  const known = joinedForms.get(forms)
  if (known) return known
  const made = [...new Set([forms.standard ?? [], ...forms.accepted].flat().map(join))]
  joinedForms.set(forms, made)
  return made
}

const joinedForms = new WeakMap<NameForms, readonly string[]>()

/** Spaces and hyphens are no part of a form's letters. */
const join = (form: string): string => form.normalize('NFC').replace(/[\s–-]/g, '')

/** A form whose letters are right is right where its spaces fall between syllables. */
function statusOf(read: ReadName, thai: JoinedThai, { forms }: ArticleName): NameRendering['status'] {
  if (!read.isKnownForm) return 'variant'
  const letters = thai.text.slice(read.start, read.end)
  const known = [forms.standard ?? [], ...forms.accepted].flat().filter((form) => join(form) === letters)
  const mayBreak = new Set(known.flatMap(breaksOf))
  for (let at = read.start + 1; at < read.end; at++)
    if (thai.isBroken(at) && !mayBreak.has(at - read.start)) return 'variant'
  return thai.written(read) === forms.standard?.normalize('NFC') ? 'standard' : 'accepted'
}

/** Offsets in the joined form where the form has a space or hyphen. */
function breaksOf(form: string): readonly number[] {
  const pieces = form.normalize('NFC').split(/[\s–-]+/)
  let at = 0
  return pieces.slice(0, -1).map((piece) => (at += piece.length))
}

function surenessOf({ cost, isWhole }: ReadName, isInSource: boolean): number {
  const doubts = 2 * cost + (isWhole ? 0 : 0.2) + (isInSource ? 0 : 0.2)
  return Math.max(0.5, 1 - doubts)
}
