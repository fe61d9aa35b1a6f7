import {
  afterFigure,
  beforeFigure,
  rangeSides,
  readWordTable,
  type ContextRule,
} from '../../text/quantity-context.ts'
import { CURRENCY_SIGNS } from '../../text/units.ts'

/** Units, currencies and classifiers as they are written after a figure. Thai has no spaces, so longer words come first. */
const UNIT_WORDS = readWordTable({
  mm: 'มม.|มิลลิเมตร|mm',
  cm: 'ซม.|เซนติเมตร|เซ็นติเมตร|cm',
  m: 'เมตร|ม.|m',
  km: 'กม.|กิโลเมตร|กิโล|km',
  inch: 'นิ้ว',
  foot: 'ฟุต',
  yard: 'หลา',
  mile: 'ไมล์',
  'nautical-mile': 'ไมล์ทะเล',
  m2: 'ตร.ม.|ตารางเมตร',
  km2: 'ตร.กม.|ตารางกิโลเมตร',
  ha: 'เฮกตาร์|เฮกเตอร์',
  rai: 'ไร่',
  acre: 'เอเคอร์',
  g: 'กรัม',
  kg: 'กก.|กิโลกรัม|กิโล|โล|kg',
  tonne: 'ตัน',
  pound: 'ปอนด์',
  litre: 'ลิตร',
  m3: 'ลบ.ม.|ลูกบาศก์เมตร|คิว',
  gallon: 'แกลลอน',
  second: 'วินาที',
  minute: 'นาที',
  hour: 'ชม.|ชั่วโมง',
  day: 'วัน',
  week: 'สัปดาห์|อาทิตย์',
  month: 'เดือน',
  year: 'ปี|ขวบ|พรรษา',
  age: 'ขวบ',
  decade: 'ทศวรรษ',
  century: 'ศตวรรษ',
  'km/h': 'กม./ชม.|กิโลเมตรต่อชั่วโมง|กม.ต่อชั่วโมง|km/h',
  mph: 'ไมล์ต่อชั่วโมง',
  celsius: 'องศาเซลเซียส|องศา|°C',
  fahrenheit: 'องศาฟาเรนไฮต์|องศา|°F',
  VND: 'ดอง|ด่ง|ดงเวียดนาม|VND',
  USD: 'ดอลลาร์|ดอลลาร์สหรัฐ|ดอลล่าร์|เหรียญสหรัฐ|เหรียญ|USD',
  EUR: 'ยูโร|EUR',
  GBP: 'ปอนด์|ปอนด์สเตอร์ลิง|GBP',
  THB: 'บาท|THB',
  JPY: 'เยน|JPY',
  CNY: 'หยวน|CNY',
  KRW: 'วอน|KRW',
  RUB: 'รูเบิล|RUB',
  INR: 'รูปี|INR',
  person: 'คน|ราย|นาย|ศพ|ชีวิต',
  household: 'ครัวเรือน|ครอบครัว|หลังคาเรือน',
  house: 'หลัง',
  vehicle: 'คัน',
  province: 'จังหวัด',
  district: 'อำเภอ|เขต',
  commune: 'ตำบล|ชุมชน|แขวง',
  country: 'ประเทศ',
  times: 'ครั้ง|เท่า',
  goal: 'ประตู|ลูก',
  point: 'คะแนน|จุด|แต้ม',
  company: 'บริษัท|ราย',
  school: 'โรงเรียน|แห่ง',
})

const SIGNS = readWordTable(CURRENCY_SIGNS)

const CALENDAR = readWordTable({ 'a day': 'วันที่', 'a year': 'ปี|พ.ศ.|ค.ศ.', age: 'อายุ|วัย', year: 'อายุ|วัย' })

const FATES = readWordTable({ dead: 'เสียชีวิต|ตาย|ดับ', injured: 'บาดเจ็บ|เจ็บ', missing: 'สูญหาย|หายตัว' })
const SIDES = readWordTable({ from: 'จาก|ตั้งแต่', to: 'ถึง|เป็น|เหลือ|สู่' })

const HEDGE = String.raw`(?:แล้ว|ไปแล้ว)?\s?(?:อย่างน้อย|กว่า|ราว|ประมาณ|รวม|เพียง|ปี|วันที่|ร้อยละ|จำนวน)?\s?`

/** What stands beside a Thai figure: a classifier or unit after it, a currency sign before it, who died, what a change starts and ends with. */
export const thaiContext: readonly ContextRule[] = [
  beforeFigure('unit', String.raw`(?<word>${CALENDAR.words})\s?`, CALENDAR),
  afterFigure('unit', String.raw`\s?(?<word>${UNIT_WORDS.words})`, UNIT_WORDS),
  beforeFigure('unit', String.raw`(?<word>${SIGNS.words})\s?`, SIGNS),
  beforeFigure('fate', String.raw`(?<word>${FATES.words})${HEDGE}`, FATES),
  afterFigure('fate', String.raw`\s?(?:คน|ราย|นาย|ศพ)?\s?(?:ที่|ได้รับ)?(?<word>${FATES.words})`, FATES),
  beforeFigure('side', String.raw`(?<word>${SIDES.words})${HEDGE}`, SIDES),
  ...rangeSides('ถึง|ต่อ'),
]
