import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { thai } from '../../../src/engine/languages/th/thai.ts'
import { vietnamese } from '../../../src/engine/languages/vi/vietnamese.ts'

const vietnameseLetters = [...'aăâeêioôơuưyAĂÂEÊIOÔƠUƯYđĐqQhlmtksvncp']
const vietnameseMarks = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323', '\u0302', '\u0306', '\u031B']
const thaiLetters = [...'กขงนมวหอยรเแโไาะำ']
const thaiMarks = [
  ...'\u0E31\u0E34\u0E35\u0E36\u0E37\u0E38\u0E39\u0E3A\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E4D',
]
const unseen = ['\u200B', '\u200C', '\u200D', '\u2060', '\u00AD', '\uFEFF', '\u034F', '\u202A']
const words = [
  'hoà',
  'khoẻ',
  'thuỷ',
  'hòan',
  'qúy',
  'quí',
  'Mĩ',
  'Lí',
  'kỉ',
  'ðà',
  'น้ำ',
  'น\u0E4D\u0E49า',
  'เเม่',
  'ที่\u0E48',
]
const others = ['.', ',', '5', '2.567', '๑๒', 'x', 'Ω', '😀', '👩', '"', '\n', '\u00A0', '\u202F']

const letter = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...vietnameseLetters, ...thaiLetters) },
  { weight: 4, arbitrary: fc.constantFrom(...vietnameseMarks, ...thaiMarks) },
  { weight: 2, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.constantFrom(...unseen) },
  { weight: 1, arbitrary: fc.constantFrom(...others) },
  { weight: 2, arbitrary: fc.constant(' ') },
)
const anyText = fc.array(letter, { maxLength: 24 }).map((parts) => parts.join(''))
const runs = { numRuns: 1000 }

describe.each([vietnamese, thai].map((language) => [language.tag, language] as const))(
  '%s',
  (_, language) => {
    const normalized = (text: string) => language.normalize(text).text
    const holds = (law: (text: string) => void) =>
      fc.assert(
        fc.property(anyText, (text) => {
          law(text)
        }),
        runs,
      )

    test('once is enough', () => holds((text) => expect(normalized(normalized(text))).toBe(normalized(text))))

    test('every character stands where its parts stood, in their order, and nothing that can be seen is left out', () =>
      holds((text) => {
        const result = language.normalize(text)
        let seen = 0
        for (let at = 0; at < result.text.length; at++) {
          const { start, end } = result.toOriginal({ start: at, end: at + 1 })
          expect(end).toBeGreaterThan(start)
          expect(withoutUnseen(text.slice(seen, Math.max(seen, start)))).toBe('')
          expect(result.toOriginal(at)).toBe(start)
          seen = Math.max(seen, end)
        }
        expect(withoutUnseen(text.slice(seen))).toBe('')
      }))

    test('the place of a word holds what the word was made from', () =>
      holds((text) => {
        const result = language.normalize(text)
        for (const { 0: word, index } of result.text.matchAll(/[^ \n]+/g)) {
          const { start, end } = result.toOriginal({ start: index, end: index + word.length })
          expect(normalized(text.slice(start, end))).toBe(word)
        }
      }))

    test('words are repaired one by one', () =>
      fc.assert(
        fc.property(anyText, anyText, (one, other) => {
          expect(normalized(`${one} ${other}`)).toBe(`${normalized(one)} ${normalized(other)}`)
        }),
        runs,
      ))

    test('letters composed here and taken apart there give one text', () =>
      fc.assert(
        fc.property(
          fc.array(fc.tuple(letter, fc.constantFrom('NFC', 'NFD', null)), { maxLength: 16 }),
          (parts) => {
            const given = parts.map(([text]) => text).join('')
            const mixed = Array.from(given.normalize('NFC'), (character, at) => {
              const form = parts[at % parts.length]![1]
              return form === null ? character : character.normalize(form)
            }).join('')
            expect(normalized(mixed)).toBe(normalized(given))
          },
        ),
        runs,
      ))

    test('nothing but marks, unseen characters, spaces and the spellings of one sound changes', () =>
      holds((text) => expect(skeleton(normalized(text))).toBe(skeleton(text))))
  },
)

const withoutUnseen = (text: string): string =>
  text.replace(/[\u200B-\u200D\u2060\u00AD\uFEFF\u034F\u202A]/g, '')

/** A text without what the rules are about. */
const skeleton = (text: string): string =>
  withoutUnseen(text)
    .normalize('NFD')
    .replace(/[\p{M}\u0E33\u0E32]/gu, '')
    .replace(/[ðđ]/g, 'd')
    .replace(/[ÐĐ]/g, 'D')
    .replace(/y/g, 'i')
    .replace(/Y/g, 'I')
    .replace(/แ/g, 'เเ')
    .replace(/[\u00A0\u202F]/g, ' ')
