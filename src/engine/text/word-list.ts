import { buildPrefixTree } from './prefix-tree.ts'

/** A fixed list of words that can be looked up at any place of a text. */
export interface WordList {
  has(word: string): boolean
  /** The ends (UTF-16) of the words that begin at `from`, ascending. Linear in the longest word. */
  endsAt(text: string, from: number): readonly number[]
}

/** Sorted words, each as how many UTF-16 units it shares with the one before (a base-36 digit) and the rest of it, a line each. */
export type PackedWords = string

/** Front coding: a list of words shrinks to a third. Order and duplicates are lost. */
export function packWords(words: Iterable<string>): PackedWords {
  let before = ''
  return [...new Set(words)]
    .sort()
    .map((word) => {
      let shared = 0
      while (shared < 35 && shared < word.length && word[shared] === before[shared]) shared++
      before = word
      return shared.toString(36) + word.slice(shared)
    })
    .join('\n')
}

export function unpackWords(packed: PackedWords): readonly string[] {
  let before = ''
  return packed.split('\n').map((line) => (before = before.slice(0, parseInt(line[0]!, 36)) + line.slice(1)))
}

export function compileWordList(words: readonly string[]): WordList {
  const tree = buildPrefixTree(words)
  return {
    has: (word) => tree.keysAt(word, 0).some(({ key }) => words[key] === word),
    endsAt: (text, from) => tree.endsAt(text, from),
  }
}
