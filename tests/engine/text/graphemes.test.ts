import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countBases, graphemes, isGraphemeBoundary } from '../../../src/engine/text/graphemes.ts'
import { slice } from '../../../src/engine/text/span.ts'

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'น้ำ',
        'กํา',
        'ệ',
        'e\u0323\u0302',
        '👩\u200D👧',
        '🇻🇳',
        '🇹🇭',
        '\r\n',
        '\uD83D',
        'e\u0301\u200D',
        'ที่',
      ),
    ),
  )
  .map((parts) => parts.join(''))

test('graphemes join to the text and agree with ICU', () => {
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
  fc.assert(
    fc.property(anyText, (text) => {
      const found = graphemes(text).map((span) => slice(text, span))
      expect(found).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment))
    }),
  )
})

test('a boundary is where a grapheme begins or ends, and nowhere else', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const edges = new Set([0, text.length, ...graphemes(text).map(({ start }) => start)])
      for (let offset = 0; offset <= text.length; offset++)
        expect([offset, isGraphemeBoundary(text, offset)]).toEqual([offset, edges.has(offset)])
    }),
  )
})

test('graphemes are the same however far into a long text they stand', () => {
  const long = 'น้ำท่วมที่🇻🇳 '.repeat(2000)
  const once = graphemes('น้ำท่วมที่🇻🇳 ')
  expect(graphemes(long)).toHaveLength(once.length * 2000)
  expect(graphemes(long).every(({ start, end }, i) => (i === 0 || start > 0) && end > start)).toBe(true)
})

test('a flood of marks is one grapheme', () => {
  expect(graphemes(`a${'\u0301'.repeat(5000)}b`)).toEqual([
    { start: 0, end: 5001 },
    { start: 5001, end: 5002 },
  ])
})

test('marks are not counted as letters', () => {
  expect(countBases('ที่นี่')).toBe(2)
  expect(countBases('việt')).toBe(4)
  expect(countBases('vie\u0323\u0302t')).toBe(4)
})
