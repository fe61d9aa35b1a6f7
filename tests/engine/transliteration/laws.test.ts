import fc from 'fast-check'
import { expect, test } from 'vitest'
import { transliterate } from '../../../src/engine/transliteration/transliterate.ts'
import type {
  ExplainedSyllable,
  Transliteration,
} from '../../../src/engine/transliteration/transliteration.ts'
import { anyText } from '../../support/any-text.ts'

const words = (
  'Nguyễn Trần Thị Văn Huỳnh Đạo Sóc Trăng Thuột Uyên Oanh Nguyệt giếng Hòa Thủy Quý Khoẻ Đắk Lắk Quốc Huế Bà Rịa Sông Hồng ' +
  'tỉnh huyện xã vịnh đảo ông bà TP Hạ Long Hội An Nga Mỹ Thanh Ba Hà Nội Hồ Chí Minh nghiêng Kon Krông 12'
).split(' ')
const anyName = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', ' ', ' ', ' - ', '-', '–')), {
    minLength: 1,
    maxLength: 7,
  })
  .map((pairs) => pairs.flat().slice(0, -1).join(''))
const kind = fc.constantFrom('person' as const, 'place' as const, 'unknown' as const)

const write = (name: string, as: 'person' | 'place' | 'unknown' = 'unknown') =>
  transliterate(name, as, 'vi', 'th')
const forms = ({ text, alternates }: Transliteration) => [text, ...alternates]

test('the parts of an explanation join to the text', () => {
  fc.assert(
    fc.property(anyName, kind, (name, as) => {
      const answer = write(name, as)
      if (!answer) return
      const parts = answer.explanation.map(({ text }) => text).join('')
      expect(parts).toBe(answer.text.replace(/[ -]/g, ''))
    }),
  )
})

test('the parts of a syllable join to its letters without the tone', () => {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
      .normalize('NFC')
  fc.assert(
    fc.property(anyName, (name) => {
      const syllables =
        write(name)?.explanation.filter((part): part is ExplainedSyllable => part.kind === 'syllable') ?? []
      for (const { source, initial, medial, rime } of syllables)
        expect(initial.source + (medial?.source ?? '') + rime.source).toBe(bare(source))
    }),
  )
})

test('every form is Thai, and all forms differ', () => {
  fc.assert(
    fc.property(anyName, kind, (name, as) => {
      const answer = write(name, as)
      if (!answer) return
      for (const form of forms(answer)) expect(form).toMatch(/^[ก-ฮะ-ฺเ-ไ็-์]+(?:[ -][ก-ฮะ-ฺเ-ไ็-์]+)*$/)
      expect(new Set(forms(answer)).size).toBe(forms(answer).length)
      expect(forms(answer).length).toBeLessThan(50)
    }),
  )
})

test('every form is written as Thai stores it', () => {
  fc.assert(
    fc.property(anyName, kind, (name, as) => {
      for (const form of forms(
        write(name, as) ?? { text: '', alternates: [], origin: 'rule', explanation: [] },
      ))
        expect(form.normalize('NFC')).toBe(form)
    }),
  )
})

test('normalization, the place of the tone and the letter case change nothing', () => {
  fc.assert(
    fc.property(anyName, kind, (name, as) => {
      const answer = write(name, as)
      expect(write(name.normalize('NFD'), as)).toEqual(answer)
    }),
  )
  for (const [one, other] of [
    ['Hòa Bình', 'Hoà Bình'],
    ['Lệ Thủy', 'Lệ Thuỷ'],
    ['Mỹ Đình', 'Mĩ Đình'],
    ['Đà Nẵng', 'Ðà Nẵng'],
    ['Phú Thọ', 'PHÚ THỌ'],
  ] as const)
    expect(write(one)?.text).toBe(write(other)?.text)
})

test('any text is answered, the same each time', () => {
  fc.assert(
    fc.property(anyText, kind, (text, as) => {
      expect(write(text, as)).toEqual(write(text, as))
    }),
  )
})

test('what is no name is put aside without being read', () => {
  for (const text of [
    'a'.repeat(1e6),
    'Phú Thọ '.repeat(1e5),
    'e\u0301'.repeat(5e5),
    '-'.repeat(1e6),
    ' '.repeat(1e6),
  ])
    expect(write(text)).toBeNull()
})
