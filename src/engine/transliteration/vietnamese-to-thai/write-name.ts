import type { ExplainedPart, NameKind, Transliteration } from '../transliteration.ts'
import { exonymOf, type Exonym } from './exonyms.ts'
import { genericBefore, genericCites } from './generic-words.ts'
import { looksLikePerson } from './looks-like-person.ts'
import { evenSpelling, keyOf } from './spelling.ts'
import { writeSyllable } from './write-syllable.ts'

/** UTF-16 units; no name is longer. */
const LONGEST = 200
/** Open classes multiply; more forms than this help nobody. */
const MOST_FORMS = 8

/**
 * A Vietnamese name in Thai by the rules of the Royal Society (2012): generic words are translated, established forms kept, all else
 * is written syllable by syllable. Any letter case and normalization. A name without marks is read in the level tone, as Vietnamese
 * spells it (Thanh Ba); one that lost its marks cannot be told from it where its letters still make syllables, so give the name as the
 * Vietnamese article has it. Null where a word is not spelled as Vietnamese.
 */
export function writeName(given: string, kind: NameKind): Transliteration | null {
  if (given.length > LONGEST) return null
  const name = evenSpelling(given)
  const written = wholeExonym(name, kind) ?? withGeneric(name, kind) ?? bySyllables(name, kind)
  if (!written) return null
  const [text = '', ...others] = written.forms
  const alternates = [...new Set(others)].filter((form) => form !== text)
  return { text, alternates, origin: written.origin, explanation: written.parts }
}

/** Forms of a name, the one to use first, and its parts in order. */
interface Written {
  readonly forms: readonly string[]
  readonly parts: readonly ExplainedPart[]
  readonly origin: Transliteration['origin']
}

function wholeExonym(name: string, kind: NameKind): Written | null {
  const exonym = exonymOf(keyOf(name), kind)
  if (!exonym) return null
  const byRule = exonym.byRule === 'never' ? null : bySyllables(name, kind)
  if (byRule && exonym.byRule === 'first') return { ...byRule, forms: [...byRule.forms, ...exonym.forms] }
  const forms = [...exonym.forms, ...(byRule?.forms ?? [])]
  return { forms, parts: [explained(name, exonym)], origin: 'exonym' }
}

function withGeneric(name: string, kind: NameKind): Written | null {
  const generic = genericBefore(name)
  if (!generic) return null
  const proper = wholeExonym(generic.name, generic.kind) ?? bySyllables(generic.name, generic.kind)
  if (!proper) return null
  const asName = generic.isDoubtful ? (bySyllables(name, kind)?.forms ?? []) : []
  const part = {
    kind: 'generic',
    source: generic.source,
    text: generic.forms[0],
    cites: genericCites,
  } as const
  return {
    forms: [...generic.forms.flatMap((form) => proper.forms.map((rest) => form + rest)), ...asName],
    parts: [part, ...proper.parts],
    origin: proper.origin,
  }
}

/** Persons are written with a space between syllables, places without; a hyphen stays. */
function bySyllables(name: string, kind: NameKind): Written | null {
  if (isAcronym(name) || isForeignSpelling(name)) return null
  const isPerson = kind === 'person' || (kind === 'unknown' && looksLikePerson(name))
  const pieces: Piece[] = []
  for (const segment of name.split('-')) {
    const exonym = segment === name || kind === 'person' ? null : exonymOf(keyOf(segment), 'unknown')
    const words = exonym ? [established(segment, exonym)] : segment.split(' ').map(word)
    for (const [at, piece] of words.entries()) {
      if (!piece) return null
      pieces.push({ ...piece, follows: at > 0 ? 'word' : pieces.length > 0 ? 'hyphen' : 'nothing' })
    }
  }
  const [gap, otherGap] = isPerson ? [' ', ''] : ['', ' ']
  return {
    forms: kind === 'unknown' ? [...join(pieces, gap), ...join(pieces, otherGap)] : join(pieces, gap),
    parts: pieces.map(({ part }) => part),
    origin: 'rule',
  }
}

interface Piece {
  readonly part: ExplainedPart
  readonly forms: readonly string[]
  readonly follows: 'nothing' | 'word' | 'hyphen'
}

function word(source: string): Omit<Piece, 'follows'> | null {
  const exonym = exonymOf(keyOf(source), 'syllable')
  if (exonym) return established(source, exonym)
  const part = writeSyllable(source)
  return part && { part, forms: [part.text, ...part.alternates] }
}

const explained = (source: string, { forms, cites }: Exonym): ExplainedPart => ({
  kind: 'exonym',
  source,
  text: forms[0],
  cites,
})
const established = (source: string, exonym: Exonym) => ({
  part: explained(source, exonym),
  forms: exonym.forms,
})

/** The forms of the pieces in every combination, those with the fewest departures from what is to be used first. */
function join(pieces: readonly Piece[], gap: string): readonly string[] {
  let found = [{ text: '', departures: 0 }]
  for (const { forms, follows } of pieces) {
    const between = { nothing: '', word: gap, hyphen: '-' }[follows]
    found = found
      .flatMap(({ text, departures }) =>
        forms.map((form, at) => ({ text: text + between + form, departures: departures + (at > 0 ? 1 : 0) })),
      )
      .sort((a, b) => a.departures - b.departures)
      .slice(0, MOST_FORMS)
  }
  return found.map(({ text }) => text)
}

const isAcronym = (name: string) => /^[A-Z]+$/.test(name)
/** Foreign names are broken into sounds with small letters after the hyphens: Pa-ri. */
const isForeignSpelling = (name: string) => /^\p{Lu}/u.test(name) && /-\p{Ll}/u.test(name)
