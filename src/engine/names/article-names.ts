import type { Language } from '../languages/language.ts'
import type { NormalizedText } from '../text/normalize.ts'
import type { NameKind } from '../transliteration/transliteration.ts'
import { famousPlaces, findNames, type NameMatch } from './find-names.ts'
import { nameForms, type DecidedForms, type NameForms } from './name-forms.ts'
import { nameKey } from './name-key.ts'
import { hearSyllable, type HeardSyllable } from './heard-syllable.ts'

/** The names of one article, worked out once for all its segments. */
export interface ArticleNames {
  /** The single syllables by which the article calls people whom it names in full elsewhere: `Quang` of `Bùi Văn Quang`. */
  readonly lone: ReadonlySet<string>
  /** In order of appearance, by `nameKey`. */
  readonly names: ReadonlyMap<string, ArticleName>
  /** Places that any article may name. */
  readonly famous: readonly ArticleName[]
  /** The names in one of its sources, as given and normalized; also in a text that the article was not read for. */
  namesIn(source: string, normalized: NormalizedText): readonly NameMatch[]
  /** What is known of a name; also of one that the article was not read for. */
  about(name: NameMatch): ArticleName
}

export interface ArticleName {
  readonly key: string
  /** As first written. */
  readonly text: string
  /** What any of its occurrences tells. */
  readonly kind: NameKind
  /** The key of the full name that this is the last part of. */
  readonly shortFor?: string
  readonly forms: NameForms
  /** How it sounds; null where a syllable is not of the language. */
  readonly syllables: readonly HeardSyllable[] | null
}

export interface ArticleNamesInput {
  /** All source texts of the article, in order. */
  readonly sources: readonly string[]
  readonly sourceLanguage: Language
  readonly targetLanguage: Language
  /** What people have decided for this article, by `nameKey`. */
  readonly decisions?: ReadonlyMap<string, DecidedForms>
}

/** Immutable; compile once per article and keep it until a source or a decision changes. Linear in the sources. */
export function articleNames({
  sources,
  sourceLanguage,
  targetLanguage,
  decisions,
}: ArticleNamesInput): ArticleNames {
  const texts = sources.map((source) => sourceLanguage.normalize(source))
  const full = texts.map((text) => findNames(text, sourceLanguage))
  const lone = new Set(full.flat().flatMap(givenName))
  const found = lone.size > 0 ? texts.map((text) => findNames(text, sourceLanguage, lone)) : full
  const foundIn = new Map(sources.map((source, at) => [source, found[at]!]))

  const kinds = new Map<string, NameKind>()
  for (const { text, kind } of found.flat()) {
    const key = nameKey(text)
    if ((kinds.get(key) ?? 'unknown') === 'unknown') kinds.set(key, kind)
  }
  const fullNames = fullNamesByEnd([...kinds].flatMap(([key, kind]) => (kind === 'person' ? [key] : [])))
  const make = (text: string, kind: NameKind): ArticleName => {
    const key = nameKey(text)
    const shortFor = fullNames.get(key)
    const decided = decisions?.get(key) ?? lastParts(decisions?.get(shortFor ?? ''), shortFor, key)
    return {
      key,
      text,
      kind: kind === 'unknown' && shortFor !== undefined ? 'person' : kind,
      ...(shortFor === undefined ? {} : { shortFor }),
      forms: nameForms(text, kind, sourceLanguage.tag, targetLanguage.tag, decided),
      syllables: syllablesOf(key),
    }
  }
  const names = new Map<string, ArticleName>()
  for (const { text } of found.flat()) {
    const key = nameKey(text)
    if (!names.has(key)) names.set(key, make(text, kinds.get(key) ?? 'unknown'))
  }
  return {
    lone,
    names,
    famous: famousNames(sourceLanguage, targetLanguage),
    namesIn: (source, normalized) => foundIn.get(source) ?? findNames(normalized, sourceLanguage, lone),
    about: ({ text, kind }) => names.get(nameKey(text)) ?? make(text, kind),
  }
}

/** Worked out once for a pair of languages. */
function famousNames({ tag: from }: Language, { tag: to }: Language): readonly ArticleName[] {
  const pair = `${from} ${to}`
  const known = famous.get(pair)
  if (known) return known
  const made = famousPlaces(from).map((text): ArticleName => ({
    key: nameKey(text),
    text,
    kind: 'place',
    forms: nameForms(text, 'place', from, to),
    syllables: syllablesOf(nameKey(text)),
  }))
  famous.set(pair, made)
  return made
}

const famous = new Map<string, readonly ArticleName[]>()

/** A person's last syllable, by which Vietnamese calls people. */
const givenName = ({ text, kind }: NameMatch): readonly string[] => {
  const words = text.split(' ')
  return kind === 'person' && words.length > 1 ? [words.at(-1)!] : []
}

/** The first person's full name for each of its ends: `quang` and `văn quang` of `bùi văn quang`. */
function fullNamesByEnd(people: readonly string[]): ReadonlyMap<string, string> {
  const byEnd = new Map<string, string>()
  for (const person of people) {
    const words = person.split(' ')
    for (let from = 1; from < Math.min(words.length, 6); from++) {
      const end = words.slice(from).join(' ')
      if (!byEnd.has(end)) byEnd.set(end, person)
    }
  }
  return byEnd
}

/** What a decision about the full name says of its last part, where syllables are told apart by spaces. */
function lastParts(
  decided: DecidedForms | undefined,
  full: string | undefined,
  key: string,
): DecidedForms | undefined {
  if (!decided || full === undefined) return undefined
  const [all, wanted] = [full.split(' ').length, key.split(' ').length]
  const ends = (forms: readonly string[]) =>
    forms
      .map((form) => form.split(' '))
      .filter((words) => words.length === all)
      .map((words) => words.slice(-wanted).join(' '))
  return { chosen: ends(decided.chosen), alsoRight: ends(decided.alsoRight) }
}

function syllablesOf(key: string): readonly HeardSyllable[] | null {
  const syllables = key.split(' ').flatMap((word) => hearSyllable(word) ?? [])
  return syllables.length === key.split(' ').length ? syllables : null
}
