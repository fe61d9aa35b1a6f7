import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldVietnamese } from '../../../src/engine/languages/vi/spelling.ts'
import { vietnamese } from '../../../src/engine/languages/vi/vietnamese.ts'
import { slice } from '../../../src/engine/text/span.ts'

const normalized = (text: string) => vietnamese.normalize(text).text
const sentences = (text: string) => (vietnamese.sentences(text) ?? []).map((span) => slice(text, span))

describe('spelling', () => {
  test.each([
    ['hoà bình, khoẻ, thuỷ, uỷ ban', 'hòa bình, khỏe, thủy, ủy ban'],
    ['HOÀ BÌNH, Uỷ ban', 'HÒA BÌNH, Ủy ban'],
    ['xoá, loè, tuỳ', 'xóa, lòe, tùy'],
  ])('the tone of %s goes on the first vowel', (given, folded) => expect(normalized(given)).toBe(folded))

  test.each(['quỳ', 'Quý', 'quà', 'hoàn', 'toán', 'huỳnh', 'khoét', 'thuyền'])(
    '%s is right already',
    (word) => expect(normalized(word)).toBe(word),
  )

  test.each([
    ['hòan tòan, khỏan, thỏai mái', 'hoàn toàn, khoản, thoải mái'],
    ['qúy, Qúach, qùa', 'quý, Quách, quà'],
  ])('the tone of %s was put on the wrong vowel', (given, folded) => expect(normalized(given)).toBe(folded))

  test.each([
    [
      'nước Mĩ, quí vị, kĩ thuật, thế kỉ, tỉ lệ, Lí Thường Kiệt',
      'nước Mỹ, quý vị, kỹ thuật, thế kỷ, tỷ lệ, Lý Thường Kiệt',
    ],
    ['công ti, hi vọng, li hôn', 'công ty, hy vọng, ly hôn'],
    ['MĨ, QUÍ, bác sỹ', 'MỸ, QUÝ, bác sĩ'],
  ])('%s has i and y where newspapers write them', (given, folded) => expect(normalized(given)).toBe(folded))

  test.each([
    'tai tay',
    'thúi thúy',
    'tí Tý',
    'Vi Vy',
    'thi thy',
    'bí bì',
    'ý í',
    'Hi-tech',
    'Li Keqiang',
    'mì, bác sĩ, chi, nghĩ',
  ])('i and y in %s make different words or names', (words) => expect(normalized(words)).toBe(words))

  test('letters with loose or old tone marks are composed', () => {
    expect(normalized('Vie\u0323\u0302t')).toBe('Việt')
    expect(normalized('a\u0340 a\u0341')).toBe('à á')
    expect(normalized('e\u0301\u0302 a\u0300\u0306 o\u0309\u0302')).toBe('ế ằ ổ')
    expect(normalized('d\u0335à D\u0336à')).toBe('đà Đà')
    expect(normalized('Hà\u00A0Nội')).toBe('Hà Nội')
  })

  test('eth and African D stand for Đ at the head of a Vietnamese syllable only', () => {
    expect(normalized('Ðà Nẵng, Ɖông Hà, ðường')).toBe('Đà Nẵng, Đông Hà, đường')
    expect(normalized('Guðrún, ÞAÐ, Ðxyz')).toBe('Guðrún, ÞAÐ, Ðxyz')
  })

  test('a composed text folds to bare letters of the same length', () => {
    expect(foldVietnamese('Đặng Thị Mỹ Lệ, 5 tỷ đồng')).toBe('Dang Thi My Le, 5 ty dong')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => foldVietnamese(text).length === text.length),
    )
  })

  test('a search key has no marks at all', () => {
    expect(vietnamese.searchKey('Đường Ðiện Biên Phủ')).toBe('duong dien bien phu')
  })
})

describe('sentences', () => {
  test.each([
    ['Mưa lớn.| Đường ngập.'],
    ['Ông sống ở ngoại ô.| Bà sống ở TP. Vinh cùng TS. Lê Hà.'],
    ['Ở Tp.HCM giá là 2.500 đồng, tăng 3.5 lần.| Không ai mua.'],
    ['Ông George W. Bush phát biểu.| Mọi người nghe.'],
    ['Trường đạt điểm A.| Đây là kết quả tốt.'],
    ['Ông nói: “Tôi sẽ về.”| Rồi ông đi.'],
    ['“Thật không?” anh hỏi.| “Thật!”| Chị đáp.'],
    ['“Chúng tôi đã về.” Ông Nam nói thêm.| “Ai cũng vui.”| Chị nói nhiều điều khác.'],
    ['Có cam, quýt, v.v. và chuối.| Hết.'],
    ['Chờ… rồi đi.| Thế là xong…| Ai cũng mệt.'],
    ['1. Mở đầu bài viết'],
    ['Giá vàng tăng 2,5%.| 30 người bị thương.'],
    ['Tiêu đề không chấm|\nCâu sau.'],
  ])('%s', (marked) => {
    const parts = marked.split('|').map((part) => part.trim())
    expect(sentences(marked.replaceAll('|', ''))).toEqual(parts)
  })
})

test('a boundary is never between two letters or digits', () => {
  const text = 'ngữ pháp 12kg'
  const boundaries = Array.from({ length: text.length + 1 }, (_, i) => i).filter((i) =>
    vietnamese.isBoundary(text, i),
  )
  expect(boundaries).toEqual([0, 3, 4, 8, 9, 13])
})

test('foreign and Vietnamese names give the consonants one hears', () => {
  expect(vietnamese.consonants('Washington')).toBe('wcgtn')
  expect(vietnamese.consonants('Việt Trì')).toBe('wtc')
  expect(vietnamese.consonants('Dũng')).toBe('sg')
})
