import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hearSyllable } from '../../../src/engine/names/heard-syllable.ts'
import { joinThai } from '../../../src/engine/names/joined-thai.ts'
import { soundCosts } from '../../../src/engine/names/sound-costs.ts'
import { nameSpeller } from '../../../src/engine/names/spell-name.ts'
import { thaiSyllablesAt } from '../../../src/engine/names/thai-syllables.ts'
import { languageFor } from '../../../src/engine/languages/catalog.ts'
import { transliterate } from '../../../src/engine/transliteration/transliterate.ts'

const th = languageFor('th')

/** How far a Thai spelling is from sounding like a name; none when it cannot be read to its end. */
function distance(name: string, spelling: string): number | undefined {
  const syllables = name.split(' ').flatMap((word) => hearSyllable(word) ?? [])
  const thai = joinThai(th.normalize(spelling))
  const whole = nameSpeller(thai)(syllables.map(soundCosts), 0, 1)
  return whole.find(({ end }) => end === thai.text.length)?.cost
}

const parts = (list: string) => fc.constantFrom(...list.split(' '))
const syllable = fc
  .tuple(
    parts('b c ch d đ g gi h k kh l m n ng ngh nh ph qu r s t th tr v x'),
    parts('a ă â e ê i o ô ơ u ư iê uô ươ ai ay ây oi ôi ui ao au âu eo êu iu iêu ưu oa oe uê uy uyê oai'),
    fc.constantFrom('', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'),
    fc.constantFrom('', 'c', 'ch', 'm', 'n', 'ng', 'nh', 'p', 't'),
  )
  .map((written) => written.join('').normalize('NFC'))
  .filter((written) => hearSyllable(written) !== null)

test('whatever the rules write is read back as the syllable that it was', () => {
  fc.assert(
    fc.property(syllable, (written) => {
      const made = transliterate(written, 'place', 'vi', 'th')
      fc.pre(made !== null && made.origin === 'rule')
      expect(distance(written, made.text)).toBeLessThan(0.07)
    }),
    { numRuns: 500 },
  )
})

describe('a spelling that people and machines write is nearer to its name than to another', () => {
  test.each([
    ['Phú Thọ', 'ฟูโถ', 'Phước Thái'],
    ['Gia Lai', 'เกียลาย', 'Kỳ Lý'],
    ['Hồng Nhung', 'ฮองนุง', 'Hương Nhơn'],
    ['Tuyên Hóa', 'ตุยเอนฮัว', 'Tân Hội'],
    ['Nghĩa Hành', 'งีอาฮานห์', 'Ngã Hai'],
    ['Trà Vinh', 'ตราวินห์', 'Tả Van'],
    ['Phú Xuyên', 'ฟูซูเยน', 'Phù Cát'],
    ['Gio Linh', 'จีโอลินห์', 'Chí Linh'],
    ['Giang Biên', 'กิอังเบียน', 'Gia Bình'],
    ['Cao Bằng', 'คาโอบัง', 'Cam Bình'],
    ['Nguyễn Huệ', 'เหวียนเว้', 'Nguyễn Hội'],
    ['Nha Bích', 'นฮาบิค', 'Na Bì'],
  ])('%s: %s', (name, spelling, other) => {
    expect(distance(name, spelling)).toBeLessThan(0.2)
    expect(distance(other, spelling) ?? 1).toBeGreaterThan(distance(name, spelling) ?? 1)
  })
})

describe('a Thai syllable', () => {
  test.each([
    ['เถาะ', 'th', 'aw', ''],
    ['เหงียน', 'ng', 'ia', 'n'],
    ['หวิญ', 'w', 'i', 'ny'],
    ['ฮเหวี่ยน', 'h', 'ia', 'n'],
    ['เมือง', 'm', 'uea', 'ng'],
    ['วินห์', 'w', 'i', 'n'],
    ['บัว', 'b', 'ua', ''],
    ['กรรม', 'k', 'a', 'm'],
  ])('%s is read in whole', (text, initial, vowel, final) => {
    const readings = thaiSyllablesAt(text, 0).map(({ end, onset, rime }) => [
      end,
      onset.initial,
      rime.vowel,
      rime.final,
    ])
    expect(readings).toContainEqual([text.length, initial, vowel, final])
  })

  test('lies inside its text and is never empty, whatever the text', () => {
    const thaiText = fc.string({ unit: fc.constantFrom(...'กงตทนบปมยรลวสหอฮะัาำิีึืุูเแโใไ็่้๊๋์ ') })
    fc.assert(
      fc.property(thaiText, fc.nat(20), (text, at) => {
        for (const { end } of thaiSyllablesAt(text, at)) {
          expect(end).toBeGreaterThan(at)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
