import { describe, expect, test } from 'vitest'
import { transliterate } from '../../../src/engine/transliteration/transliterate.ts'
import type { NameKind } from '../../../src/engine/transliteration/transliteration.ts'

const answer = (name: string, kind: NameKind = 'unknown') => transliterate(name, kind, 'vi', 'th')
const thai = (name: string, kind?: NameKind) => answer(name, kind)?.text ?? null

describe('a place is written in one word', () => {
  test.each([
    ['Phú Thọ', 'ฟู้เถาะ'],
    ['Việt Trì', 'เหวียตจี่'],
    ['Hòa Bình', 'ฮหว่าบิ่ญ'],
    ['Vĩnh Phúc', 'หวิญฟุก'],
    ['Quảng Ngãi', 'กว๋างหงาย'],
    ['Tây Ninh', 'เต็ยนิญ'],
    ['Đắk Lắk', 'ดั๊กลัก'],
    ['Bắc Kạn', 'บั๊กกั่น'],
    ['Buôn Ma Thuột', 'บวนมาถ็วต'],
    ['Thanh Ba', 'ทัญบา'],
    ['PHÚ THỌ', 'ฟู้เถาะ'],
    ['  Thượng \u00A0 Long ', 'เถื่องล็อง'],
    ['Lâm Đồng', 'เลิมด่ง'],
  ])('%s', (name, expected) => {
    expect(thai(name)).toBe(expected)
    expect(thai(name, 'place')).toBe(expected)
  })

  test.each(['Bà Rịa-Vũng Tàu', 'Bà Rịa - Vũng Tàu', 'Bà Rịa – Vũng Tàu'])(
    'and a hyphen stays: %s',
    (name) => {
      expect(thai(name)).toBe('บ่าเสียะ-หวุงเต่า')
    },
  )
})

describe('a person is written with spaces', () => {
  test.each([
    ['Bùi Văn Quang', 'บู่ย วัน กวาง'],
    ['Trần Văn Tiến', 'เจิ่น วัน เตี๊ยน'],
    ['Võ Nguyên Giáp', 'หวอ เงวียน ซ้าป'],
    ['Ngô Đình Diệm', 'โง ดิ่ญ เสี่ยม'],
    ['NGUYỄN XUÂN PHÚC', 'เหงียน ซวน ฟุก'],
  ])('%s, known by the surname', (name, expected) => {
    expect(thai(name)).toBe(expected)
    expect(answer(name)?.alternates).toContain(expected.replaceAll(' ', ''))
  })

  test('and when it is said to be one', () => {
    expect(thai('Khải Định', 'person')).toBe('ขาย ดิ่ญ')
    expect(answer('Khải Định', 'person')?.alternates).toEqual([])
    expect(thai('Khải Định', 'unknown')).toBe('ขายดิ่ญ')
  })

  test('Nguyễn keeps its old form wherever it stands', () => {
    expect(thai('Nguyễn Huệ', 'place')).toBe('เหงียนฮเหวะ')
    expect(answer('Nguyễn')).toMatchObject({
      text: 'เหงียน',
      alternates: ['เหงวียน', 'งเหวียน'],
      origin: 'exonym',
    })
  })
})

describe('an established form', () => {
  test.each([
    ['Việt Nam', 'เวียดนาม', 'royal-gazette'],
    ['HÀ NỘI', 'ฮานอย', 'royal-gazette'],
    ['Sài Gòn', 'ไซ่ง่อน', 'royal-society-2012'],
    ['Hồ Chí Minh', 'โฮจิมินห์', 'cldr'],
    ['Đà Nẵng', 'ดานัง', 'cldr'],
    ['Điện Biên Phủ', 'เดียนเบียนฟู', 'usage'],
    ['Sông Hồng', 'แม่น้ำแดง', 'usage'],
    ['Trung Quốc', 'จีน', 'cldr'],
    ['Campuchia', 'กัมพูชา', 'cldr'],
  ])('%s', (name, text, cites) => {
    expect(answer(name)).toMatchObject({
      text,
      origin: 'exonym',
      explanation: [{ kind: 'exonym', text, cites }],
    })
  })

  test('stands beside the form by rule where good sources have both', () => {
    expect(answer('Hội An')).toMatchObject({ text: 'โห่ยอาน', origin: 'rule' })
    expect(answer('Hội An')?.alternates).toContain('ฮอยอัน')
    expect(answer('Đà Lạt')?.alternates).toContain('ด่าหลัต')
  })

  test('is found after a hyphen', () => {
    expect(thai('Thừa Thiên - Huế')).toBe('เถื่อเทียน-เว้')
  })

  test('is not lent to a person, a longer name or a lone syllable', () => {
    expect(thai('Huế', 'person')).toBe('เฮว้')
    expect(thai('Nguyễn Thị Huế')).toBe('เหงียน ถิ เฮว้')
    expect(thai('Điện Biên')).toBe('เดี่ยนเบียน')
    expect(thai('Nga')).toBe('งา')
  })
})

describe('a generic word is translated', () => {
  test.each([
    ['tỉnh Phú Thọ', 'จังหวัดฟู้เถาะ'],
    ['TỈNH PHÚ THỌ', 'จังหวัดฟู้เถาะ'],
    ['thành phố Việt Trì', 'เมืองเหวียตจี่'],
    ['TP. Hồ Chí Minh', 'นครโฮจิมินห์'],
    ['TP.Vinh', 'เมืองวิญ'],
    ['xã Thượng Long', 'ตำบลเถื่องล็อง'],
    ['sông Lô', 'แม่น้ำโล'],
    ['Vịnh Hạ Long', 'อ่าวหะล็อง'],
    ['đường Trần Hưng Đạo', 'ถนนเจิ่นฮึงด่าว'],
    ['huyện Sông Lô', 'อำเภอซงโล'],
    ['ông Quang', 'นายกวาง'],
    ['Bà Phạm Thị Thanh Trà', 'นางฝั่ม ถิ ทัญ จ่า'],
  ])('%s', (name, expected) => {
    expect(thai(name)).toBe(expected)
  })

  test('unless it may be a part of the name', () => {
    expect(answer('Sông Lô')).toMatchObject({ text: 'แม่น้ำโล' })
    expect(answer('Sông Lô')?.alternates).toContain('ซงโล')
    expect(thai('Cầu Giấy')).toBe('เกิ่วเซ้ย')
    expect(thai('Phố Hiến')).toBe('โฟ้เฮี้ยน')
    expect(thai('Bà Triệu', 'person')).toBe('บ่า เจี่ยว')
    expect(thai('Hồ Xuân Hương')).toBe('โห่ ซวน เฮือง')
  })

  test('and without a name after it is a word like any other', () => {
    expect(thai('sông')).toBe('ซง')
    expect(thai('thành phố trực thuộc tỉnh')).toBe('ถั่ญโฟ้จึกถ็วกติ๋ญ')
  })
})

describe('the rules say nothing about', () => {
  test.each([
    ['foreign names', 'Donald Trump'],
    ['letters that Vietnamese lacks', 'Fansipan'],
    ['languages of minorities', 'Krông Pắc'],
    ['foreign names broken into sounds', 'Pa-ri'],
    ['acronyms', 'BIM'],
    ['figures', 'Quận 1'],
    ['names that lost their marks', 'Tran Van Tien'],
    ['an unwritten syllable', 'Phú-'],
    ['nothing', ' '],
  ])('%s', (_, name) => {
    expect(answer(name)).toBeNull()
  })

  test('other pairs of languages', () => {
    expect(transliterate('Phú Thọ', 'place', 'th', 'vi')).toBeNull()
    expect(transliterate('Phú Thọ', 'place', 'vi', 'lo')).toBeNull()
    expect(transliterate('Phú Thọ', 'place', '__proto__', '')).toBeNull()
  })
})

test('an answer explains itself', () => {
  expect(answer('tỉnh Hòa Bình')?.explanation).toEqual([
    { kind: 'generic', source: 'tỉnh', text: 'จังหวัด', cites: 'usage' },
    {
      kind: 'syllable',
      source: 'Hòa',
      text: 'ฮหว่า',
      alternates: [],
      initial: { source: 'h', text: 'ฮ', class: 'paired' },
      medial: { source: 'o', text: 'หว' },
      rime: { source: 'a', text: '-า', short: false },
      tone: { source: 'huyền', text: '่', class: 'เอก' },
      cites: 'royal-society-2012',
    },
    {
      kind: 'syllable',
      source: 'Bình',
      text: 'บิ่ญ',
      alternates: [],
      initial: { source: 'b', text: 'บ', class: 'mid' },
      rime: { source: 'inh', text: '-ิญ', short: true },
      tone: { source: 'huyền', text: '่', class: 'เอก' },
      cites: 'royal-society-2012',
    },
  ])
})
