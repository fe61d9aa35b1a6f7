import { describe, expect, test } from 'vitest'
import { languageFor } from '../../../src/engine/languages/catalog.ts'
import { findLatinNames } from '../../../src/engine/names/find-latin-names.ts'
import { findNames } from '../../../src/engine/names/find-names.ts'

const vi = languageFor('vi')
const th = languageFor('th')
const namesIn = (text: string) => findNames(vi.normalize(text), vi)
const names = (text: string) => namesIn(text).map((name) => name.text)

describe('a Vietnamese name', () => {
  test.each([
    ['Tại huyện Thanh Ba, nhiều mô hình được áp dụng.', ['Thanh Ba']],
    ['Ông Trần Văn Tiến ở xã Thượng Long.', ['Trần Văn Tiến', 'Thượng Long']],
    ['Tại Đà Nẵng, mưa lớn kéo dài.', ['Đà Nẵng']],
    ['Người dân tỉnh Đắk Lắk', ['Đắk Lắk']],
    ['HÀ NỘI – Sáng nay, hội nghị khai mạc.', ['HÀ NỘI']],
    ['Anh Hùng và chị Thảo', ['Hùng', 'Thảo']],
    ['Vịnh Hạ Long', ['Hạ Long']],
    ['ở Thành Phố Hồ Chí Minh', ['Hồ Chí Minh']],
    ['Chợ Thủ Dầu Một', ['Thủ Dầu Một']],
    ['Phó Chủ tịch Nguyễn Văn Được', ['Nguyễn Văn Được']],
    ['Chủ tịch tỉnh Lào Cai Vũ Thị Mai dự lễ.', ['Lào Cai', 'Vũ Thị Mai']],
    ['Bí thư xã Thanh Ba Nguyễn Văn Bình nói.', ['Thanh Ba', 'Nguyễn Văn Bình']],
    ['đường Nguyễn Thị Minh Khai', ['Nguyễn Thị Minh Khai']],
  ])('is found in %s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  test('is found in decomposed letters, with its place in the text as given', () => {
    const text = 'Người dân Phú Thọ'.normalize('NFD')
    expect(namesIn(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'Phú Thọ'.normalize('NFD'),
    ])
  })

  test.each([
    ['Mùa màng năm nay bội thu.'],
    ['Các chỉ số SIPAS, PAPI và PCI đều tăng.'],
    ['Tổng thống Donald Trump gặp Kim Jong Un.'],
    ['Microsoft và Google đầu tư.'],
    ['Bộ Nội vụ và Thủ tướng Chính phủ'],
    ['UBND, HĐND'],
    ['So Sánh các phương án'],
    ['Đọc Tài Liệu Hướng Dẫn rồi bắt đầu.'],
    ['Phó Chủ tịch Quốc hội và Quỹ Bảo hiểm'],
    ['TOÀN VĂN NGHỊ QUYẾT CỦA QUỐC HỘI'],
    ['Ông Trump và bà May'],
  ])('is not seen in %s', (text) => {
    expect(names(text)).toEqual([])
  })

  test('is a person or a place by the word before it', () => {
    const kinds = namesIn(
      'ông Bùi Văn Quang, tỉnh Phú Thọ, gần Việt Trì, Chủ tịch Lê Thị Hoa, cùng Nguyễn Thị Lan',
    ).map(({ kind }) => kind)
    expect(kinds).toEqual(['person', 'place', 'unknown', 'person', 'person'])
  })
})

test('a language without a name grammar has no names', () => {
  expect(findNames(languageFor('fr').normalize('Jean Dupont'), languageFor('fr'))).toEqual([])
})

describe('a name in Latin letters', () => {
  const latin = (source: string, target: string) =>
    findLatinNames(namesIn(source), th.normalize(target)).map(({ span }) =>
      target.slice(span.start, span.end),
    )

  test.each([
    ['huyện Thanh Ba', 'ในเขตThanh Baและ', ['Thanh Ba']],
    ['ông Đặng Đức Đô', 'นาย Dang Duc Do กล่าว', ['Dang Duc Do']],
    ['ông Đặng Đức Đô', 'นายĐặng Đức Đôกล่าว', ['Đặng Đức Đô']],
    ['ông Đặng Đức Đô', `นาย ${'Đặng Đức Đô'.normalize('NFD')}`, ['Đặng Đức Đô'.normalize('NFD')]],
    ['xã Yên Lập và huyện Yên Lập', 'Yen Lap, Yen  Lap', ['Yen Lap', 'Yen  Lap']],
  ])('%s is found in %s', (source, target, expected) => {
    expect(latin(source, target)).toEqual(expected)
  })

  test.each([
    ['huyện Yên Lập', 'Yen Laptop'],
    ['huyện Yên Lập', 'เอียนเหลิป (Yên Lập)'],
    ['ông Lâm', 'lam'],
    ['huyện Yên Lập', 'เอียนเหลิป'],
  ])('%s is not found in %s', (source, target) => {
    expect(latin(source, target)).toEqual([])
  })
})
