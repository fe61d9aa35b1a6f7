import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Invalid } from '../../src/domain/errors.ts'
import { createSearch, replacementFor, type Search } from '../../src/domain/text-search.ts'
import { languageFor } from '../../src/engine/languages/catalog.ts'
import { isGraphemeBoundary } from '../../src/engine/text/graphemes.ts'

const plainly: Search = {
  find: '',
  isExpression: false,
  matchCase: false,
  matchMarks: true,
  wholeWords: false,
}
const search = (find: string, options: Partial<Search> = {}, language = 'th') =>
  createSearch({ ...plainly, find, ...options }, languageFor(language))
const found = (text: string, find: string, options: Partial<Search> = {}, language = 'th') =>
  search(find, options, language)(text).matches.map(({ start, end }) => text.slice(start, end))

describe('what is found', () => {
  test('spellings that look alike are one, and the place is the one in the text as given', () => {
    expect(found('เเม่น้ำ แม่น้ำ', 'แม่น้ำ')).toEqual(['เเม่น้ำ', 'แม่น้ำ'])
    expect(found('Ho\u0302\u0300 Tây', 'hồ', {}, 'vi')).toEqual(['Ho\u0302\u0300'])
  })

  test('case and marks matter when they are asked to', () => {
    expect(found('Đà Nẵng, ĐÀ NẴNG, da nang', 'Đà Nẵng', {}, 'vi')).toEqual(['Đà Nẵng', 'ĐÀ NẴNG'])
    expect(found('Đà Nẵng, ĐÀ NẴNG', 'Đà Nẵng', { matchCase: true }, 'vi')).toEqual(['Đà Nẵng'])
    expect(found('Đà Nẵng, da nang', 'da nang', { matchMarks: false }, 'vi')).toEqual(['Đà Nẵng', 'da nang'])
    expect(found('เหวียน เหวี่ยน เหวี้ยน', 'เหวียน', { matchMarks: false })).toEqual(['เหวียน', 'เหวี่ยน', 'เหวี้ยน'])
    expect(found('ใกล้ ใกล', 'ใกล', { matchMarks: false })).toEqual(['ใกล้', 'ใกล'])
  })

  test('a whole word is no part of another', () => {
    expect(found('120 và 12 hay 12%', '12', { wholeWords: true }, 'vi')).toEqual(['12', '12'])
  })

  test('a place that would tear a letter from its marks is left out and counted', () => {
    const { matches, torn } = search('ท')('ที่ ทาง')
    expect(matches.map(({ start }) => start)).toEqual([4])
    expect(torn).toBe(1)
  })

  test('groups of an expression go into the replacement as they stand in the text', () => {
    const find = search('([0-9]+) (กม|เมตร)', { isExpression: true })
    const [match] = find('ยาว 4 กม').matches
    expect(match && replacementFor(match, '$2. $1 $$ $9', { isExpression: true })).toBe('กม. 4 $ ')
    expect(match && replacementFor(match, '$1', { isExpression: false })).toBe('$1')
  })
})

describe('an expression', () => {
  test.each([
    ['กา(ขา', 3, 'replace.problem.unclosed-group'],
    ['กา)', 3, 'replace.problem.unopened-group'],
    ['x[z-a]', 3, 'replace.problem.range'],
    ['a**', 2, 'replace.problem.nothing-to-repeat'],
    ['ab(?=c)', 3, 'replace.problem.unsupported'],
    ['ab\\q', 3, 'replace.problem.escape'],
    ['x{2000}', 2, 'replace.problem.repeat-count'],
  ])('%s is wrong at character %i', (find, position, key) => {
    const error = attempt(() => search(find, { isExpression: true }))
    expect(error).toBeInstanceOf(Invalid)
    expect((error as Invalid).problems[0]).toMatchObject({ field: 'find', key, values: { position } })
  })

  test('that would keep other engines busy for ever is answered at once, or given up', () => {
    const long = 'a'.repeat(20_000)
    const since = performance.now()
    for (const find of [
      '(a+)+$',
      '(a|aa)+b',
      '(a*)*b|a',
      '(.+)(.+)(.+)(.+)b|(a)',
      '(x{0,15}a{0,15}){0,30}b|a',
    ]) {
      const error = attempt(() => search(find, { isExpression: true })(`${long}!`))
      if (error) expect(error).toBeInstanceOf(Invalid)
    }
    expect(performance.now() - since).toBeLessThan(10_000)
    expect(search('(a*)*b|a', { isExpression: true })(long).isCutShort).toBe(true)
  })
})

const letters = fc.constantFrom(
  ...'กขทนมวเแโใไะาำิีึืุู่้๊็์ํฺ',
  ...'aăâdđeêioôơuưyAĐ',
  ...['\u0301', '\u0323', '\u0302', '\u200b', '\u00a0', ' ', '1', '🇻🇳', '👩\u200D👧', 'ẵ', 'ồ'],
)
const text = fc.array(letters, { maxLength: 60 }).map((parts) => parts.join(''))
const options = fc.record({
  matchCase: fc.boolean(),
  matchMarks: fc.boolean(),
  wholeWords: fc.boolean(),
})

test('whatever is looked for, places are in order, apart, never empty, and tear no grapheme', () => {
  fc.assert(
    fc.property(text, fc.array(letters, { minLength: 1, maxLength: 3 }), options, (given, parts, asked) => {
      const { matches } = search(parts.join(''), asked)(given)
      let done = 0
      for (const { start, end, groups } of matches) {
        expect(start).toBeGreaterThanOrEqual(done)
        expect(end).toBeGreaterThan(start)
        expect(groups[0]).toBe(given.slice(start, end))
        expect(isGraphemeBoundary(given, start) && isGraphemeBoundary(given, end)).toBe(true)
        done = end
      }
    }),
    { numRuns: 400 },
  )
})

function attempt(work: () => unknown): unknown {
  try {
    work()
    return null
  } catch (error) {
    return error
  }
}
