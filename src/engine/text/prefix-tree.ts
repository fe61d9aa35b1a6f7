/** A fixed set of strings that can be looked up at any place of a text. */
export interface PrefixTree {
  /** The keys that `text` holds at `from`, shortest first: their number in the list given, and where they end in the text. */
  keysAt(text: string, from: number): readonly FoundKey[]
  /** Where they end alone. */
  endsAt(text: string, from: number): readonly number[]
}

interface FoundKey {
  readonly key: number
  readonly end: number
}

/**
 * A trie in typed arrays, a level after the other, so that the children of a node lie side by side, in order, and are searched by halving.
 * Building takes time linear in the keys' length when they come sorted, a look-up at most the longest key's length. A single space in a
 * key stands for any run of spaces in the text. Of equal keys one is found.
 */
export function buildPrefixTree(keys: readonly string[]): PrefixTree {
  const order = Array.from(keys.keys()).sort((a, b) => (keys[a]! < keys[b]! ? -1 : 1))
  const size = keys.reduce((sum, key) => sum + key.length, 1)
  const character = new Uint16Array(size)
  const keyOf = new Int32Array(size).fill(-1)
  // The children of a node are those from its first child to the first of the node after it.
  const firstChild = new Int32Array(size + 1)
  // A node stands for the keys of a range: all that begin as the way to it says.
  const rangeStart = new Int32Array(size)
  const rangeEnd = new Int32Array(size)
  rangeEnd[0] = keys.length
  let used = 1
  for (let node = 0, depth = 0; node < used; depth++) {
    for (const levelEnd = used; node < levelEnd; node++) {
      firstChild[node] = used
      const end = rangeEnd[node]!
      let at = rangeStart[node]!
      while (at < end && keys[order[at]!]!.length === depth) keyOf[node] = order[at++]!
      while (at < end) {
        const code = keys[order[at]!]!.charCodeAt(depth)
        character[used] = code
        rangeStart[used] = at
        while (at < end && keys[order[at]!]!.charCodeAt(depth) === code) at++
        rangeEnd[used++] = at
      }
    }
  }
  firstChild[used] = used

  /** 0 when there is none. */
  const child = (node: number, code: number): number => {
    let low = firstChild[node]!
    let high = firstChild[node + 1]!
    while (low < high) {
      const middle = (low + high) >> 1
      if (character[middle]! < code) low = middle + 1
      else high = middle
    }
    return low < firstChild[node + 1]! && character[low] === code ? low : 0
  }
  function collect<Found>(text: string, from: number, made: (key: number, end: number) => Found) {
    let found: Found[] | null = null
    let node = 0
    for (let at = from; at < text.length;) {
      const code = text.charCodeAt(at)
      node = child(node, code)
      if (node === 0) break
      at++
      if (code === SPACE) while (text.charCodeAt(at) === SPACE) at++
      if (keyOf[node]! >= 0) (found ??= []).push(made(keyOf[node]!, at))
    }
    return found ?? NONE
  }
  return {
    keysAt: (text, from) => collect(text, from, keyAndEnd),
    endsAt: (text, from) => collect(text, from, endAlone),
  }
}

const NONE: readonly never[] = []
const keyAndEnd = (key: number, end: number): FoundKey => ({ key, end })
const endAlone = (_: number, end: number): number => end
const SPACE = 0x20
