import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findFuzzy, LONGEST_PATTERN, type FuzzyMatch } from '../../../src/engine/text/fuzzy-search.ts'

/** Sellers 1980: the table of edit distances with a free start, and then, from the first best end backwards, the nearest start. */
function findPlainly(text: string, pattern: string, maxErrors: number): FuzzyMatch | null {
  const most = Math.min(maxErrors, pattern.length - 1)
  let column = Array.from({ length: pattern.length + 1 }, (_, row) => row)
  let best: { end: number; errors: number } | null = null
  for (let at = 0; at < text.length; at++) {
    const next = [0]
    for (let row = 1; row <= pattern.length; row++)
      next[row] = Math.min(
        next[row - 1]! + 1,
        column[row]! + 1,
        column[row - 1]! + (pattern[row - 1] === text[at] ? 0 : 1),
      )
    column = next
    const errors = column.at(-1)!
    if (errors <= most && (best === null || errors < best.errors)) best = { end: at + 1, errors }
  }
  if (best === null) return null
  for (let start = best.end; ; start--)
    if (distance(text.slice(start, best.end), pattern) === best.errors) return { start, ...best }
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row.at(-1)!
}

const few = (maxLength: number) => fc.string({ unit: fc.constantFrom('ก', 'า', '่', 'b'), maxLength })

describe('the span of a text that is most like a pattern', () => {
  test('is the one that the whole table of distances gives', () => {
    fc.assert(
      fc.property(
        few(60),
        few(LONGEST_PATTERN),
        fc.integer({ min: 0, max: 12 }),
        (text, pattern, maxErrors) => {
          expect(findFuzzy(text, pattern, maxErrors)).toEqual(
            pattern === '' ? null : findPlainly(text, pattern, maxErrors),
          )
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('is the pattern itself where the text has it, at any length', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 50 }),
        fc
          .string({ minLength: 1, maxLength: LONGEST_PATTERN })
          .filter((text) => text.length <= LONGEST_PATTERN),
        (before, pattern) => {
          const match = findFuzzy(before + pattern, pattern, 3)!
          expect(match.errors).toBe(0)
          expect((before + pattern).slice(match.start, match.end)).toBe(pattern)
        },
      ),
    )
  })

  test('is a name spelled another way', () => {
    const text = 'เมื่อวานนี้จังหวัดฟู้โถ่ได้ประกาศ'
    const match = findFuzzy(text, 'ฟู้เถาะ', 4)!
    expect(text.slice(match.start, match.end)).toMatch(/^ฟู้/)
    expect(findFuzzy(text, 'เหงะอาน', 2)).toBeNull()
  })

  test('is none for a pattern that is empty, too long, or could be anything', () => {
    expect(findFuzzy('abc', '', 3)).toBeNull()
    expect(findFuzzy('a'.repeat(99), 'a'.repeat(LONGEST_PATTERN + 1), 3)).toBeNull()
    expect(findFuzzy('xyz', 'a', 5)).toBeNull()
  })
})
