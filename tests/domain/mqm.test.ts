import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locateQuote, pointsPerThousand, totalPoints } from '../../src/domain/mqm.ts'
import { isGraphemeBoundary } from '../../src/engine/text/graphemes.ts'

const words = fc
  .array(fc.constantFrom('น้ำ', 'ที่', ' ', 'กำ', 'ệ', 'e\u0301', '🇻🇳', 'a', '\u0E49'), { maxLength: 20 })
  .map((pieces) => pieces.join(''))

test('whatever is quoted from a text is found in it, in whole graphemes', () => {
  fc.assert(
    fc.property(words, fc.nat(30), fc.nat(30), (text, a, b) => {
      const [start, end] = [a, b].map((at) => Math.min(at, text.length)).sort((x, y) => x - y) as [
        number,
        number,
      ]
      const quote = text.slice(start, end)
      fc.pre(quote !== '')
      let occurrence = 1
      for (let at = text.indexOf(quote); at < start; at = text.indexOf(quote, at + 1)) occurrence++
      const span = locateQuote(text, quote, occurrence)!
      expect(span.start).toBeLessThanOrEqual(start)
      expect(span.end).toBeGreaterThanOrEqual(end)
      expect(isGraphemeBoundary(text, span.start) && isGraphemeBoundary(text, span.end)).toBe(true)
    }),
  )
})

test('words that do not stand there so often are not found', () => {
  expect(locateQuote('น้ำท่วม น้ำลด', 'น้ำ', 2)).toEqual({ start: 8, end: 11 })
  expect(locateQuote('น้ำท่วม น้ำลด', 'น้ำ', 3)).toBeNull()
  expect(locateQuote('น้ำท่วม', '', 1)).toBeNull()
})

test('points weigh by severity, for each thousand words', () => {
  const marks = (['neutral', 'minor', 'major', 'critical'] as const).map((severity) => ({ severity }))
  expect(totalPoints(marks)).toBe(31)
  expect(pointsPerThousand(31, 500)).toBe(62)
  expect(pointsPerThousand(0, 0)).toBeNull()
})
