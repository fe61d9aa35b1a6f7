import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  composeCanonically,
  dropInvisible,
  normalizeWith,
  repairing,
} from '../../../src/engine/text/normalize.ts'

const rules = [dropInvisible, composeCanonically]

describe('the map back to the text as given', () => {
  test('an unchanged text maps to itself', () => {
    const normalized = normalizeWith(rules, 'xin chào')
    expect(normalized.text).toBe('xin chào')
    expect(normalized.toOriginal({ start: 4, end: 8 })).toEqual({ start: 4, end: 8 })
  })

  test('a composed letter covers the letter and the marks it was made from', () => {
    const given = 'đe\u0323\u0302p quá'
    const normalized = normalizeWith(rules, given)
    expect(normalized.text).toBe('đệp quá')
    expect(normalized.toOriginal({ start: 1, end: 2 })).toEqual({ start: 1, end: 4 })
    expect(normalized.toOriginal({ start: 4, end: 7 })).toEqual({ start: 6, end: 9 })
  })

  test('an invisible character inside a span is covered, one at its edge is not', () => {
    const normalized = normalizeWith(rules, '\uFEFFab\u200Bcd\u200B')
    expect(normalized.text).toBe('abcd')
    expect(normalized.toOriginal({ start: 0, end: 4 })).toEqual({ start: 1, end: 6 })
    expect(normalized.toOriginal(2)).toBe(4)
    expect(normalized.toOriginal(4)).toBe(7)
  })

  test('repairs of repairs still map to the first text', () => {
    const first = repairing(/ab/g, () => 'x')
    const second = repairing(/xx/g, () => 'yyy')
    const normalized = normalizeWith([first, second], '-abab-')
    expect(normalized.text).toBe('-yyy-')
    expect(normalized.toOriginal({ start: 2, end: 3 })).toEqual({ start: 1, end: 5 })
    expect(normalized.toOriginal(4)).toBe(5)
  })

  test('offsets rise with the text and stay inside it, whatever is dropped or joined', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'e\u0301', '\u200B', '\u0302\u0323', '😀\u200D', '\uD800', '\0', ' ')),
        (parts) => {
          const given = parts.join('')
          const normalized = normalizeWith(rules, given)
          let last = 0
          for (let offset = 0; offset <= normalized.text.length; offset++) {
            const place = normalized.toOriginal(offset)
            expect(place).toBeGreaterThanOrEqual(last)
            expect(place).toBeLessThanOrEqual(given.length)
            last = place
            const span = normalized.toOriginal({ start: 0, end: offset })
            expect(span.end).toBeLessThanOrEqual(given.length)
            expect(
              normalizeWith(rules, given.slice(span.start, span.end)).text.length,
            ).toBeGreaterThanOrEqual(offset > 0 ? 1 : 0)
          }
        },
      ),
    )
  })
})

test('a family emoji keeps its joiners; a joiner elsewhere is dropped', () => {
  expect(normalizeWith(rules, '👩\u200D👧 a\u200Db').text).toBe('👩\u200D👧 ab')
})

test('a hundred thousand marks on one letter are left alone', () => {
  const given = `a${'\u0301'.repeat(100_000)}b e\u0301`
  expect(normalizeWith(rules, given).text.endsWith('b é')).toBe(true)
})
