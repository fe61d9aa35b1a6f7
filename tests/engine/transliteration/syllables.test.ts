import { describe, expect, test } from 'vitest'
import { transliterate } from '../../../src/engine/transliteration/transliterate.ts'

const thai = (name: string) => transliterate(name, 'place', 'vi', 'th')?.text ?? null

describe('the grid of the rules: a row of initial, rime and final, in the six tones', () => {
  test.each([
    ['ba bà bả bã bá bạ', 'บา บ่า บ๋า บ๋า บ๊า บะ'],
    ['ban bàn bản bãn bán bạn', 'บาน บ่าน บ๋าน บ๋าน บ๊าน บั่น'],
    ['bát bạt bắc bặc', 'บ๊าต บัต บั๊ก บัก'],
    ['tha thà thả thã thá thạ', 'ทา ถ่า ถา ถา ท้า ถะ'],
    ['than thàn thản thãn thán thạn', 'ทาน ถ่าน ถาน ถาน ท้าน ถั่น'],
    ['thát thạt thúc thục', 'ท้าต ถัต ทุก ถุก'],
    ['ma mà mả mã má mạ', 'มา หม่า หมา หมา ม้า หมะ'],
    ['man màn mản mãn mán mạn', 'มาน หม่าน หมาน หมาน ม้าน หมั่น'],
    ['mát mạt múc mục', 'ม้าต หมัต มุก หมุก'],
    ['hoa hòa hỏa hõa hóa họa', 'ฮวา ฮหว่า ฮหวา ฮหวา ฮว้า ฮหวะ'],
    ['loan loàn loản loãn loán loạn', 'ลวาน ลหว่าน ลหวาน ลหวาน ลว้าน ลหวั่น'],
    ['khoa khòa khỏa khõa khóa khọa', 'ควา ขว่า ขวา ขวา คว้า ขวะ'],
    ['toan toàn toản toãn toán toạn', 'ตวาน ตว่าน ตว๋าน ตว๋าน ตว๊าน ตวั่น'],
    ['tiên tiền tiển tiễn tiến tiện', 'เตียน เตี่ยน เตี๋ยน เตี๋ยน เตี๊ยน เตี่ยน'],
    ['lai lài lải lãi lái lại', 'ลาย หล่าย หลาย หลาย ล้าย หลั่ย'],
    ['tây tầy tẩy tẫy tấy tậy', 'เต็ย เต่ย เต๋ย เต๋ย เต๊ย เต่ย'],
    ['long lòng lỏng lõng lóng lọng', 'ล็อง หล่อง หล็อง หล็อง ล้อง หล่อง'],
  ])('%s', (written, expected) => {
    expect(written.split(' ').map(thai)).toEqual(expected.split(' '))
  })
})

describe('a rime', () => {
  test.each([
    ['anh and ach', 'Thanh Thành Quách Rạch', 'ทัญ ถั่ญ กว๊าก สัก'],
    ['e and ê', 'tre mẹ đẹp lê nghệ lệnh', 'แจ แหมะ แด็ป เล เหงะ เหล่ญ'],
    ['i and y', 'in Mỹ lý trị Bình thích', 'อีน หมี ลี้ จิ บิ่ญ ทิก'],
    ['o', 'con Thọ Ngọc Trọng', 'กอน เถาะ หง็อก จ่อง'],
    ['oo and ôô', 'xoong lôông', 'ซอง โลง'],
    ['ô', 'cô bốn sông Lộc bộ', 'โก โบ๊น ซง หลก โบะ'],
    ['ơ and â', 'thơ Sơn chợ Lâm Lập', 'เทอ เซิน เจอะ เลิม เหลิป'],
    ['u and ư', 'Phú bút Vũng sư Đức tự', 'ฟู้ บู๊ต หวุง ซือ ดึ๊ก ตึ'],
    ['ia, ua and ưa', 'Rịa mua thuở Thừa', 'เสียะ มัว ถัว เถื่อ'],
    ['a glide', 'bay đâu mèo kiều hữu Bùi tuổi rượu', 'บัย เดิว แหม่ว เกี่ยว หืว บู่ย ต๋วย เสื่อว'],
    ['/w/', 'Thủy Tuyên Quang khuya khuấy huyền ngoẻn', 'ถวี เตวียน กวาง เควีย เคว้ย ฮเหวี่ยน งแหวน'],
    ['uâ', 'xuân Thuận Quân', 'ซวน ถ่วน เกวิน'],
    ['ô after qu, which keeps its sign', 'Quốc', 'โกว๊ก'],
    ['gi', 'gì gìn giá Giang giê giệ', 'สี่ สี่น ซ้า ซาง เซ เสะ'],
    ['a final k, with or without the tone', 'Đắk Lắk Lăk', 'ดั๊ก ลัก ลัก'],
  ])('with %s', (_, written, expected) => {
    expect(written.split(' ').map(thai)).toEqual(expected.split(' '))
  })
})

test.each([
  ['Uyên', 'medial-without-initial', 'เวียน', ['เอวียน']],
  ['Nguyệt', 'medial-after-sonorant', 'งเหวียต', ['เหงวียต']],
  ['thuộc', 'uo-before-stop-nang', 'ถ็วก', ['ถวก']],
  ['Huỳnh', 'palatal-after-medial', 'ฮหวิ่ญ', ['ฮหวี่ญ']],
  ['loanh', 'palatal-after-medial', 'ลวัญ', ['ลวาญ']],
  ['Đạo', 'ao-nang', 'ด่าว', ['เด่า']],
  ['Sóc', 'oc-sac', 'ซ้อก', ['ซ็อก']],
  ['giếng', 'gi-before-ie', 'เซี้ยง', ['เซ้ง']],
])('%s belongs to a class that the sources differ about', (name, openClass, text, alternates) => {
  expect(transliterate(name, 'place', 'vi', 'th')).toMatchObject({
    text,
    alternates,
    explanation: [{ openClass, text, alternates }],
  })
})

test('other syllables have one form', () => {
  for (const name of ['Quỳnh', 'Đào', 'Ngọc', 'góc', 'Nguyên', 'muốn'])
    expect(transliterate(name, 'place', 'vi', 'th')?.alternates, name).toEqual([])
})

describe('every syllable of the language can be written', () => {
  const rimes =
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
    'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oc oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
    'u ua uc ui um un ung uôc uôi uôm uôn uông uôt up ut ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu ' +
    'oa oac oach oai oan oang oanh oao oat oay oăc oăn oăng oăt oe oen oeo oet uân uâng uât uây uê uêch uênh uơ uy uya uych uyên uyêt uynh uyt uyu'
  const initials = 'b c ch d đ g gi h kh l m n ng nh p ph qu r s t th tr v x'.split(' ').concat('')
  const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

  test.each(initials)('that begins with “%s”', (initial) => {
    for (const rime of rimes.split(' ')) {
      const spelled = spell(initial, rime)
      if (spelled === null) continue
      for (const tone of /(?:c|ch|p|t)$/.test(rime) ? tones.slice(4) : tones) {
        const syllable = withTone(spelled, tone)
        expect(thai(syllable), syllable).toMatch(/^[ก-ฮะ-ูเ-ไ็-๋]+$/)
      }
    }
  })

  function spell(initial: string, rime: string): string | null {
    const isFront = /^[eêi]/.test(rime)
    if (initial === 'qu') {
      const follows = /^[aăâeêiơ]/.test(rime) && rime !== 'iêu'
      return follows ? `qu${rime.replace(/^iê/, 'yê').replace(/^ia$/, 'ya')}` : null
    }
    if (initial === 'gi') return isFront ? null : `gi${rime}`
    if (initial === '') return rime.replace(/^iê/, 'yê')
    const before = { c: 'k', g: 'gh', ng: 'ngh' }[initial]
    return (isFront && before ? before : initial) + rime
  }

  const withTone = (syllable: string, tone: string) => {
    const vowel = /(?<=^qu|^gi|^)[^aăâeêioôơuưy]*[aăâeêioôơuưy]*?([êôơâăư]|[aeioyu](?![êôơâăưaeioyu]))/.exec(
      syllable,
    )!
    const end = vowel.index + vowel[0].length
    return (syllable.slice(0, end) + tone + syllable.slice(end)).normalize('NFC')
  }
})

test.each([
  'ngi',
  'ke ce',
  'gê',
  'cat',
  'tien',
  'qu',
  'ngh',
  'Fan',
  'Jun',
  'Wan',
  'Zin',
  'Krông',
  'M’Drắk',
  'Ea',
  'Brô',
  'nguyểnh',
  'ấá',
])('%s is not spelled as Vietnamese', (name) => {
  expect(thai(name)).toBeNull()
})
