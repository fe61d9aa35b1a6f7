import type { Citation, NameKind } from '../transliteration.ts'
import { countryName } from './country-names.ts'
import { evenSpelling, keyOf } from './spelling.ts'

/** A name with an established form that no rule gives. */
export interface Exonym {
  /** The usual spelling first. */
  readonly sources: readonly string[]
  /** Best first. */
  readonly forms: readonly [string, ...string[]]
  /** Good sources also write it by the rules, or even do so first. */
  readonly byRule: 'never' | 'also' | 'first'
  readonly kind: 'place' | 'person' | 'syllable'
  readonly cites: Citation
}

/** The established form of a whole name; places do not lend theirs to persons (a woman named Huế is เฮว้). `key` is from `keyOf`. */
export function exonymOf(key: string, kind: NameKind | 'syllable'): Exonym | null {
  const listed = lookIn[kind].map((group) => byKey[group].get(key)).find((exonym) => exonym)
  if (listed || kind === 'person' || kind === 'syllable') return listed ?? null
  const country = countryName(key)
  return country === undefined
    ? null
    : { sources: [key], forms: [country], byRule: 'never', kind: 'place', cites: 'cldr' }
}

/** `A | B` are spellings or forms of one name, the first one preferred; – stands for the form by rule. */
function table(
  kind: Exonym['kind'],
  cites: Citation,
  rows: Readonly<Record<string, string>>,
): readonly Exonym[] {
  return Object.entries(rows).map(([sources, written]) => {
    const forms = written.split(' | ')
    const [first = '', ...others] = forms.filter((form) => form !== '–')
    const byRule = (['first', 'also'] as const)[forms.indexOf('–')] ?? 'never'
    return { sources: sources.split(' | '), forms: [first, ...others], byRule, kind, cites }
  })
}

const exonyms: readonly Exonym[] = [
  // Rule 3: names promulgated in the Gazette keep that form.
  ...table('place', 'royal-gazette', {
    'Việt Nam | Vietnam': 'เวียดนาม',
    'Hà Nội': 'ฮานอย',
  }),

  // Rule 4: long-established forms may be kept; these are its examples.
  ...table('place', 'royal-society-2012', {
    'Sài Gòn': 'ไซ่ง่อน',
    'An Nam': 'อันนัม',
  }),
  // The second form is Thai Wikipedia's, the third what the table gives.
  ...table('syllable', 'royal-society-2012', { Nguyễn: 'เหงียน | เหงวียน | งเหวียน' }),

  // common/subdivisions/th.xml
  ...table('place', 'cldr', {
    'Hồ Chí Minh': 'โฮจิมินห์',
    Huế: 'เว้',
    'Đà Nẵng': 'ดานัง',
    'Hải Phòng': 'ไฮฟอง',
    'Kon Tum': 'กอนตูม',
  }),
  ...table('person', 'usage', {
    'Hồ Chí Minh': 'โฮจิมินห์ | โฮ จิ มินห์',
    'Bác Hồ': 'ลุงโฮ',
  }),

  // GeoNames, Thai Wikipedia and the Thai press. Where these differ both are right, and what a desk decides in its glossary wins: โห่ยอาน is
  // the standard's own example, หะล็อง and ด่าหลัต Thai Wikipedia's. Of the archipelagos the second form is that of others than Vietnam.
  ...table('place', 'usage', {
    'Điện Biên Phủ': 'เดียนเบียนฟู',
    'Hội An': '– | ฮอยอัน',
    'Hạ Long': '– | ฮาลอง',
    'Đà Lạt': 'ดาลัด | –',
    'Hoàng Sa': '– | พาราเซล',
    'Trường Sa': '– | สแปรตลีย์',
    'Pleiku | Plei Ku | Plây Cu': 'เปล็ยกู',
    'Việt Minh': 'เวียดมินห์',
    'Việt Cộng': 'เวียดกง',
    'TP HCM | TP. HCM | TPHCM': 'นครโฮจิมินห์',
  }),

  // Names with a meaning that Thai has its own word for.
  ...table('place', 'usage', {
    'sông Hồng': 'แม่น้ำแดง',
    'sông Mê Kông | sông Mekong | sông Cửu Long': 'แม่น้ำโขง',
    'Mê Kông | Mekong': 'แม่น้ำโขง',
    'đồng bằng sông Hồng': 'ดินดอนสามเหลี่ยมปากแม่น้ำแดง',
    'đồng bằng sông Cửu Long | đồng bằng sông Mê Kông': 'ดินดอนสามเหลี่ยมปากแม่น้ำโขง',
    'Tây Nguyên': 'ที่สูงตอนกลาง | –',
    'vịnh Bắc Bộ': 'อ่าวตังเกี๋ย',
    'Biển Đông': 'ทะเลจีนใต้ | ทะเลตะวันออก',
    'nhà Đinh': 'ราชวงศ์ดิญ',
    'nhà Lý': 'ราชวงศ์ลี้',
    'nhà Trần': 'ราชวงศ์เจิ่น',
    'nhà Hồ': 'ราชวงศ์โห่',
    'nhà Lê': 'ราชวงศ์เล',
    'nhà Mạc': 'ราชวงศ์หมัก',
    'nhà Tây Sơn': 'ราชวงศ์เต็ยเซิน',
    'nhà Nguyễn': 'ราชวงศ์เหงียน',
    'Đông Dương': 'อินโดจีน',
    'Đông Nam Á': 'เอเชียตะวันออกเฉียงใต้',
  }),

  // Cities and provinces of the neighbours that Vietnamese has its own names for.
  ...table('place', 'usage', {
    'Bắc Kinh': 'ปักกิ่ง',
    'Thượng Hải': 'เซี่ยงไฮ้',
    'Quảng Châu': 'กว่างโจว | กวางเจา',
    'Quảng Đông': 'กวางตุ้ง',
    'Quảng Tây': 'กว่างซี | กวางสี',
    'Vân Nam': 'ยูนนาน',
    'Đài Bắc': 'ไทเป',
    'Bình Nhưỡng': 'เปียงยาง',
    'Viêng Chăn | Vientiane': 'เวียงจันทน์',
  }),
]

const lookIn: Readonly<Record<NameKind | 'syllable', readonly Exonym['kind'][]>> = {
  place: ['place', 'syllable'],
  person: ['person', 'syllable'],
  unknown: ['place', 'person', 'syllable'],
  syllable: ['syllable'],
}

const of = (kind: Exonym['kind']): ReadonlyMap<string, Exonym> =>
  new Map(
    exonyms
      .filter((exonym) => exonym.kind === kind)
      .flatMap((exonym) => exonym.sources.map((source) => [keyOf(evenSpelling(source)), exonym] as const)),
  )
const byKey = { place: of('place'), person: of('person'), syllable: of('syllable') }
