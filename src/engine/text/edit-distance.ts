import { graphemes } from './graphemes.ts'

/** How far a text has come from another, in graphemes. */
export interface EditDistance {
  /** The fewest graphemes to add, remove or replace (Levenshtein 1966). */
  readonly edits: number
  /** Of the longer text: edits never exceed it. */
  readonly graphemes: number
}

/**
 * By the bit vectors of Myers (1999) in blocks as Hyyrö (2003) has them: for texts of n and m graphemes about nm/32 steps, and fewer
 * the more they share at their beginning and end.
 */
export function editDistance(before: string, after: string): EditDistance {
  const codes = new Map<string, number>()
  const coded = (text: string) =>
    graphemes(text).map(({ start, end }) => {
      const grapheme = text.slice(start, end)
      const code = codes.get(grapheme) ?? codes.size
      codes.set(grapheme, code)
      return code
    })
  const [old, young] = [coded(before), coded(after)]
  const longest = Math.max(old.length, young.length)
  if (before === after) return { edits: 0, graphemes: longest }
  let start = 0
  while (start < old.length && start < young.length && old[start] === young[start]) start++
  let oldEnd = old.length
  let youngEnd = young.length
  while (oldEnd > start && youngEnd > start && old[oldEnd - 1] === young[youngEnd - 1]) {
    oldEnd--
    youngEnd--
  }
  const [one, other] = [old.slice(start, oldEnd), young.slice(start, youngEnd)]
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return { edits: short.length === 0 ? long.length : distance(short, long), graphemes: longest }
}

/** `pattern` has at least one code. Columns are the codes of `text`, bits the rows of `pattern`, 32 to a block. */
function distance(pattern: readonly number[], text: readonly number[]): number {
  const blocks = Math.ceil(pattern.length / 32)
  const places = new Map<number, Int32Array>()
  pattern.forEach((code, row) => {
    const bits = places.get(code) ?? new Int32Array(blocks)
    bits[row >> 5] = (bits[row >> 5] ?? 0) | (1 << (row & 31))
    places.set(code, bits)
  })
  const nowhere = new Int32Array(blocks)
  const rises = new Int32Array(blocks).fill(-1)
  const falls = new Int32Array(blocks)
  const lastRow = (pattern.length - 1) & 31
  let score = pattern.length
  for (const code of text) {
    const equal = places.get(code) ?? nowhere
    let riseIn = 1
    let fallIn = 0
    for (let block = 0; block < blocks; block++) {
      const rise = rises[block] ?? 0
      const fall = falls[block] ?? 0
      const eq = (equal[block] ?? 0) | fallIn
      const vertical = (equal[block] ?? 0) | fall
      const diagonal = ((((eq & rise) + rise) | 0) ^ rise) | eq
      let riseOut = fall | ~(diagonal | rise)
      let fallOut = rise & diagonal
      const top = block === blocks - 1 ? lastRow : 31
      const riseNext = (riseOut >>> top) & 1
      const fallNext = (fallOut >>> top) & 1
      riseOut = (riseOut << 1) | riseIn
      fallOut = (fallOut << 1) | fallIn
      rises[block] = fallOut | ~(vertical | riseOut)
      falls[block] = riseOut & vertical
      riseIn = riseNext
      fallIn = fallNext
    }
    score += riseIn - fallIn
  }
  return score
}
