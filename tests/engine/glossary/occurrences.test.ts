import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAllTerms } from '../../../src/engine/glossary/find-terms.ts'
import { compileGlossary, type GlossaryEntry } from '../../../src/engine/glossary/glossary.ts'
import { findOccurrences, toNormalized } from '../../../src/engine/glossary/occurrences.ts'
import { languageFor } from '../../../src/engine/languages/catalog.ts'

const vi = languageFor('vi')
const th = languageFor('th')

interface Given {
  readonly exclusions?: readonly string[]
  readonly contextWords?: readonly string[]
}

/** A concept for each term; the same term twice is two concepts. */
const glossaryOf = (terms: readonly (readonly [text: string, given?: Given])[]) =>
  compileGlossary(
    terms.map(([text, given = {}], at): GlossaryEntry => ({
      conceptId: String(at),
      terms: [{ language: 'vi', text, status: 'preferred', caseSensitive: false, ...given }],
    })),
    vi,
    th,
  )

const occurrencesIn = (text: string, ...terms: readonly (readonly [text: string, given?: Given])[]) => {
  const glossary = glossaryOf(terms)
  const normalized = vi.normalize(text)
  const source = { normalized, language: vi, matches: findAllTerms(glossary.source, normalized) }
  return findOccurrences(source, glossary).map(({ span, ...rest }) => ({
    text: text.slice(span.start, span.end),
    ...rest,
  }))
}
const textsIn = (...given: Parameters<typeof occurrencesIn>) =>
  occurrencesIn(...given).map(({ text }) => text)

describe('an excluded phrase', () => {
  test('silences the term inside it and nowhere else, however it is spelled', () => {
    const term = ['thứ hai', { exclusions: ['Lần  thứ hai', 'thứ hai là'] }] as const
    expect(textsIn('lần thứ hai, LẦN THỨ HAI, thứ hai là giá', term)).toEqual([])
    expect(textsIn('lần thứ hai'.normalize('NFD'), term)).toEqual([])
    expect(textsIn('chiều thứ hai lần này', term)).toEqual(['thứ hai'])
  })

  test('ends where a word ends', () => {
    expect(textsIn('một lần thứ haiku', ['thứ', { exclusions: ['thứ hai'] }])).toEqual(['thứ'])
  })

  test('of a longer term gives the shorter one back', () => {
    const longer = ['một cửa liên thông', { exclusions: ['một cửa liên thông cấp xã'] }] as const
    expect(textsIn('cơ chế một cửa liên thông cấp xã', ['một cửa'], longer)).toEqual(['một cửa'])
  })
})

describe('a homonym', () => {
  const register = ['nhập khẩu', { contextWords: ['hộ khẩu', 'thường trú'] }] as const
  const importing = ['nhập khẩu'] as const

  test('has the meaning that a word near it speaks for, and otherwise the one that asks for none', () => {
    const [spokenFor] = occurrencesIn('thủ tục nhập khẩu, đăng ký thường trú', register, importing)
    expect(spokenFor?.concepts).toEqual(['0'])
    expect(occurrencesIn('nhập khẩu gạo', register, importing)[0]?.concepts).toEqual(['1'])
  })

  test('keeps every meaning when nothing decides', () => {
    const trading = ['nhập khẩu', { contextWords: ['gạo'] }] as const
    expect(occurrencesIn('được nhập khẩu', register, trading)[0]?.concepts).toEqual(['0', '1'])
    expect(occurrencesIn('nhập khẩu', importing, importing)[0]?.concepts).toEqual(['0', '1'])
  })

  test('alone in the glossary counts only where its meaning is meant', () => {
    expect(textsIn('nhập khẩu gạo', register)).toEqual([])
    expect(textsIn('nhập khẩu và hộ khẩu', register)).toEqual(['nhập khẩu'])
  })

  test('does not speak for itself', () => {
    expect(textsIn('nhập hộ khẩu', ['nhập hộ khẩu', { contextWords: ['hộ khẩu'] }])).toEqual([])
  })
})

describe('a name is', () => {
  test.each([
    ['lần thứ hai, vị trí thứ ba, lớn thứ tư', 'Thứ Hai|Thứ Ba|Thứ Tư', []],
    ['hôm thứ hai, vào thứ ba và thứ tư', 'Thứ Hai|Thứ Ba|Thứ Tư', ['thứ hai', 'thứ ba', 'thứ tư']],
    ['Thứ hai, giá giảm. Thứ hai tuần này', 'Thứ Hai', ['Thứ hai']],
    ['ngày thứ hai của hội nghị', 'Thứ Hai', []],
    ['Chiến tranh thế giới thứ hai', 'Thứ Hai', []],
  ])('a weekday and no ordinal: %s', (text, terms, found) => {
    expect(textsIn(text, ...terms.split('|').map((term) => [term] as const))).toEqual(found)
  })

  test.each([
    ['Đồng thời, Hội đồng họp', 'Đồng'],
    ['Đức tin và Mỹ thuật, đô la Mỹ', 'Đức|Mỹ'],
    ['Hiến pháp và Pháp luật', 'Pháp'],
  ])('no part of a common word: %s', (text, terms) => {
    expect(textsIn(text, ...terms.split('|').map((term) => [term] as const))).toEqual([])
  })

  test('perhaps part of a longer one when a capital stands beside its only syllable', () => {
    const certain = (text: string, term: string) => occurrencesIn(text, [term])[0]?.certain
    expect(certain('phong trào Áo Xanh', 'Áo')).toBe(false)
    expect(certain('ga Phú Mỹ', 'Mỹ')).toBe(false)
    expect(certain('bà Nga kể', 'Nga')).toBe(false)
    expect(certain('Tổng Thống Mỹ đến', 'Mỹ')).toBe(true)
    expect(certain('Ngoại trưởng Mỹ Mike Stone đến', 'Mỹ')).toBe(true)
    expect(certain('Chủ tịch Trung Quốc Tập Cận Bình', 'Trung Quốc')).toBe(true)
    expect(certain('ở nước Áo xa', 'Áo')).toBe(true)
  })
})

test('of terms one in another only the longest counts; terms that cross both do', () => {
  expect(textsIn('tiếng Trung Quốc', ['Tiếng Trung'], ['Trung Quốc'], ['Trung'])).toEqual([
    'tiếng Trung',
    'Trung Quốc',
  ])
})

test('a span of the text as given comes back from where normalizing put it', () => {
  const letters = fc.constantFrom('a', 'a\u0301', 'hoà', '\u200b', ' ', 'đ', 'e\u0302\u0323')
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 12 }), fc.nat(30), fc.nat(30), (parts, a, b) => {
      const normalized = vi.normalize(parts.join(''))
      const place = { start: Math.min(a, b), end: Math.max(a, b) }
      if (place.end > normalized.text.length || place.start === place.end) return
      expect(toNormalized(normalized, normalized.toOriginal(place))).toEqual(place)
    }),
  )
})
