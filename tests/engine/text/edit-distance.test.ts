import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from '../../../src/engine/text/edit-distance.ts'
import { graphemes } from '../../../src/engine/text/graphemes.ts'

test('a Thai syllable with its marks is one grapheme, changed at once', () => {
  expect(editDistance('นี้', 'นี่')).toEqual({ edits: 1, graphemes: 1 })
  expect(editDistance('ฮานอย', 'ฮานอยฯ')).toEqual({ edits: 1, graphemes: 6 })
  expect(editDistance('', 'ab')).toEqual({ edits: 2, graphemes: 2 })
})

test('it is what the whole table of Wagner and Fischer gives, across blocks of 32', () => {
  const letters = (longest: number) =>
    fc.array(fc.constantFrom('ก', 'กี่', 'a', 'b', ' '), { maxLength: longest }).map((list) => list.join(''))
  fc.assert(
    fc.property(letters(90), letters(90), (one, other) => {
      const { edits, graphemes: length } = editDistance(one, other)
      expect(edits).toBe(byTable(one, other))
      expect(edits).toBe(editDistance(other, one).edits)
      expect(edits).toBeLessThanOrEqual(length)
    }),
    { numRuns: 150 },
  )
})

function byTable(one: string, other: string): number {
  const split = (text: string) => graphemes(text).map(({ start, end }) => text.slice(start, end))
  const [rows, columns] = [split(one), split(other)]
  let row = columns.map((_, index) => index + 1)
  rows.forEach((left, r) => {
    let [diagonal, before] = [r, r + 1]
    row = row.map((above, c) => {
      before = Math.min(above + 1, before + 1, diagonal + (left === columns[c] ? 0 : 1))
      diagonal = above
      return before
    })
  })
  return columns.length === 0 ? rows.length : (row.at(-1) ?? 0)
}
