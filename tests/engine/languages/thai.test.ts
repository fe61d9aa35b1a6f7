import { describe, expect, test } from 'vitest'
import { thaiBreaks } from '../../../src/engine/languages/th/sentence-breaks.ts'
import { thai } from '../../../src/engine/languages/th/thai.ts'
import { breakOdds } from '../../../src/engine/languages/unmarked-breaks.ts'
import { slice } from '../../../src/engine/text/span.ts'

const normalized = (text: string) => thai.normalize(text).text

describe('spelling', () => {
  test.each([
    ['nikhahit and sara aa', 'ก\u0E4D\u0E32', 'กำ'],
    ['a tone between them', 'น\u0E4D\u0E49\u0E32', 'น้ำ'],
    ['a tone before them', 'น\u0E49\u0E4D\u0E32', 'น้ำ'],
    ['a tone after sara am', 'น\u0E33\u0E49', 'น้ำ'],
    ['a tone before an upper vowel', 'ท\u0E48\u0E35', 'ที่'],
    ['a tone before a lower vowel', 'ฟ\u0E49\u0E39', 'ฟู้'],
    ['a tone before mai han-akat', 'ต\u0E49\u0E31ง', 'ตั้ง'],
    ['a tone on both sides', 'น\u0E49\u0E4D\u0E49\u0E32', 'น้ำ'],
    ['a nikhahit beside sara am', 'ท\u0E4D\u0E33', 'ทำ'],
    ['a doubled sara am', 'ทำ\u0E33', 'ทำ'],
    ['an unseen space inside sara am', 'น\u0E4D\u200B\u0E49\u2060\u0E32', 'น้ำ'],
    ['a no-break space', 'กรุง\u00A0เทพ', 'กรุง เทพ'],
    ['a doubled tone', 'ที่\u0E48', 'ที่'],
    ['a doubled vowel', 'ค\u0E37\u0E37น', 'คืน'],
    ['two sara e for sara ae', 'เเม่', 'แม่'],
    ['an unseen space', 'กรุง\u200Bเทพ', 'กรุงเทพ'],
  ])('%s is folded', (_, given, folded) => expect(normalized(given)).toBe(folded))

  test('what is spelt right stays', () => {
    for (const word of ['น้ำ', 'ผู้', 'สิทธิ์', 'เก็บ', 'เป็น', 'กรุงเทพฯ', 'ต่าง ๆ', 'ปฏิเสธ', 'แก่น', '๒๕๖๗'])
      expect(normalized(word)).toBe(word)
  })

  test('phinthu is a spelling of its own, but not in a search', () => {
    expect(normalized('งฺเหวียน')).toBe('งฺเหวียน')
    expect(normalized('ก\u0E48\u0E3A')).toBe('ก\u0E3A\u0E48')
    expect(thai.searchKey('งฺเหวียน')).toBe(thai.searchKey('งเหวียน'))
  })

  test('a search key has no tones, thanthakhat or mai taikhu, but keeps its vowels', () => {
    expect(thai.searchKey('วอร์เรน ที่เป็น News')).toBe(thai.searchKey('วอรเรน ทีเปน NEWS'))
    expect(thai.searchKey('กิน')).not.toBe(thai.searchKey('กัน'))
  })
})

describe('where a word may begin or end', () => {
  const boundaries = (text: string) =>
    Array.from({ length: text.length + 1 }, (_, i) => i).filter((i) => thai.isBoundary(text, i))

  test('not after a leading vowel, nor before a following vowel, a mark or a silenced letter', () => {
    expect(boundaries('เมือง')).toEqual([0, 4, 5])
    expect(boundaries('ทำได้')).toEqual([0, 2, 5])
    expect(boundaries('ศุกร์')).toEqual([0, 2, 5])
  })

  test('between Thai and Latin letters or digits, but not inside these', () => {
    expect(boundaries('ที่Hue5')).toEqual([0, 3, 7])
  })
})

test('words of one line are found one run at a time', () => {
  const text = 'นายกรัฐมนตรี แถลงข่าว (วันนี้)'
  expect(
    thai
      .words(text)
      .map((span) => slice(text, span))
      .join(''),
  ).toBe('นายกรัฐมนตรีแถลงข่าววันนี้')
})

test('a sentence is likelier to end before a conjunction than before a numeral', () => {
  const odds = (before: string, after: string) =>
    breakOdds(thaiBreaks.cues(before, after), thaiBreaks.weights())
  expect(odds('ชาวบ้านอพยพแล้ว', 'อย่างไรก็ตาม')).toBeGreaterThan(odds('มีผู้บาดเจ็บ', '12'))
  expect(odds('ชาวบ้านอพยพแล้ว', 'นอกจากนี้')).toBeGreaterThan(odds('ชาวบ้าน', 'และทหาร'))
})

test('names written in Thai give the consonants that their Latin spelling gives', () => {
  expect(thai.consonants('วอร์เรน')).toBe('wrn')
  expect(thai.consonants('เวียดจี่')).toBe('wtc')
})
