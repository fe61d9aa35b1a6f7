import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languageFor } from '../../../src/engine/languages/catalog.ts'
import { graphemes } from '../../../src/engine/text/graphemes.ts'
import { mergeTexts } from '../../../src/engine/text/merge-texts.ts'
import { slice } from '../../../src/engine/text/span.ts'
import { anyText } from '../../support/any-text.ts'

const thai = (text: string) => languageFor('th').words(text)
const merge = (base: string, mine: string, theirs: string) => mergeTexts(base, mine, theirs, thai)

describe('laws', () => {
  test('a text that only one has changed is the changed one', () => {
    fc.assert(
      fc.property(anyText, anyText, (base, text) => {
        expect(merge(base, text, base)).toBe(text)
        expect(merge(base, base, text)).toBe(text)
        expect(merge(base, text, text)).toBe(text)
      }),
    )
  })

  test('it does not matter who is who', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (base, mine, theirs) => {
        expect(merge(base, mine, theirs)).toBe(merge(base, theirs, mine))
      }),
    )
  })

  const word = fc.constantFrom('ข้าว', 'สุก', 'เหลือง', 'ใน', 'ทุ่ง', ' ', 'น้ำ', 'ดี')
  test('changes far apart are both made, and no character is lost, invented or cut', () => {
    const sentence = fc.array(word, { minLength: 2, maxLength: 8 }).map((words) => words.join(''))
    fc.assert(
      fc.property(sentence, sentence, sentence, sentence, (head, tail, first, second) => {
        const middle = ' (กลางประโยคที่ไม่มีใครแตะต้อง) '
        const merged = merge(head + middle + tail, first + middle + tail, head + middle + second)
        expect(merged).toBe(first + middle + second)
        const whole = new Set(graphemes(merged ?? '').map((span) => slice(merged ?? '', span)))
        const given = [first, middle, second].flatMap((text) =>
          graphemes(text).map((span) => slice(text, span)),
        )
        expect([...whole].filter((one) => !given.includes(one))).toEqual([])
      }),
    )
  })
})

describe('cases', () => {
  test('one mends a name, the other a figure', () => {
    expect(merge('ชาวบ้านฟ็องสาปลูกข้าว 12 ไร่', 'ชาวบ้านฟงซาปลูกข้าว 12 ไร่', 'ชาวบ้านฟ็องสาปลูกข้าว 21 ไร่')).toBe(
      'ชาวบ้านฟงซาปลูกข้าว 21 ไร่',
    )
  })

  test('both change the same word, or words side by side: left to the person', () => {
    expect(merge('แม่น้ำใหญ่', 'แม่น้ำเล็ก', 'แม่น้ำยาว')).toBeNull()
    expect(merge('ปลา นา', 'ปลากุ้ง นา', 'ปลาหอย นา')).toBeNull()
  })

  test('both made the same change, and one of them another besides', () => {
    expect(merge('เมืองเก่า มีคนมาก 5 ราย', 'เมืองใหม่ มีคนมาก 5 ราย', 'เมืองใหม่ มีคนมาก 7 ราย')).toBe(
      'เมืองใหม่ มีคนมาก 7 ราย',
    )
  })
})
