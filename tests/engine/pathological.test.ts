import { describe, expect, test } from 'vitest'
import { makeWorkCounter } from '../support/work-counter.ts'

const countWork = makeWorkCounter('/src/engine/')
const { work } = await import('./whole-engine.ts')

/** Pieces that are repeated to make a text hostile; each pair fills both sides. */
const hostile: readonly (readonly [string, string])[] = [
  ['1.', '1.'],
  ['1', '๑'],
  ['1 tỷ ', '1 ล้าน '],
  ['5 km ', '5 เมตร '],
  ['từ 5 đến 7 ', 'จาก 7 ถึง 5 '],
  ['0912 345 ', '091-'],
  ['hai ', 'สอง'],
  ['một trăm linh ', 'ร้อย'],
  ['tháng ', 'ปี '],
  ['1/1/', '1/1/'],
  ['năm 2024 ', 'ปี 2567 '],
  ['Phú Thọ ', 'ฟู้โถ'],
  ['Phú Thọ ', 'Phu Tho '],
  ['Phú ', 'Phu '],
  ['Trần Văn ', 'Tran'],
  ['Đặng Văn Đức và ', 'ดั่งวันดึ๊ก'],
  ['a ', 'กา'],
  ['A', 'A'],
  ['a', 'a'],
  ['a', 'ก'],
  [' ', ' '],
  ['\n', '\n'],
  ['a. ', 'ก '],
  ['\u0301', '\u0e49'],
  ['a\u0323\u0302', 'กํ้'],
  ['\u200b', '\u200b'],
  ['\ud800', '\udc00'],
  ['😀\u200d', '😀\u200d'],
  ['[({“', '“])}'],
  ['(Yên Lập) ', '(Yen Lap'],
  ['https://a', 'https://ก'],
  ['IVXLC ', '%'],
  ['đ', 'เ'],
  ['aกбא', 'กaбא'],
  ['ngày 1 lúc 2h30 ', 'บ่าย 2 โมง '],
]
const filled = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

describe.each(hostile)('%j and %j, over and over', (source, target) => {
  const SIZE = 1_000
  test('four times the text is about four times the work', () => {
    const count = (length: number) => countWork(() => work(filled(source, length), filled(target, length)))
    count(SIZE)
    const [small, large] = [count(SIZE), count(SIZE * 4)]
    // Quadratic work would be sixteen times as much. What is above four pays for what short texts are spared.
    expect(large / small).toBeLessThan(6)
  })
})

test.each([
  ['', ''],
  ['', 'ก'],
  ['\0', '\0'],
  ['\ud800', '\udfff'],
  ['1.,.,2', ',,1'],
  ['99999999999999999999999999999999999999 tỷ tỷ tỷ', '1e999 ล้านล้านล้านล้าน'],
  ['năm 0000', 'พ.ศ. 9999'],
])('%j and %j are no reason to throw', (source, target) => {
  expect(() => work(source, target)).not.toThrow()
})
