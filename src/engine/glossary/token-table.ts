import { Buffer } from 'node:buffer'
import { type BloomFilter, filterOf, filterShift, mayHold } from './bloom-filter.ts'
import { growingSlots, type HashSlots, valueOf } from './hash-slots.ts'
import { type Alphabet, alphabetOf, SPACE_LETTER, tokenize, type TokenList, tokenList } from './tokens.ts'

/**
 * A fixed set of keys that are searched for in a text, all at once, as whole tokens (`tokens.ts`). Nothing but typed arrays, so a table
 * can be handed from thread to thread without a copy.
 *
 * Keys are known by the hash of their tokens. Two filters that stay in the processor's cache say which beginnings some key has and which
 * are whole keys, so that most places of a text cost three looks into them and only what is found costs one into the table behind.
 * A hash only nominates: what it finds is compared letter for letter.
 */
export interface TokenTable {
  readonly alphabet: Alphabet
  /** The hashes of every beginning of a key that is three tokens or more. */
  readonly beginnings: BloomFilter
  /** The hashes of all keys. */
  readonly wholes: BloomFilter
  /** By the hash of all tokens: 1 + the number of the first key that has it. */
  readonly keys: HashSlots
  /** By key: the next one with the same hash, or -1. */
  readonly next: Int32Array
  /** The keys, one after another as they are written, and where each ends. */
  readonly units: Uint16Array
  readonly ends: Int32Array
}

/** Where keys were found: `count` triples of key, start and end, ordered by start and then by end. */
export interface HitList {
  triples: Int32Array
  count: number
  /** How many tokens and letters were looked at: the work that was done. */
  steps: number
}

export const hitList = (): HitList => ({ triples: new Int32Array(3 * 64), count: 0, steps: 0 })

type IsBoundary = (text: string, offset: number) => boolean

/** No key may be empty, or begin or end with white space. Linear in the keys' length. */
export function buildTokenTable(units: Uint16Array, ends: Int32Array, isBoundary: IsBoundary): TokenTable {
  const alphabet = alphabetOf(units, ends, isBoundary)
  const next = new Int32Array(ends.length)
  const beginnings: number[] = []
  const wholes: number[] = []
  const keys = growingSlots()
  let tokens = tokenList(256)
  // From the last key to the first, so that those with one hash follow each other in order.
  for (let key = ends.length - 1; key >= 0; key--) {
    const start = startOf(ends, key)
    const end = ends[key]!
    if (tokens.starts.length < end - start + 2) tokens = tokenList(2 * (end - start))
    tokenize(alphabet, units, start, end, tokens)
    const { hashes, count } = tokens
    let hash = hashes[0]!
    for (let at = 1; at < count; at++) {
      hash = extend(hash, hashes[at]!)
      if (at > 1) beginnings.push(hash)
    }
    wholes.push(hash)
    keys.put(hash, (before) => {
      next[key] = before - 1
      return key + 1
    })
  }
  return {
    alphabet,
    beginnings: filterOf(beginnings),
    wholes: filterOf(wholes),
    keys: keys.slots,
    next,
    units,
    ends,
  }
}

/** Every whole-token occurrence of every key in the text, overlaps and all; linear in the text for keys of limited length. */
export function scanTokens(table: TokenTable, text: string, isBoundary: IsBoundary, hits: HitList): void {
  const { beginnings, wholes } = table
  const units = unitsOf(text)
  const tokens = roomFor(text.length)
  tokenize(table.alphabet, units, 0, text.length, tokens)
  const { hashes, count } = tokens
  const beginningShift = filterShift(beginnings)
  const wholeShift = filterShift(wholes)
  hits.count = 0
  hits.steps = count
  for (let first = 0; first < count; first++) {
    const one = hashes[first]!
    const two = extend(one, hashes[first + 1]!)
    let hash = extend(two, hashes[first + 2]!)
    const short = mayHold(wholes, wholeShift, one) | mayHold(wholes, wholeShift, two)
    if ((short | mayHold(beginnings, beginningShift, hash)) === 0) continue
    if (mayHold(wholes, wholeShift, one))
      collect(table, text, units, tokens, first, first, one, isBoundary, hits)
    if (mayHold(wholes, wholeShift, two))
      collect(table, text, units, tokens, first, first + 1, two, isBoundary, hits)
    for (let last = first + 2; last < count && mayHold(beginnings, beginningShift, hash) === 1;) {
      if (mayHold(wholes, wholeShift, hash))
        collect(table, text, units, tokens, first, last, hash, isBoundary, hits)
      hash = extend(hash, hashes[++last]!)
      hits.steps++
    }
  }
}

/** The keys that stand from one token to another. */
function collect(
  { alphabet, keys: known, next, units: keys, ends }: TokenTable,
  text: string,
  units: Uint16Array,
  { starts, count }: TokenList,
  first: number,
  last: number,
  hash: number,
  isBoundary: IsBoundary,
  hits: HitList,
): void {
  if (last >= count) return
  for (let key = valueOf(known, hash) - 1; key >= 0; key = next[key]!) {
    const start = starts[first]!
    const end = endOf(alphabet.letters, keys, startOf(ends, key), ends[key]!, units, start, text.length)
    hits.steps += ends[key]! - startOf(ends, key)
    if (end <= starts[last]! || (last + 1 < count && end > starts[last + 1]!)) continue
    if (isBoundary(text, start) && isBoundary(text, end)) addHit(hits, key, start, end)
  }
}

/** Where the key `keys[from, to)` ends if it stands in `units` at a place, any run of white space for a space of the key; else -1. */
function endOf(
  letters: Int32Array,
  keys: Uint16Array,
  from: number,
  to: number,
  units: Uint16Array,
  place: number,
  length: number,
): number {
  let at = place
  for (let i = from; i < to; i++) {
    const letter = letters[keys[i]!]!
    if (at >= length || letters[units[at]!] !== letter) return -1
    at++
    if (letter === SPACE_LETTER) while (at < length && letters[units[at]!] === SPACE_LETTER) at++
  }
  return at
}

const startOf = (ends: Int32Array, key: number): number => (key > 0 ? ends[key - 1]! : 0)

/** The hash of tokens and one more. */
function extend(hash: number, token: number): number {
  const mixed = Math.imul(((hash << 5) | (hash >>> 27)) ^ token, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

function addHit(hits: HitList, key: number, start: number, end: number): void {
  const at = 3 * hits.count++
  if (at === hits.triples.length) {
    const longer = new Int32Array(2 * at)
    longer.set(hits.triples)
    hits.triples = longer
  }
  hits.triples[at] = key
  hits.triples[at + 1] = start
  hits.triples[at + 2] = end
}

/** Working space for texts of usual length, so that a scan allocates nothing; longer texts get their own. */
const USUAL = 16_384
let usualBytes: Buffer | undefined
let usualUnits: Uint16Array | undefined
let usualTokens: TokenList | undefined

function unitsOf(text: string): Uint16Array {
  const usual = text.length <= USUAL
  const units = usual ? (usualUnits ??= new Uint16Array(USUAL)) : new Uint16Array(text.length)
  const bytes = usual ? (usualBytes ??= Buffer.from(units.buffer)) : Buffer.from(units.buffer)
  // Ten times as fast as charCodeAt, a unit at a time.
  bytes.write(text, 'utf16le')
  return units
}

const roomFor = (length: number): TokenList =>
  length <= USUAL ? (usualTokens ??= tokenList(USUAL)) : tokenList(length)
