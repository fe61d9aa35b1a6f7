import type { Citation } from '../transliteration.ts'
import { looksLikePerson } from './looks-like-person.ts'
import { keyOf } from './spelling.ts'

/** The generic word that a name begins with, and the name after it. */
export interface GenericBefore {
  /** As written. */
  readonly source: string
  /** What to write, then what is written too; before the name without a space. */
  readonly forms: Forms
  readonly kind: 'place' | 'person'
  readonly name: string
  /** As in the district Sông Lô the word may also be a part of the name. */
  readonly isDoubtful: boolean
}

type Forms = readonly [string, ...string[]]

/** Only what is followed by a capital is a generic word: `sông Lô`, but `sông` alone is a word like any other. */
export function genericBefore(name: string): GenericBefore | null {
  for (const words of [2, 1]) {
    const written = name.split(' ', words).join(' ')
    const rest = name.slice(written.length + 1)
    const known = genericWords.get(keyOf(written))
    if (!known || !/^\p{Lu}/u.test(rest)) continue
    const { source, forms, kind, withCapital } = known
    const isCapital = written !== source
    if (isCapital && withCapital === 'name' && !(kind === 'person' && looksLikePerson(rest))) return null
    const isDoubtful = isCapital && withCapital === 'either'
    return { source: written, forms: formsFor(forms, rest), kind, name: rest, isDoubtful }
  }
  return null
}

/** Cities that are a province of their own are นคร, the others have both words. */
function formsFor(forms: Forms, name: string): Forms {
  const [first, second] = forms
  return second === 'นคร' && municipalities.has(keyOf(name)) ? [second, first] : forms
}

const municipalities = new Set(['hà nội', 'hồ chí minh', 'hải phòng', 'đà nẵng', 'cần thơ', 'huế'])

export const genericCites: Citation = 'usage'

interface GenericWord {
  /** In lower case. */
  readonly source: string
  readonly forms: Forms
  readonly kind: 'place' | 'person'
  /** What the word is when it has a capital. A small letter always makes it generic. */
  readonly withCapital: 'generic' | 'either' | 'name'
}

type Row = readonly [source: string, word: GenericWord]

function rows(
  kind: GenericWord['kind'],
  withCapital: GenericWord['withCapital'],
  words: Readonly<Record<string, string>>,
): readonly Row[] {
  return Object.entries(words).map(([source, forms]) => {
    const [first = '', ...others] = forms.split(' | ')
    return [source, { source, forms: [first, ...others], kind, withCapital }]
  })
}

/** Of one word or two. */
const genericWords: ReadonlyMap<string, GenericWord> = new Map([
  // Administration. Vietnam has had no districts since July 2025; older articles have them.
  ...rows('place', 'generic', {
    tỉnh: 'จังหวัด',
    'thành phố': 'เมือง | นคร',
    'tp.': 'เมือง | นคร',
    tp: 'เมือง | นคร',
    huyện: 'อำเภอ',
    quận: 'เขต',
    phường: 'แขวง',
    'thị xã': 'เมือง',
    'tx.': 'เมือง',
    tx: 'เมือง',
    'thị trấn': 'เมือง',
    'tt.': 'เมือง',
    tt: 'เมือง',
  }),
  // A capital is that of a sentence or of a name: sông Lô is a river, Sông Lô a district as well.
  ...rows('place', 'either', {
    xã: 'ตำบล',
    thôn: 'หมู่บ้าน',
    làng: 'หมู่บ้าน',
    sông: 'แม่น้ำ',
    núi: 'ภูเขา | เขา',
    đèo: 'ช่องเขา',
    vịnh: 'อ่าว',
    đảo: 'เกาะ',
    'quần đảo': 'หมู่เกาะ',
    'bán đảo': 'คาบสมุทร',
    chùa: 'วัด',
  }),
  // With a capital these are parts of names: Hồ Xuân Hương, Phố Hiến, Cầu Giấy, Chợ Lớn, Bà Rịa, Ông Ích Khiêm.
  ...rows('place', 'name', {
    ấp: 'หมู่บ้าน',
    bản: 'หมู่บ้าน',
    buôn: 'หมู่บ้าน',
    đường: 'ถนน',
    phố: 'ถนน',
    'đại lộ': 'ถนน',
    hồ: 'ทะเลสาบ',
    suối: 'ลำธาร',
    thác: 'น้ำตก',
    hang: 'ถ้ำ',
    động: 'ถ้ำ',
    cầu: 'สะพาน',
    chợ: 'ตลาด',
    cảng: 'ท่าเรือ',
    'sân bay': 'ท่าอากาศยาน | สนามบิน',
  }),
  ...rows('person', 'name', { ông: 'นาย', bà: 'นาง' }),
])
