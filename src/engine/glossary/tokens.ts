import { foldedUnits } from './folded-units.ts'

/**
 * The letters of a set of keys, and how texts are cut into tokens for it: stretches inside which no key can begin or end. White space
 * stands between tokens and in none; so does every unit that no key has.
 *
 * What cannot be cut is asked of the language, a pair of letters at a time, for the pairs that the keys have. That is enough for any
 * language whose `isBoundary` is blind to capitals and never allows in a longer text what it forbids between two letters alone.
 */
export interface Alphabet {
  /** By UTF-16 unit: its letter's number in the upper half and the unit it is folded to in the lower; 0 where no key has the letter. */
  readonly letters: Int32Array
  /** Side of `apart`: one more than the last letter's number. */
  readonly size: number
  /** By number of one letter and of the next: 0 where nothing can end between them, else 1. */
  readonly apart: Uint8Array
}

/** Tokens in order: a hash of their folded letters, and where they start. Zeros follow the last hash. */
export interface TokenList {
  readonly hashes: Int32Array
  readonly starts: Int32Array
  count: number
}

/** What every white space is in `letters`, the smallest of them. */
export const SPACE_LETTER = (1 << 16) | 0x20

/** Letters past this many share a number and join with nothing, which costs time and no hits; it keeps `apart` small. */
const MAX_LETTERS = 1024

/** The alphabet of keys that lie one after another in `units`, each ending where `ends` says. */
export function alphabetOf(
  units: Uint16Array,
  ends: Int32Array,
  isBoundary: (text: string, offset: number) => boolean,
): Alphabet {
  const folded = foldedUnits()
  const numbers = new Uint16Array(0x10000)
  numbers[0x20] = 1
  let size = 2
  // By index: the iterator of a typed array is slow until the loop has been compiled.
  for (let at = 0; at < units.length; at++) {
    const letter = folded[units[at]!]!
    if (numbers[letter] === 0) numbers[letter] = size < MAX_LETTERS ? size++ : MAX_LETTERS
  }
  const letters = new Int32Array(0x10000)
  for (let unit = 0; unit < 0x10000; unit++) {
    const letter = folded[unit]!
    if (numbers[letter]! > 0) letters[unit] = (numbers[letter]! << 16) | letter
  }
  return { letters, size: size + 1, apart: pairsApart(units, ends, letters, size, isBoundary) }
}

function pairsApart(
  units: Uint16Array,
  ends: Int32Array,
  letters: Int32Array,
  size: number,
  isBoundary: (text: string, offset: number) => boolean,
): Uint8Array {
  const side = size + 1
  const apart = new Uint8Array(side * side).fill(UNASKED)
  let at = 0
  for (const end of ends) {
    for (let before = 0; at < end; at++) {
      const letter = letters[units[at]!]!
      const number = letter >>> 16
      if (before > 1 && number > 1 && before < size && number < size) {
        const pair = before * side + number
        if (apart[pair] === UNASKED) {
          const written = String.fromCharCode(letters[units[at - 1]!]! & 0xffff, letter & 0xffff)
          apart[pair] = isBoundary(written, 1) ? 1 : 0
        }
      }
      before = number
    }
  }
  return apart.map((answer) => (answer === 0 ? 0 : 1))
}

const UNASKED = 2

/**
 * Cuts `units[from, to)` into tokens, in one pass that takes no turns: a wrong guess of the processor costs more than all the rest of
 * it. What stands between tokens makes a token that the next one replaces, so one may be left over at the end.
 */
export function tokenize(
  alphabet: Alphabet,
  units: Uint16Array,
  from: number,
  to: number,
  into: TokenList,
): void {
  const { letters, size, apart } = alphabet
  const { hashes, starts } = into
  let count = 0
  let hash = 0
  let row = 0
  let wasWord = 0
  for (let at = from; at < to; at++) {
    const letter = letters[units[at]!]!
    const number = letter >>> 16
    const begins = apart[row + number]!
    count += begins & wasWord
    hash = Math.imul((hash & (begins - 1)) ^ letter, 0x01000193)
    hashes[count] = hash
    starts[count + (begins ^ 1)] = at
    row = Math.imul(number, size)
    wasWord = (1 - number) >>> 31
  }
  if (to > from) count++
  hashes[count] = hashes[count + 1] = 0
  into.count = count
}

/** Room for the tokens of that many units. */
export const tokenList = (units: number): TokenList => ({
  hashes: new Int32Array(units + 2),
  starts: new Int32Array(units + 2),
  count: 0,
})
