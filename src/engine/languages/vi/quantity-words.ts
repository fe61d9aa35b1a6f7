import {
  afterFigure,
  beforeFigure,
  rangeSides,
  readWordTable,
  type ContextRule,
} from '../../text/quantity-context.ts'
import { CURRENCY_SIGNS } from '../../text/units.ts'

/** Units and currencies as they are written after a figure. */
const UNIT_WORDS = readWordTable({
  mm: 'mm|mi-li-mét|milimét',
  cm: 'cm|xen-ti-mét|xentimét',
  m: 'm|mét',
  km: 'km|ki-lô-mét|kilômét|kilomet|cây số',
  inch: 'inch|in-sơ',
  foot: 'feet|foot|ft',
  yard: 'yard|thước Anh',
  mile: 'dặm',
  'nautical-mile': 'hải lý',
  m2: 'm2|m²|mét vuông',
  km2: 'km2|km²|ki-lô-mét vuông|kilômét vuông|kilomet vuông|cây số vuông',
  ha: 'ha|héc-ta|hecta|héc ta',
  acre: 'acre|mẫu Anh',
  g: 'g|gram|gam',
  kg: 'kg|ki-lô-gam|kilôgam|kilogram|cân|ký',
  quintal: 'tạ',
  tonne: 'tấn',
  pound: 'pound|cân Anh',
  litre: 'lít',
  m3: 'm3|m³|mét khối',
  gallon: 'gallon',
  second: 'giây',
  minute: 'phút',
  hour: 'giờ|giờ đồng hồ|tiếng|tiếng đồng hồ',
  day: 'ngày',
  week: 'tuần|tuần lễ',
  month: 'tháng',
  year: 'năm|tuổi',
  age: 'tuổi',
  decade: 'thập kỷ|thập niên',
  century: 'thế kỷ',
  'km/h': 'km/h|km/giờ|km một giờ|km trên giờ|cây số một giờ|ki-lô-mét một giờ',
  mph: 'dặm/giờ|dặm một giờ|dặm trên giờ|dặm mỗi giờ|mph',
  celsius: '°C|độ C|độ',
  fahrenheit: '°F|độ F|độ',
  VND: 'đồng|đ|VND|VNĐ|đồng Việt Nam',
  USD: 'USD|đô la|đô la Mỹ|đôla|đô-la|đô|Mỹ kim',
  EUR: 'euro|EUR|ơ-rô',
  GBP: 'bảng|bảng Anh|GBP',
  THB: 'baht|bạt|THB',
  JPY: 'yên|yên Nhật|JPY',
  CNY: 'nhân dân tệ|tệ|NDT|CNY',
  KRW: 'won|KRW',
  RUB: 'rúp|RUB',
  INR: 'rupee|rupi|INR',
  person:
    'người|nạn nhân|học sinh|sinh viên|công nhân|lao động|chiến sĩ|trẻ em|đại biểu|hành khách|du khách|cán bộ',
  household: 'hộ|hộ dân|gia đình',
  house: 'nhà|căn nhà|ngôi nhà',
  vehicle: 'xe|chiếc xe|ô tô|xe máy',
  province: 'tỉnh|tỉnh thành',
  district: 'huyện|quận',
  commune: 'xã|phường',
  country: 'nước|quốc gia',
  times: 'lần',
  goal: 'bàn|bàn thắng',
  point: 'điểm',
  company: 'công ty|doanh nghiệp',
  school: 'trường',
})

const SIGNS = readWordTable(CURRENCY_SIGNS)

const CALENDAR = readWordTable({ 'a day': 'ngày|mùng|mồng', 'a year': 'năm' })

const FATES = readWordTable({
  dead: 'chết|thiệt mạng|tử vong|tử nạn|hy sinh|qua đời',
  injured: 'bị thương|thương',
  missing: 'mất tích',
})
const SIDES = readWordTable({
  from: 'từ|từ mức',
  to: 'đến|tới|lên|lên đến|lên tới|lên mức|xuống|xuống còn|còn|thành',
})

const END = String.raw`(?![\p{L}\p{N}])`
const START = String.raw`(?<![\p{L}\p{N}])`
const HEDGE = String.raw`(?:(?:năm|ngày|khoảng|gần|hơn|ít nhất|mức)\s)?`

/** What stands beside a Vietnamese figure: a unit after it, a currency sign before it, who died, what a change starts and ends with. */
export const vietnameseContext: readonly ContextRule[] = [
  beforeFigure('unit', String.raw`${START}(?<word>${CALENDAR.words})\s`, CALENDAR),
  afterFigure('unit', String.raw`\s?(?<word>${UNIT_WORDS.words})${END}`, UNIT_WORDS),
  beforeFigure('unit', String.raw`(?<word>${SIGNS.words})\s?`, SIGNS),
  beforeFigure('fate', String.raw`${START}làm\s(?<word>${FATES.words})\s`, FATES),
  afterFigure(
    'fate',
    String.raw`\s(?:(?:người|nạn nhân)\s)?(?:khác\s)?(?:đã\s|bị\s(?!thương))?(?<word>${FATES.words})${END}`,
    FATES,
  ),
  beforeFigure('side', String.raw`${START}(?<word>${SIDES.words})\s${HEDGE}`, SIDES),
  ...rangeSides('đến|tới'),
]
