/** A fixed set of strings that can be looked up at any place of a text. */
export interface PrefixTree {
  /** The keys that `text` holds at `from`, shortest first: their number in the list given, and where they end in the text. */
  keysAt(text: string, from: number): readonly FoundKey[]
}

interface FoundKey {
  readonly key: number
  readonly end: number
}

/**
 * A trie in typed arrays: first child and next sibling, the root by character code. Building takes time linear in the keys'
 * length, a look-up at most the longest key's length. A single space in a key stands for any run of spaces in the text.
 * The keys must differ from each other.
 */
export function buildPrefixTree(keys: readonly string[]): PrefixTree {
  const size = keys.reduce((sum, key) => sum + key.length, 1)
  const roots = new Map<number, number>()
  const firstChild = new Int32Array(size)
  const nextSibling = new Int32Array(size)
  const character = new Uint16Array(size)
  const keyOf = new Int32Array(size).fill(-1)
  let used = 0

  const child = (node: number, code: number): number => {
    if (node === 0) return roots.get(code) ?? 0
    let next = firstChild[node]!
    while (next !== 0 && character[next] !== code) next = nextSibling[next]!
    return next
  }
  const addChild = (node: number, code: number): number => {
    const added = ++used
    character[added] = code
    if (node === 0) roots.set(code, added)
    else {
      nextSibling[added] = firstChild[node]!
      firstChild[node] = added
    }
    return added
  }

  keys.forEach((key, number) => {
    let node = 0
    for (let i = 0; i < key.length; i++) {
      const code = key.charCodeAt(i)
      node = child(node, code) || addChild(node, code)
    }
    if (node !== 0) keyOf[node] = number
  })

  return {
    keysAt(text, from) {
      let found: FoundKey[] | null = null
      let node = 0
      for (let at = from; at < text.length;) {
        const code = text.charCodeAt(at)
        node = child(node, code)
        if (node === 0) break
        at++
        if (code === SPACE) while (text.charCodeAt(at) === SPACE) at++
        if (keyOf[node]! >= 0) (found ??= []).push({ key: keyOf[node]!, end: at })
      }
      return found ?? NONE
    },
  }
}

const SPACE = 0x20
const NONE: readonly FoundKey[] = []
