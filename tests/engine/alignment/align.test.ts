import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { align } from '../../../src/engine/alignment/align.ts'
import type { Alignment } from '../../../src/engine/alignment/bead.ts'
import { languageFor } from '../../../src/engine/languages/catalog.ts'
import { slice } from '../../../src/engine/text/span.ts'
import { anyText } from '../../support/any-text.ts'

const [vi, th] = [languageFor('vi'), languageFor('th')]

/** Every character but white space is in one span, in order; neighbouring spans have white space or nothing between them. */
function expectCover(text: string, alignment: Alignment, side: 'source' | 'target'): void {
  let done = 0
  for (const { [side]: span } of alignment) {
    if (span === null) continue
    expect(span.end).toBeGreaterThan(span.start)
    expect(span.start).toBeGreaterThanOrEqual(done)
    expect(text.slice(done, span.start).trim()).toBe('')
    expect(slice(text, span).trim()).toBe(slice(text, span))
    done = span.end
  }
  expect(text.slice(done).trim()).toBe('')
}

describe.each([
  ['vi', 'th'],
  ['th', 'vi'],
  ['vi', 'lo'],
  ['en', 'th'],
  ['th', 'th'],
])('%s → %s', (from, to) => {
  test('both texts are covered once and in order, whatever they are', () => {
    fc.assert(
      fc.property(anyText, anyText, (source, target) => {
        const alignment = align(source, target, languageFor(from), languageFor(to))
        expectCover(source, alignment, 'source')
        expectCover(target, alignment, 'target')
        expect(alignment.every((bead) => bead.source !== null || bead.target !== null)).toBe(true)
      }),
    )
  })

  test('no bead crosses a line break of the source', () => {
    fc.assert(
      fc.property(anyText, anyText, (source, target) => {
        for (const bead of align(source, target, languageFor(from), languageFor(to)))
          if (bead.source) expect(slice(source, bead.source)).not.toMatch(/[\n\r\u2028\u2029]/)
      }),
    )
  })
})

test('nothing against nothing is nothing', () => {
  expect(align('', '', vi, th)).toEqual([])
  expect(align(' \n ', '\n\n', vi, th)).toEqual([])
})

test('a text against nothing is left out, and nothing against a text is added', () => {
  const text = 'Mưa lớn. Đường ngập.'
  expect(align(text, '', vi, th).every(({ source, target }) => source && !target)).toBe(true)
  expect(align('', 'ฝนตกหนัก ถนนน้ำท่วม', vi, th).every(({ source, target }) => !source && target)).toBe(true)
})

test('Thai is cut only where white space stands', () => {
  fc.assert(
    fc.property(anyText, anyText, (source, target) => {
      const ends = align(source, target, vi, th).flatMap((bead) => (bead.target ? [bead.target.end] : []))
      for (const end of ends) expect(end === target.length || /\s/.test(target.charAt(end))).toBe(true)
    }),
  )
})

test('a left-out sentence with a number of its own has no target, and its neighbours keep theirs', () => {
  const source =
    'Bão số 3 vào Huế tối 5/9. Có 1.250 ngôi nhà bị hư hại nặng sau một đêm. Google mở bản đồ cứu trợ cho người dân.'
  const target = 'พายุหมายเลข 3 พัดเข้าเมืองเว้ในคืนวันที่ 5/9 Google เปิดแผนที่ช่วยเหลือสำหรับประชาชน'
  const beads = align(source, target, vi, th)
  expect(beads.map((bead) => bead.target && slice(target, bead.target))).toEqual([
    'พายุหมายเลข 3 พัดเข้าเมืองเว้ในคืนวันที่ 5/9',
    null,
    'Google เปิดแผนที่ช่วยเหลือสำหรับประชาชน',
  ])
})

test('a line whose translation is glued to the next one is not taken for left out', () => {
  const source =
    'Lửa bùng lên lúc 02:30 tại một ngôi nhà ở Huế.\nChủ nhà đang ngủ và không nghe thấy gì.\nCông an tìm hai người đi xe Honda, và mong ai biết thì gọi số 113.'
  const target =
    'ไฟไหม้บ้านหลังหนึ่งในเมืองเว้เมื่อเวลา 02:30 น.\nเจ้าของบ้านกำลังนอนหลับและไม่ได้ยินอะไรเลยตำรวจกำลังตามหาคนสองคนที่ขี่รถ Honda และขอให้ผู้ที่รู้เบาะแสโทร 113'
  const beads = align(source, target, vi, th)
  expect(beads.map((bead) => bead.source && slice(source, bead.source))).toEqual(source.split('\n'))
  expect(beads.every((bead) => bead.target !== null)).toBe(true)
  const [sure, ...glued] = beads.map(({ confidence }) => confidence)
  expect(sure).toBeGreaterThan(0.8)
  expect(Math.max(...glued)).toBeLessThan(0.5)
})

test('a known pair decides where lengths cannot', () => {
  const source = 'Con mèo ngủ. Con chó sủa.'
  const target = 'สุนัข แมว'
  const pairs = [{ source: 'con MÈO', target: 'สุนัข' }]
  const [first] = align(source, target, vi, th, { knownPairs: pairs, model: null })
  expect(first?.target && slice(target, first.target)).toBe('สุนัข')
})

describe('long and hostile texts come to an end', () => {
  const sentence = (i: number) =>
    `Ngày ${i % 28} tháng ${(i % 12) + 1}, xã số ${i} có ${i * 7} người dân được hỗ trợ. `
  const translated = (i: number) => `วันที่ ${i % 28} ตำบลที่ ${i} มีประชาชน ${i * 7} คน ได้รับการช่วยเหลือ `
  const repeat = (count: number, make: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => make(i + 1)).join('')

  test('a book of a thousand sentences is aligned, and its last sentence still finds its own', () => {
    const [source, target] = [repeat(1000, sentence), repeat(1000, translated)]
    const alignment = align(source, target, vi, th)
    const last = alignment.at(-1)
    expect(last?.target && slice(target, last.target)).toContain('7000')
  })

  test.each([
    ['one endless sentence against single letters', 'chữ '.repeat(30_000), 'ก '.repeat(30_000)],
    ['thousands of one-word sentences against one word', 'A. '.repeat(10_000), 'ก'.repeat(10_000)],
    ['thousands of lines against one line', 'Dòng.\n'.repeat(5000), 'บรรทัด '.repeat(5000)],
    ['a flood of marks', `a${'\u0301'.repeat(50_000)}`, `ก${'\u0E48'.repeat(50_000)}`],
    ['one number, everywhere', '7. '.repeat(1000), '7 '.repeat(1000)],
    [
      'a passage between anchors that no bead can hold',
      `${repeat(400, sentence)}Rồi ${'một chuyện rất dài '.repeat(300)}. ${repeat(800, sentence).slice(-30_000)}`,
      `${repeat(400, translated)}${'เรื่องยาว '.repeat(450)}${repeat(800, translated).slice(-30_000)}`,
    ],
  ])('%s', (_, source, target) => {
    const alignment = align(source, target, vi, th)
    expect(alignment.at(-1)?.target ?? alignment.at(-1)?.source).toBeTruthy()
    expect(alignment.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true)
  })
})
