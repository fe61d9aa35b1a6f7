import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { thai } from '../../../src/engine/languages/th/thai.ts'
import { vietnamese } from '../../../src/engine/languages/vi/vietnamese.ts'
import { findFolded, foldText } from '../../../src/engine/memory/fold.ts'
import { isGraphemeBoundary } from '../../../src/engine/text/graphemes.ts'
import { anyText } from '../../support/any-text.ts'

const hits = (text: string, asked: string, language = vietnamese) =>
  findFolded(text, foldText(asked, language).text, language).map(({ start, end }) => text.slice(start, end))

describe('folding for a search', () => {
  test('leaves out case and marks of Vietnamese, and the tone marks of Thai', () => {
    expect(foldText('ĐẶNG Hoà', vietnamese).text).toBe('dang hoa')
    expect(foldText('ฟู้โถ่', thai).text).toBe('ฟูโถ')
  })

  test('what is found is marked in the text as it is written, with all its marks', () => {
    expect(hits('Ở Phú\u00A0Thọ, phu thợ nghỉ.', 'phu tho')).toEqual(['Phú\u00A0Thọ', 'phu thợ'])
    expect(hits('จังหวัดฟู้โถ่และน้ำ', 'ฟูโถ', thai)).toEqual(['ฟู้โถ่'])
    expect(hits('ดื่มนํ้าเย็น', 'น้ำ', thai)).toEqual(['นํ้า'])
  })

  test('a part of a syllable is found in every syllable that has it, with y or i', () => {
    expect(hits('kĩ sư và kỹ thuật', 'ky')).toEqual(['kĩ', 'kỹ'])
    expect(hits('nghiên cứu', 'ngh')).toEqual(['ngh'])
  })

  test('every text is found in itself, and a place leads back to whole graphemes that fold to what was asked', () => {
    const piece = fc.constantFrom(
      'Phú',
      ' ',
      'Thọ',
      'đ',
      'Ử',
      'น้ำ',
      'ฟู้',
      'โถ่',
      'นํ้า',
      '\u200B',
      'o\u0302\u0301',
      ',',
      '12',
    )
    const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, text, fc.constantFrom(vietnamese, thai), (a, b, language) => {
        const asked = foldText(b, language).text
        fc.pre(asked.trim() !== '')
        const whole = `${a} ${b} ${a}`
        const found = findFolded(whole, asked, language)
        expect(found.length).toBeGreaterThan(0)
        for (const { start, end } of found) {
          expect(foldText(whole.slice(start, end), language).text).toContain(asked)
          expect([start, end].every((offset) => isGraphemeBoundary(whole, offset))).toBe(true)
        }
      }),
    )
  })

  test('places lie in the text, in order and apart, whatever the text is', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.constantFrom(vietnamese, thai), (text, seed, language) => {
        const folded = foldText(text, language).text
        fc.pre(folded !== '')
        const at = seed % folded.length
        let before = 0
        for (const { start, end } of findFolded(text, folded.slice(at, at + 3), language)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          before = end
        }
      }),
    )
  })
})
