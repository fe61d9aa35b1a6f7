import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languageFor } from '../../../src/engine/languages/catalog.ts'
import { repairsIn } from '../../../src/engine/text/repairs.ts'

const pieces = fc.constantFrom(
  ...['น', 'ก', 'เ', 'ก็', 'า', '\u0E4D', '\u0E33', '\u0E48', '\u0E49', '\u0E35', '\u0E39', '\u0E3A'],
  ...['\u200B', '\u00A0', 'e\u0301', 'a', ' ', '\u1100\u1161', '😀'],
)
const texts = fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(''))

test('taking every repair gives the normalised text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const normalized = languageFor('th').normalize(text)
      const mended = repairsIn(text, normalized)
        .toReversed()
        .reduce((whole, { start, end, text: put }) => whole.slice(0, start) + put + whole.slice(end), text)
      expect(mended).toBe(normalized.text)
    }),
    { numRuns: 1000 },
  )
})

test('repairs stand in order and apart, and a sound text has none', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const found = repairsIn(text, languageFor('th').normalize(text))
      for (const [at, { start, end }] of found.entries()) {
        expect(start).toBeLessThanOrEqual(end)
        expect(start).toBeGreaterThan(found[at - 1]?.end ?? -1)
      }
    }),
  )
  expect(repairsIn('น้ำท่วม', languageFor('th').normalize('น้ำท่วม'))).toEqual([])
})
