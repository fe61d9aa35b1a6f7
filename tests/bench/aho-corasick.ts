import { createRequire } from 'node:module'

/** Finds every occurrence of every term in a text, positions and all, overlaps included; answers how many. */
export interface Matcher {
  readonly build: (terms: readonly string[]) => (text: string) => number
  /** Takes minutes for more terms than that. */
  readonly most: number
}

const require = createRequire(import.meta.url)

const RUST = '@stll/aho-corasick-linux-x64-gnu'
const PLAIN = '@monyone/aho-corasick/fast'

/**
 * The fastest packages of the registry: a binding of Rust's `aho-corasick`, called where its own loader calls it, and the fastest one
 * in plain JavaScript. Both look for letters as they are: no folding, no words.
 */
export function matchersFromNpm(): Readonly<Record<string, Matcher>> {
  const matchers: Record<string, Matcher> = {}
  const rust = load<{
    AhoCorasick: new (
      terms: string[],
      options: object,
    ) => { _findOverlappingIterPacked(text: string): Uint32Array }
  }>(RUST)
  if (rust)
    matchers['npm: Rust aho-corasick'] = {
      most: Infinity,
      build: (terms) => {
        const found = new rust.AhoCorasick([...terms], {})
        return (text) => found._findOverlappingIterPacked(text).length / 3
      },
    }
  const plain = load<{ AhoCorasick: new (terms: string[]) => { matchInText(text: string): unknown[] } }>(
    PLAIN,
  )
  if (plain)
    matchers['npm: plain JavaScript'] = {
      most: 10_000,
      build: (terms) => {
        const found = new plain.AhoCorasick([...terms])
        return (text) => found.matchInText(text).length
      },
    }
  return matchers
}

function load<Module>(name: string): Module | null {
  try {
    return require(name) as Module
  } catch {
    console.log(`NOT INSTALLED: ${name} – nothing is compared with it here.`)
    return null
  }
}
