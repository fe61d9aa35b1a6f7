import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languageFor } from '../../../src/engine/languages/catalog.ts'
import { matchQuantities } from '../../../src/engine/text/match-quantities.ts'
import {
  figures,
  findQuantities,
  findQuantitiesInContext,
  reading,
  type Quantity,
  type QuantityPair,
} from '../../../src/engine/text/numbers.ts'
import { isConversion } from '../../../src/engine/text/quantities-in-context.ts'
import { UNITS, type Unit } from '../../../src/engine/text/units.ts'
import { readNumeral, readRoman } from '../../../src/engine/text/numerals.ts'

const quantities = (language: string, text: string) => findQuantities(text, languageFor(language).quantities)
const NOTHING_LEFT = { source: [], target: [], otherUnit: [], exchanged: [] }
/** Every quantity as written, with its likeliest reading. */
const read = (language: string, text: string) =>
  quantities(language, text).map(({ span, readings: [first] }) => [
    text.slice(span.start, span.end),
    first!.kind,
    first!.value,
  ])

describe('Vietnamese', () => {
  test.each([
    ['1.500', 1500],
    ['1,5', 1.5],
    ['2,8 tỷ', 2.8e9],
    ['10 nghìn tỷ', 1e13],
    ['1 triệu 200 nghìn', 1.2e6],
    ['2 triệu rưỡi', 2.5e6],
    ['hai mươi mốt', 21],
    ['một trăm linh năm', 105],
    ['ba trăm bốn mươi lăm nghìn', 345_000],
    ['mười hai', 12],
    ['nửa triệu', 500_000],
    ['XXI', 21],
  ])('%s is %d', (text, value) => {
    expect(read('vi', text)).toEqual([[text, 'number', value]])
  })

  test('năm after the tens is a year, not a five', () => {
    expect(read('vi', 'hai mươi năm')[0]).toEqual(['hai mươi', 'number', 20])
  })

  test('a date is a day, a month and a year', () => {
    const parts = [
      ['2', 'number', 2],
      ['9', 'month', 9],
      ['1945', 'year', 1945],
    ]
    expect(read('vi', 'ngày 2/9/1945')).toEqual(parts)
    expect(read('vi', 'ngày 2 tháng 9 năm 1945')).toEqual(parts)
  })

  test.each([
    ['13h30', 13],
    ['7 giờ sáng', 7],
    ['1 giờ chiều', 13],
    ['9 giờ tối', 21],
    ['12 giờ đêm', 0],
    ['17:30', 17],
  ])('%s is in the hour of %d', (text, hour) => {
    expect(read('vi', text)[0]?.slice(1)).toEqual(['hour', hour])
  })

  test('5ha is no hour', () => {
    expect(read('vi', '5ha')).toEqual([['5', 'number', 5]])
  })
})

describe('Thai', () => {
  test.each([
    ['1,500', 1500],
    ['๑๒.๕', 12.5],
    ['2.8 พันล้าน', 2.8e9],
    ['1 แสนล้าน', 1e11],
    ['1 ล้าน 2 แสน', 1.2e6],
    ['ยี่สิบเอ็ด', 21],
    ['สองล้านห้าแสน', 2.5e6],
    ['หนึ่งหมื่นสองพันสามร้อยสี่สิบห้า', 12_345],
    ['สิบ', 10],
  ])('%s is %d', (text, value) => {
    expect(read('th', text)).toEqual([[text, 'number', value]])
  })

  test.each([
    'พันธมิตร',
    'พันโท',
    'ร้อยละ',
    'สามารถ',
    'สามี',
    'ห้าม',
    'ห้าง',
    'ล้านนา',
    'เก้าอี้',
    'ศูนย์กลาง',
    'หลายร้อย',
  ])('%s is no number', (word) => {
    expect(read('th', word)).toEqual([])
  })

  test('a scale word is not cut out of a longer word', () => {
    expect(read('th', '10 พันธมิตร')).toEqual([['10', 'number', 10]])
    expect(read('th', '5 ล้านนาที')).toEqual([['5 ล้าน', 'number', 5e6]])
  })

  test.each([
    ['ปี 2567', 2024],
    ['ปี 2024', 2024],
    ['พ.ศ. 2488', 1945],
    ['ค.ศ. 2500', 2500],
    ['2 กันยายน ๒๔๘๘', 1945],
  ])('%s is the Christian year %d', (text, year) => {
    expect(read('th', text).at(-1)?.slice(1)).toEqual(['year', year])
  })

  test.each([
    ['13.30 น.', 13],
    ['บ่ายโมง', 13],
    ['บ่าย 2 โมง', 14],
    ['หนึ่งทุ่ม', 19],
    ['5 ทุ่ม', 23],
    ['ตีสอง', 2],
    ['เที่ยงคืน', 0],
    ['4 โมงเย็น', 16],
  ])('%s is in the hour of %d', (text, hour) => {
    expect(read('th', text)[0]?.slice(1)).toEqual(['hour', hour])
  })
})

describe('the two languages say the same', () => {
  test.each([
    ['1.500 người', '1,500 คน'],
    ['2,5%', 'ร้อยละ 2.5'],
    ['75 phần trăm', 'เจ็ดสิบห้าเปอร์เซ็นต์'],
    ['60 tỷ đồng', '60 พันล้านด่ง'],
    ['300 nghìn người', '3 แสนคน'],
    ['tháng 9', 'เดือนกันยายน'],
    ['tháng Chín năm 2024', 'ก.ย. 2567'],
    ['ngày 29/09', 'วันที่ 29 กันยายน'],
    ['năm 2024', 'ปี ๒๕๖๗'],
    ['giai đoạn 2021-2025', 'ช่วงปี 2564–2568'],
    ['thứ 6', 'วันศุกร์'],
    ['19 giờ', 'หนึ่งทุ่ม'],
    ['13h', 'บ่ายโมง'],
    ['7.30 giờ sáng', '7.30 น.'],
    ['1/3 dân số', 'หนึ่งในสามของประชากร'],
    ['thập niên 90', 'ทศวรรษ 1990'],
    ['thế kỷ XIX', 'ศตวรรษที่ 19'],
    ['vòng 1', 'รอบแรก'],
    ['2 giờ 30 phút', '2 ชั่วโมง 30 นาที'],
    ['https://example.org/2024', 'ไม่มี'],
  ])('%s = %s', (source, target) => {
    expect(matchQuantities(quantities('vi', source), quantities('th', target))).toEqual(NOTHING_LEFT)
  })

  test.each([
    ['2,8 tỷ', '2.8 ล้าน'],
    ['2.800 tỷ', '2,800 ล้าน'],
    ['tháng 9', 'ตุลาคม'],
    ['năm 2014', 'ปี 2556'],
    ['19 giờ', 'สองทุ่ม'],
    ['2 người, 2 xe', '2 คน'],
  ])('%s ≠ %s', (source, target) => {
    expect(matchQuantities(quantities('vi', source), quantities('th', target)).source).not.toEqual([])
  })
})

describe('what stands beside a figure', () => {
  const match = (source: string, target: string) => {
    const of = (tag: string, text: string) => findQuantitiesInContext(text, languageFor(tag).quantities)
    const { otherUnit, exchanged } = matchQuantities(of('vi', source), of('th', target))
    const written = ({ source: one, target: other }: QuantityPair) => [
      source.slice(one.span.start, one.span.end),
      target.slice(other.span.start, other.span.end),
    ]
    return { otherUnit: otherUnit.map(written), exchanged: exchanged.map(written) }
  }

  test('two figures that changed places are told by their labels, each with what belongs there', () => {
    expect(match('2 người chết, 9 người bị thương', 'เสียชีวิต 9 ราย บาดเจ็บ 2 ราย').exchanged).toEqual([
      ['2', '9'],
      ['9', '2'],
    ])
    expect(match('ngày 2 tháng 10 năm 1968', 'วันที่ 1968 ตุลาคม 2').exchanged).toHaveLength(2)
    expect(match('2 người chết, 9 người bị thương', 'บาดเจ็บ 9 ราย เสียชีวิต 2 ราย').exchanged).toEqual([])
  })

  test('figures without labels may stand in any order', () => {
    expect(match('từ Huế 70 và Vinh 30', 'จากวิญ 30 และเว้ 70')).toEqual({ otherUnit: [], exchanged: [] })
  })

  test('equal figures in another unit of one measure are told; a word that may be either unit is believed', () => {
    expect(match('dài 5 km', 'ยาว 5 เมตร').otherUnit).toEqual([['5', '5']])
    expect(match('60 nghìn đồng', '60,000 บาท').otherUnit).toHaveLength(1)
    expect(match('100 bảng', '100 ปอนด์').otherUnit).toEqual([])
    expect(match('100 pound', '100 ปอนด์').otherUnit).toEqual([])
  })
})

describe('laws', () => {
  const whole = fc.integer({ min: 0, max: 1e12 })
  test('a whole number means itself in the signs of its language', () => {
    fc.assert(
      fc.property(whole, (value) => {
        expect(readNumeral(value.toLocaleString('de'), '.')?.[0]).toBe(value)
        expect(readNumeral(value.toLocaleString('en'), ',')?.[0]).toBe(value)
      }),
    )
  })

  test('a number is found alike in Thai and in ASCII digits', () => {
    fc.assert(
      fc.property(whole, (value) => {
        const ascii = value.toLocaleString('en')
        const native = ascii.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)))
        expect(matchQuantities(quantities('th', ascii), quantities('th', native))).toEqual(NOTHING_LEFT)
      }),
    )
  })

  test('the quantities of any text are in order, apart, and inside it', () => {
    const piece = fc.constantFrom(
      '1',
      '.',
      ',',
      '20',
      ' ',
      'năm',
      'tỷ',
      'ล้าน',
      'ปี',
      'สิบ',
      '/',
      ':',
      'h',
      'giờ',
      'น.',
      'tháng ',
      '%',
      '๒',
      'hai',
      'ร้อยละ',
      '\0',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }),
        fc.constantFrom('vi', 'th', 'fr'),
        (parts, language) => {
          const text = parts.join('')
          let end = 0
          for (const { span, readings } of quantities(language, text)) {
            expect(span.start).toBeGreaterThanOrEqual(end)
            expect(span.end).toBeGreaterThan(span.start)
            expect(readings.length).toBeGreaterThan(0)
            expect(readings.every(({ value }) => !Number.isNaN(value))).toBe(true)
            end = span.end
          }
          expect(end).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })

  test('a unit keeps its amount in any other unit of its measure', () => {
    const units = Object.entries(UNITS as Readonly<Record<string, Unit>>).filter(
      ([, { size }]) => size !== undefined,
    )
    const amount = (id: string, value: number): Quantity => ({
      span: { start: 0, end: 1 },
      ...figures(reading('number', value)),
      context: { unit: [id] },
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...units),
        fc.constantFrom(...units),
        fc.integer({ min: 1, max: 1e6 }),
        (a, b, value) => {
          const converted = (value * a[1].size!) / b[1].size!
          expect(isConversion(amount(a[0], value), amount(b[0], converted))).toBe(
            a[0] !== b[0] && a[1].measure === b[1].measure,
          )
        },
      ),
    )
  })

  test('a text matches itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('1.500', '2', 'năm 2024', '13h30', 'ba', ' 7%', '; '), { maxLength: 12 }),
        (parts) => {
          const all = quantities('vi', parts.join(' '))
          expect(matchQuantities(all, all)).toEqual(NOTHING_LEFT)
        },
      ),
    )
  })

  test('Roman numerals are those below 400 in their usual form', () => {
    expect(['I', 'IV', 'IX', 'XIV', 'XIX', 'XL', 'XCIX', 'CCC'].map(readRoman)).toEqual([
      1, 4, 9, 14, 19, 40, 99, 300,
    ])
    expect(['', 'IIX', 'VX', 'ABC', 'IC'].map(readRoman)).toEqual([null, null, null, null, null])
  })
})
