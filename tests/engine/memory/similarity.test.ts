import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { thai } from '../../../src/engine/languages/th/thai.ts'
import { vietnamese } from '../../../src/engine/languages/vi/vietnamese.ts'
import { chooseWords } from '../../../src/engine/memory/choose-words.ts'
import { createSimilarity } from '../../../src/engine/memory/similarity.ts'
import { createDistance } from '../../../src/engine/text/token-distance.ts'
import { candidateWords, sourceKey, sourceTokens } from '../../../src/engine/memory/source-tokens.ts'
import { anyText } from '../../support/any-text.ts'

const tokens = (longest: number) =>
  fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', ','), { maxLength: longest })
const comparable = (text: string, language = vietnamese) => {
  const key = sourceKey(text, language)
  return { key, tokens: sourceTokens(key, language) }
}
const alike = (one: string, other: string, language = vietnamese) =>
  createSimilarity(comparable(one, language))(comparable(other, language))

/** The table of Levenshtein 1966, cell by cell. */
function slowDistance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, at) => at + 1)
  let corner = 0
  for (const [at, token] of a.entries()) {
    let [left, diagonal] = [at + 1, corner]
    corner = at + 1
    row = row.map((above, column) => {
      left = Math.min(left + 1, above + 1, diagonal + (token === b[column] ? 0 : 1))
      diagonal = above
      return left
    })
  }
  return row.at(-1) ?? a.length
}

describe('how alike two sources are', () => {
  test('the distance is that of the plain table, within one machine word and beyond', () => {
    fc.assert(
      fc.property(tokens(150), tokens(150), (a, b) => {
        expect(createDistance(a)(b)).toBe(slowDistance(a, b))
      }),
    )
  })

  test('is the same both ways, from 0 to 1, and 1 only where both read the same', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom(vietnamese, thai), (a, b, language) => {
        const score = alike(a, b, language)
        expect(score).toBe(alike(b, a, language))
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score === 1).toBe(sourceKey(a, language) === sourceKey(b, language))
        expect(alike(a, a, language)).toBe(1)
      }),
    )
  })

  test('spellings that look alike are the same source', () => {
    expect(alike('Hoà  bình', ' Hòa\u00A0bình ')).toBe(1)
    expect(alike('น้ำท่วม', 'นํ้าท่วม', thai)).toBe(1)
  })

  test('one syllable of five is a fifth', () => {
    expect(alike('Mưa lớn ở Huế.', 'Mưa nhỏ ở Huế.')).toBeCloseTo(0.8)
  })
})

test('whatever is alike enough has as many of the chosen words as are asked for, unless it is said to be incomplete', () => {
  const word = fc.nat({ max: 30 }).map((n) => `w${n}`)
  const source = fc.array(word, { minLength: 1, maxLength: 24 })
  const edits = fc.array(fc.record({ at: fc.nat(), kind: fc.nat({ max: 2 }), word }), { maxLength: 9 })
  fc.assert(
    fc.property(
      source,
      edits,
      fc.array(fc.nat({ max: 50 }), { minLength: 31, maxLength: 31 }),
      (asked, changes, entries) => {
        const other = [...asked]
        for (const { at, kind, word: put } of changes)
          other.splice(at % (other.length + 1), kind === 0 ? 0 : 1, ...(kind === 2 ? [] : [put]))
        const score = 1 - slowDistance(asked, other) / Math.max(asked.length, other.length)
        fc.pre(score >= 0.75)
        const words = candidateWords(asked).map((one) => ({
          word: one,
          count: asked.filter((token) => token === one).length,
          entries: entries[Number(one.slice(1))] ?? 0,
        }))
        const chosen = chooseWords(words, { tokens: asked.length, least: 0.75, affordable: 10_000 })
        expect(chosen.isComplete).toBe(true)
        expect(chosen.words.filter((one) => other.includes(one)).length).toBeGreaterThanOrEqual(
          chosen.required,
        )
      },
    ),
    { numRuns: 500 },
  )
})
