import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languageFor, languages } from '../../../src/engine/languages/catalog.ts'
import type { Language } from '../../../src/engine/languages/language.ts'
import { isGraphemeBoundary } from '../../../src/engine/text/graphemes.ts'
import type { Span } from '../../../src/engine/text/span.ts'

const packs: readonly Language[] = [
  ...languages,
  ...['lo', 'km', 'en', 'zh-Hant', 'not a tag', ''].map(languageFor),
]

/** Letters, marks, signs and rubbish that the packs have rules for, and anything else. */
const fragments = fc.constantFrom(
  ...[
    'a',
    'ò',
    'oà',
    'uỳ',
    'Qu',
    'Ð',
    'ðinh',
    'đ',
    'e\u0323\u0302',
    'O\u0340',
    'TP.',
    'J.',
    '3.',
    ' ',
    '. ',
    '.” ',
    '\n',
    '…',
    '“',
    '?',
  ],
  ...[
    'ก',
    'น้ำ',
    '\u0E4D',
    '\u0E32',
    '\u0E33',
    '\u0E48',
    '\u0E49',
    '\u0E35',
    '\u0E31',
    '\u0E38',
    '\u0E47',
    '\u0E4C',
    'เ',
    'แ',
    'ไทย',
    'ๆ',
  ],
  ...[
    '\u200B',
    '\u200D',
    '\uFEFF',
    '\u00AD',
    '\u0301',
    '\uFE0F',
    '👩',
    '🇻🇳',
    '\0',
    '\uD800',
    '\uDC00',
    'İ',
    'ς',
    '\u1100',
    '\u1161',
    '2.567',
    '๑๒',
  ],
)
const anyText = fc
  .array(fc.oneof({ weight: 4, arbitrary: fragments }, fc.string({ unit: 'binary', maxLength: 5 })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''))

describe.each(packs.map((pack) => [pack.tag, pack] as const))('the pack for "%s"', (_, language) => {
  test('normalizing twice changes nothing more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = language.normalize(text).text
        expect(language.normalize(once).text).toBe(once)
      }),
    )
  })

  test('normalized offsets rise and stay inside the text as given', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const normalized = language.normalize(text)
        const places = Array.from({ length: normalized.text.length + 1 }, (__, offset) =>
          normalized.toOriginal(offset),
        )
        expect(places).toEqual([...places].sort((a, b) => a - b))
        expect(places.at(-1)).toBe(text.length)
        expect(normalized.toOriginal({ start: 0, end: normalized.text.length }).end).toBeLessThanOrEqual(
          text.length,
        )
      }),
    )
  })

  test('plain text is left as it is', () => {
    for (const text of [
      'Tin tức 24 giờ, ngày 5/6.',
      'ข่าวเช้าวันนี้ที่กรุงเทพฯ',
      'Plain English: 1,500 "words" (and more).',
      '漢字かな',
      '👩‍👧 🇻🇳',
    ])
      expect(language.normalize(text).text).toBe(text)
  })

  test('a search key of a search key is itself, and case does not count', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const key = language.searchKey(text)
        expect(language.searchKey(key)).toBe(key)
      }),
    )
    expect(language.searchKey('ĐÀ NẴNG Google')).toBe(language.searchKey('đà nẵng GOOGLE'))
  })

  test('words and sentences stand in order, apart, inside the text, and hold something', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const spans of [language.words(text), language.sentences(text) ?? []]) {
          expectOrder(text, spans)
          expect(spans.every(({ start, end }) => text.slice(start, end).trim() !== '')).toBe(true)
        }
      }),
    )
  })

  test('sentences leave out nothing but white space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const sentences = language.sentences(text)
        if (sentences === null) return
        expect(outside(text, sentences).trim()).toBe('')
      }),
    )
  })

  test('words leave out no letter of a script', () => {
    for (const text of ['Bão số 3 vào Huế', 'พายุลูกที่ 3 เข้าเมืองเว้', 'Storm no. 3'])
      expect(outside(text, language.words(text))).not.toMatch(/\p{L}/u)
  })

  test('both ends of a text are boundaries, and no boundary lies inside a grapheme', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(language.isBoundary(text, 0) && language.isBoundary(text, text.length)).toBe(true)
        for (let offset = 0; offset <= text.length; offset++)
          if (language.isBoundary(text, offset))
            expect([offset, isGraphemeBoundary(text, offset)]).toEqual([offset, true])
      }),
    )
  })

  test('a paragraph of a hundred thousand characters is read to its end', () => {
    const paragraph = 'Nước lũ dâng. น้ำท่วมหนักมาก '.repeat(4000)
    expect(language.words(paragraph).at(-1)?.end).toBeGreaterThan(paragraph.length - 10)
    expect(language.sentences(paragraph)?.at(-1)?.end ?? paragraph.length).toBeGreaterThan(
      paragraph.length - 10,
    )
    expect(language.normalize(paragraph).text).toHaveLength(paragraph.length)
  })
})

test('a tag is known by its first subtag, and an unknown one still gets a pack', () => {
  expect(languageFor('vi-VN').tag).toBe('vi')
  expect(languageFor('TH').tag).toBe('th')
  expect(languageFor('lo').words('ສະບາຍດີ ລາວ').length).toBeGreaterThan(1)
  expect(languageFor('lo')).toBe(languageFor('lo'))
})

function expectOrder(text: string, spans: readonly Span[]): void {
  let last = 0
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(end).toBeGreaterThan(start)
    last = end
  }
  expect(last).toBeLessThanOrEqual(text.length)
}

const outside = (text: string, spans: readonly Span[]): string =>
  [...spans, { start: text.length, end: text.length }]
    .map(({ start }, i) => text.slice(spans[i - 1]?.end ?? 0, start))
    .join(' ')
