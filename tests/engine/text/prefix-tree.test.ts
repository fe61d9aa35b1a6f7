import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildPrefixTree } from '../../../src/engine/text/prefix-tree.ts'
import { compileWordList } from '../../../src/engine/text/word-list.ts'

const letters = (maxLength: number) =>
  fc.array(fc.constantFrom('a', 'b', 'ก', '่', '\uD83D'), { maxLength }).map((all) => all.join(''))
const keys = fc.uniqueArray(letters(5), { maxLength: 20 })

test('a tree finds the keys that a text holds at a place, and where they end, shortest first', () => {
  fc.assert(
    fc.property(keys, letters(12), fc.nat(12), (list, text, from) => {
      const held = list
        .map((key, number) => ({ key: number, end: from + key.length }))
        .filter(({ key, end }) => end > from && text.startsWith(list[key]!, from))
        .sort((a, b) => a.end - b.end)
      const tree = buildPrefixTree(list)
      expect(tree.keysAt(text, from)).toEqual(held)
      expect(tree.endsAt(text, from)).toEqual(held.map(({ end }) => end))
    }),
    { numRuns: 1000 },
  )
})

test('a space in a key stands for any run of spaces', () => {
  const tree = buildPrefixTree(['a b', 'a'])
  expect(tree.keysAt('a   b', 0)).toEqual([
    { key: 1, end: 1 },
    { key: 0, end: 5 },
  ])
})

test('a list has its words, however often it names them, and no others', () => {
  fc.assert(
    fc.property(keys, letters(5), (words, other) => {
      const list = compileWordList([...words, ...words])
      for (const word of words) expect(list.has(word)).toBe(word !== '')
      expect(list.has(other)).toBe(other !== '' && words.includes(other))
    }),
  )
  expect(compileWordList(['a b']).has('a  b')).toBe(false)
})
