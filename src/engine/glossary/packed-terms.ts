import { Buffer } from 'node:buffer'
import type { Language } from '../languages/language.ts'
import { foldedUnits } from './folded-units.ts'
import type { GlossaryEntry, GlossaryTerm } from './glossary.ts'
import { buildTokenTable, type TokenTable } from './token-table.ts'

/** The terms of one language as typed arrays alone: a hundred thousand take some ten megabytes, and another thread can be handed them. */
export interface PackedTerms {
  /** Its keys are the terms as they are searched for, in the glossary's order. */
  readonly table: TokenTable
  /** By key: see `statuses` and the bits below. */
  readonly traits: Uint8Array
  /** By key: the number of its concept. */
  readonly concepts: Int32Array
  /** Ids of the concepts, one after another, and where each ends. */
  readonly conceptUnits: Uint16Array
  readonly conceptEnds: Int32Array
}

const statuses = ['preferred', 'admitted', 'deprecated', 'superseded'] as const
const STATUS = 3
const CASE_SENSITIVE = 4
/** The key is the term without its last character, an abbreviation sign. */
const SHORTENED = 8
/** An occurrence must show one capital of the term; every one. */
const SOME_CAPITAL = 16
const ALL_CAPITALS = 32

const ABBREVIATION_SIGN = 'ฯ'
const ABBREVIATED = /\Sฯ$/

export function packTerms(entries: readonly GlossaryEntry[], language: Language): PackedTerms {
  const conceptIds: string[] = []
  const given: GlossaryTerm[] = []
  const conceptsOfGiven: number[] = []
  for (const { conceptId, terms } of entries) {
    for (const term of terms) {
      if (term.language !== language.tag) continue
      given.push(term)
      conceptsOfGiven.push(conceptIds.length)
    }
    conceptIds.push(conceptId)
  }
  const keys: string[] = []
  const traits: number[] = []
  const concepts: number[] = []
  const texts = normalizeAll(
    given.map(({ text }) => text),
    language,
  )
  texts.forEach((text, at) => {
    if (text === '') return
    const own = traitsOf(text, given[at]!)
    const add = (key: string, more: number) => {
      keys.push(key)
      traits.push(own | more)
      concepts.push(conceptsOfGiven[at]!)
    }
    add(text, 0)
    if ((own & STATUS) < 2 && ABBREVIATED.test(text)) add(text.slice(0, -1), SHORTENED)
  })
  return {
    table: buildTokenTable(unitsOf(keys), endsOf(keys), language.isBoundary),
    traits: Uint8Array.from(traits),
    concepts: Int32Array.from(concepts),
    conceptUnits: unitsOf(conceptIds),
    conceptEnds: endsOf(conceptIds),
  }
}

/** The parts of a key's term; `written` is how the text has it, capitals and all. */
export const termTextOf = ({ table, traits }: PackedTerms, key: number): string =>
  stringAt(table.units, table.ends, key) + ((traits[key]! & SHORTENED) > 0 ? ABBREVIATION_SIGN : '')

export const conceptIdOf = ({ concepts, conceptUnits, conceptEnds }: PackedTerms, key: number): string =>
  stringAt(conceptUnits, conceptEnds, concepts[key]!)

export const statusOf = ({ traits }: PackedTerms, key: number): GlossaryTerm['status'] =>
  statuses[traits[key]! & STATUS]!

export const isCaseSensitive = ({ traits }: PackedTerms, key: number): boolean =>
  (traits[key]! & CASE_SENSITIVE) > 0

/** Does the text from `start` on, where the key stands, have the capitals that the term asks for? See `TermIndex` for the rule. */
export function showsCapitals(
  { table, traits }: PackedTerms,
  key: number,
  text: string,
  start: number,
): boolean {
  const asked = traits[key]! & (SOME_CAPITAL | ALL_CAPITALS)
  if (asked === 0) return true
  const { units, ends } = table
  let at = start
  for (let i = key > 0 ? ends[key - 1]! : 0; i < ends[key]!; i++, at++) {
    if (isCapital(units[i]!)) {
      const isShown = isCapital(text.charCodeAt(at))
      if (isShown !== (asked === ALL_CAPITALS)) return isShown
    }
    if (units[i] === SPACE) while (foldedUnits()[text.charCodeAt(at + 1)] === SPACE) at++
  }
  return asked === ALL_CAPITALS
}

const SPACE = 0x20

function traitsOf(text: string, { status, caseSensitive }: GlossaryTerm): number {
  let capitals = 0
  for (let at = 0; at < text.length; at++) if (isCapital(text.charCodeAt(at))) capitals++
  const isHeadword = capitals === 1 && isCapital(text.charCodeAt(0)) && text.includes(' ')
  const asked = capitals === 0 ? 0 : caseSensitive ? ALL_CAPITALS : isHeadword ? 0 : SOME_CAPITAL
  return statuses.indexOf(status) | (caseSensitive ? CASE_SENSITIVE : 0) | asked
}

const isCapital = (unit: number): boolean => {
  const folded = foldedUnits()[unit]!
  return folded !== unit && folded !== SPACE
}

/** Terms of one call to `normalize`; a call for each would take most of the time of compiling. */
const BATCH = 64

function normalizeAll(texts: readonly string[], language: Language): readonly string[] {
  const single = texts.map(onOneLine)
  const normalized: string[] = []
  for (let at = 0; at < single.length; at += BATCH) {
    const batch = single.slice(at, at + BATCH)
    const joined = batch.join('\n')
    const { text: repaired } = language.normalize(joined)
    if (repaired === joined) {
      normalized.push(...batch)
      continue
    }
    const lines = repaired.split('\n')
    const made = lines.length === batch.length ? lines : batch.map((text) => language.normalize(text).text)
    for (const text of made) normalized.push(onOneLine(text))
  }
  return normalized
}

const onOneLine = (text: string): string => (isOnOneLine(text) ? text : text.trim().replace(/\s+/g, ' '))

/** Single spaces between words, and no other white space. */
function isOnOneLine(text: string): boolean {
  const folded = foldedUnits()
  let wasSpace = true
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isSpace = folded[unit] === SPACE
    if (isSpace && (wasSpace || unit !== SPACE)) return false
    wasSpace = isSpace
  }
  return !wasSpace
}

function unitsOf(texts: readonly string[]): Uint16Array {
  const joined = texts.join('')
  const units = new Uint16Array(joined.length)
  Buffer.from(units.buffer).write(joined, 'utf16le')
  return units
}

function endsOf(texts: readonly string[]): Int32Array {
  const ends = new Int32Array(texts.length)
  let end = 0
  for (let at = 0; at < texts.length; at++) ends[at] = end += texts[at]!.length
  return ends
}

function stringAt(units: Uint16Array, ends: Int32Array, at: number): string {
  const start = at > 0 ? ends[at - 1]! : 0
  return Buffer.from(units.buffer, units.byteOffset + 2 * start, 2 * (ends[at]! - start)).toString('utf16le')
}
