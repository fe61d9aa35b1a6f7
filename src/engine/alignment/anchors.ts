import type { Language } from '../languages/language.ts'
import { findQuantities, readingKey } from '../text/numbers.ts'
import type { KnownPair } from './bead.ts'
import type { Piece } from './pieces.ts'
import { WEIGHTS } from './weights.ts'

/**
 * What tells that two pieces speak of the same thing: numbers, words left in Latin letters, known pairs and names that sound alike.
 * Evidence is numbered; a number stands in a list as often as it stands in the piece.
 */
export interface Anchors {
  readonly source: readonly (readonly number[])[]
  readonly target: readonly (readonly number[])[]
  /** Of each source piece, how many of its numbers the target has nowhere. */
  readonly lost: Float64Array
  /** What one occurrence on both sides is worth, in nats: the rarer, the more. */
  readonly weights: Float64Array
}

/** One piece of evidence, and the pieces that hold it (a piece twice when it holds it twice). */
interface Evidence {
  readonly strength: number
  readonly source: readonly number[]
  readonly target: readonly number[]
}

export function findAnchors(
  source: readonly Piece[],
  target: readonly Piece[],
  from: Language,
  to: Language,
  pairs: readonly KnownPair[],
): Anchors {
  const sourceNumbers = source.map(({ text }) => readings(text, from))
  const targetNumbers = target.map(({ text }) => readings(text, to))
  const evidence = [
    ...numbers(sourceNumbers, targetNumbers),
    ...latinWords(source, target, from, to),
    ...knownPairs(source, target, from, to, pairs),
    ...soundAlikes(source, target, from, to),
  ]
  const anchors = { source: source.map((): number[] => []), target: target.map((): number[] => []) }
  const weights = Float64Array.from(evidence, ({ strength, source: s, target: t }) => {
    const rarity = Math.log((5 + source.length) / Math.max(new Set(s).size, new Set(t).size))
    return strength * Math.min(WEIGHTS.rarest, Math.max(0, rarity))
  })
  evidence.forEach((one, id) => {
    if ((weights[id] ?? 0) <= 0) return
    for (const piece of one.source) anchors.source[piece]?.push(id)
    for (const piece of one.target) anchors.target[piece]?.push(id)
  })
  return { ...anchors, lost: lostNumbers(sourceNumbers, targetNumbers), weights }
}

/** The quantities of a piece, each in every way it can be read. */
const readings = (text: string, { quantities }: Language): string[][] =>
  findQuantities(text, quantities).map((quantity) => quantity.readings.map(readingKey))

function lostNumbers(source: readonly string[][][], target: readonly string[][][]): Float64Array {
  const kept = new Set(target.flat(2))
  return Float64Array.from(source, (own) => own.filter((keys) => !keys.some((key) => kept.has(key))).length)
}

/** Keys of each side against each other; only what stands on both sides is evidence. */
function shared(strength: number, source: Map<string, number[]>, target: Map<string, number[]>): Evidence[] {
  return [...source].flatMap(([key, pieces]) => {
    const others = target.get(key)
    return others ? [{ strength, source: pieces, target: others }] : []
  })
}

function collect(pieces: readonly Piece[], keys: (text: string) => Iterable<string>): Map<string, number[]> {
  const found = new Map<string, number[]>()
  pieces.forEach(({ text }, i) => {
    for (const key of keys(text)) add(found, key, i)
  })
  return found
}

/** Of a quantity that can be read in several ways, the reading that the other side has counts. */
function numbers(sourceReadings: readonly string[][][], targetReadings: readonly string[][][]): Evidence[] {
  const resolve = (found: readonly string[][][], other: ReadonlySet<string>) => {
    const places = new Map<string, number[]>()
    found.forEach((quantities, i) => {
      for (const keys of quantities) {
        const key = keys.find((one) => other.has(one))
        if (key !== undefined) add(places, key, i)
      }
    })
    return places
  }
  return shared(
    WEIGHTS.number,
    resolve(sourceReadings, new Set(targetReadings.flat(2))),
    resolve(targetReadings, new Set(sourceReadings.flat(2))),
  )
}

function latinWords(
  source: readonly Piece[],
  target: readonly Piece[],
  from: Language,
  to: Language,
): Evidence[] {
  const keys = (language: Language) => (text: string) =>
    /\p{Script=Latin}/u.test(text)
      ? (language.searchKey(text).match(/\p{Script=Latin}[\p{Script=Latin}\d]+/gu) ?? [])
      : []
  return shared(WEIGHTS.latin, collect(source, keys(from)), collect(target, keys(to)))
}

/** Pairs of which both sides occur. Case counts for nothing; terms of one letter are left out, they mean too many things. */
function knownPairs(
  source: readonly Piece[],
  target: readonly Piece[],
  from: Language,
  to: Language,
  pairs: readonly KnownPair[],
): Evidence[] {
  const inSource = occurrences(
    source,
    from,
    pairs.map((pair) => pair.source),
  )
  const inTarget = occurrences(
    target,
    to,
    pairs.map((pair) => pair.target),
  )
  return pairs.flatMap((_, i) => {
    const [s, t] = [inSource.get(i), inTarget.get(i)]
    return s && t ? [{ strength: WEIGHTS.pair, source: s, target: t }] : []
  })
}

/** The pieces in which each term stands between word edges. Terms are looked up by their first two letters: linear in the text. */
function occurrences(
  pieces: readonly Piece[],
  language: Language,
  terms: readonly string[],
): Map<number, number[]> {
  const byStart = new Map<number, { term: string; id: number }[]>()
  terms.forEach((given, id) => {
    const term = given.toLowerCase()
    if (term.length < 2) return
    add(byStart, firstTwo(term, 0), { term, id })
  })
  const found = new Map<number, number[]>()
  pieces.forEach(({ text }, piece) => {
    const lower = text.toLowerCase()
    for (let at = 0; at < lower.length - 1; at++) {
      const terms = byStart.get(firstTwo(lower, at))
      if (terms)
        for (const { term, id } of terms) {
          if (!lower.startsWith(term, at)) continue
          if (!language.isBoundary(lower, at) || !language.isBoundary(lower, at + term.length)) continue
          add(found, id, piece)
        }
    }
  })
  return found
}

const firstTwo = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)

/** The fewest consonant classes that still tell a name from chance: three happen to stand in a row too often. */
const SHORTEST_NAME = 3

/** Capitalized words, alone and with their right neighbour, whose consonants stand in the target in the same order. */
function soundAlikes(
  source: readonly Piece[],
  target: readonly Piece[],
  from: Language,
  to: Language,
): Evidence[] {
  if (from.script === to.script) return []
  const soundOf = remembering((word) => from.consonants(word))
  const names = collect(source, (text) => {
    const runs = [...text.matchAll(/\p{Lu}[\p{L}\p{M}’']*(?:[ -]\p{Lu}[\p{L}\p{M}’']*)*/gu)]
    const keys = runs.flatMap(([run]) => {
      const parts = run.split(/[ -]/).map(soundOf)
      return parts.flatMap((part, i) => (parts.length > 1 ? [part, part + (parts[i + 1] ?? '')] : [part]))
    })
    return new Set(keys.filter((key) => key.length >= SHORTEST_NAME))
  })
  const grams = new Map<string, Set<string>>()
  for (const name of names.keys()) {
    const start = name.slice(0, SHORTEST_NAME)
    grams.set(start, (grams.get(start) ?? new Set()).add(name))
  }
  const found = new Map<string, number[]>()
  const sounds = target.map(({ text }) => to.consonants(text))
  sounds.forEach((sound, i) => {
    const here = sound + (target[i]?.gap === 'space' ? (sounds[i + 1] ?? '') : '')
    for (let at = 0; at < sound.length; at++)
      for (const name of grams.get(here.slice(at, at + SHORTEST_NAME)) ?? [])
        if (here.startsWith(name, at)) add(found, name, i)
  })
  return [...names].flatMap(([name, pieces]) => {
    const others = found.get(name)
    if (!others) return []
    return [{ strength: WEIGHTS.sound * (name.length - SHORTEST_NAME + 1), source: pieces, target: others }]
  })
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

function remembering(work: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>()
  return (key) => {
    const value = known.get(key) ?? work(key)
    known.set(key, value)
    return value
  }
}
