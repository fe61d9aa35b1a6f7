import { NUMERAL, readScaledSum, readNumeral } from '../../text/numerals.ts'
import {
  figures,
  figuresApart,
  quantitiesOf,
  reading,
  telephone,
  wholeMatch,
  words,
  type Quantity,
  type QuantityGrammar,
  type QuantityRule,
} from '../../text/numbers.ts'
import { thaiContext } from './quantity-words.ts'
import { INDEFINITE, NUMBER_WORDS, SCALE_WORDS, readNumberWords, scaleValue } from './number-words.ts'

const MONTHS = [
  ['มกราคม', 'ม.ค.', 'มกรา'], ['กุมภาพันธ์', 'ก.พ.', 'กุมภา'], ['มีนาคม', 'มี.ค.', 'มีนา'], ['เมษายน', 'เม.ย.', 'เมษา'],
  ['พฤษภาคม', 'พ.ค.', 'พฤษภา'], ['มิถุนายน', 'มิ.ย.', 'มิถุนา'], ['กรกฎาคม', 'ก.ค.', 'กรกฎา'], ['สิงหาคม', 'ส.ค.', 'สิงหา'],
  ['กันยายน', 'ก.ย.', 'กันยา'], ['ตุลาคม', 'ต.ค.', 'ตุลา'], ['พฤศจิกายน', 'พ.ย.', 'พฤศจิกา'], ['ธันวาคม', 'ธ.ค.', 'ธันวา'],
] as const // prettier-ignore
const MONTH_NUMBERS = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)
const WEEKDAYS = ['จันทร์', 'อังคาร', 'พุธ', 'พฤหัส', 'ศุกร์', 'เสาร์', 'อาทิตย์']

const ALONE = String.raw`(?<!\d|\d[.,])`
const SCALES = String.raw`(?:\s?(?:${SCALE_WORDS})+)`
const COUNT = String.raw`(?:\d{1,2}|(?:${NUMBER_WORDS}){1,3})`
const MONTH_NAME = [...MONTH_NUMBERS.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll('.', '\\.'))
  .join('|')
const ERA_MARK = String.raw`พ\.\s?ศ\.|ค\.\s?ศ\.|พุทธศักราช|คริสต์ศักราช`

const rule = (pattern: string, read: QuantityRule['read']): QuantityRule => ({
  pattern: new RegExp(pattern, 'gud'),
  read,
})

const number = (written: string) => figures(reading('number', Number(written)))
const minute = (written: string) => (Number(written) === 0 ? null : number(written))

/**
 * Thai: 1,500 and 2.5; พัน, หมื่น, แสน, ล้าน and their products; ยี่สิบเอ็ด; ร้อยละ 5; 2 กันยายน พ.ศ. 2488; ปี 2567; 13.30 น.,
 * บ่ายโมง, หนึ่งทุ่ม; วันจันทร์; ทศวรรษ 1990.
 */
export const thaiQuantities: QuantityGrammar = {
  context: thaiContext,
  rules: [
    rule(String.raw`(?:https?:\/\/|www\.)[^\s\u0e00-\u0e7f]+`, () => []),
    rule(
      String.raw`(?<![\d.,/-])(?<day>0?[1-9]|[12]\d|3[01])[/.-](?<month>0?[1-9]|1[0-2])[/.-](?<year>[12]\d{3})(?![\d/-])`,
      dated,
    ),
    rule(String.raw`(?<![\d.,/-])(?<month>0?[1-9]|1[0-2])[/-](?<year>[12]\d{3})(?![\d/-])`, dated),
    rule(
      String.raw`(?<![\d.,/-])(?<day>0?[1-9]|[12]\d|3[01])\/(?<month>0?[1-9]|1[0-2])(?![\d/]|[.,]\d)`,
      dated,
    ),
    rule(String.raw`(?<![\d.,/-])24\/(?:24|7)(?![\d/])`, (match) =>
      wholeMatch(match, figures(reading('number', 24))),
    ),
    rule(
      String.raw`(?<name>${MONTH_NAME})(?:\s{0,2}(?:ปี\s?)?(?<mark>${ERA_MARK})?\s{0,2}(?<year>[12]\d{3})(?![\d]|[.,]\d)|\s?(?<short>[3-9]\d)(?![\d:%]|[.,]\d))?`,
      dated,
    ),
    rule(
      String.raw`(?:(?<mark>${ERA_MARK})|ปี(?:การศึกษา|งบประมาณ)?|ศักราช)(?:\s?(?<late>${ERA_MARK}))?\s{0,2}(?<year>[12]\d{3})(?:\s?(?:[-–—]|ถึง)\s?(?<until>[12]\d{3}|\d{2}))?(?!\d|[.,]\d)`,
      dated,
    ),
    rule(String.raw`(?:ทศวรรษ|ยุค|ช่วงปี)(?:\s?ที่)?\s?(?<decade>\d0|19\d0)(?!\d)`, (match) =>
      quantitiesOf(match, {
        decade: (written) =>
          figures(reading('number', Number(written)), reading('year', 1900 + (Number(written) % 100))),
      }),
    ),
    rule(String.raw`พุทธศตวรรษ(?:ที่)?\s?(?<century>\d{1,2})`, (match) =>
      quantitiesOf(match, {
        // A Buddhist century began 543 years before ours of the same number.
        century: (written) => figures(...[0, 5, 6].map((less) => reading('number', Number(written) - less))),
      }),
    ),
    rule(String.raw`เดือน\s?(?:(?<month>1[0-2]|[1-9])(?![\d.,])|(?<lunar>อ้าย|ยี่))`, (match) =>
      quantitiesOf(match, {
        month: (written) => figures(reading('month', Number(written)), reading('number', Number(written))),
        lunar: (written) => words(reading('month', written === 'อ้าย' ? 1 : 2)),
      }),
    ),
    rule(String.raw`วันเพ็ญ`, (match) => wholeMatch(match, words(reading('number', 15)))),
    rule(String.raw`วัน(?<name>${WEEKDAYS.join('|')})`, (match) =>
      quantitiesOf(match, { name: (name) => words(reading('weekday', WEEKDAYS.indexOf(name) + 1)) }),
    ),
    ...clockRules(),
    telephone,
    rule(String.raw`ร้อยละ\s?(?:(?<figure>${NUMERAL})|(?<words>(?:${NUMBER_WORDS}|จุด){1,12}))`, (match) =>
      quantitiesOf(match, { figure: (written) => percent(readNumeral(written, ',')), words: wordsPercent }),
    ),
    rule(String.raw`${ALONE}${NUMERAL}${SCALES}(?:\s(?:กับ\s?)?${NUMERAL}${SCALES})+`, compound),
    rule(
      String.raw`${ALONE}(?<figure>${NUMERAL})(?<scale>${SCALES})?(?:(?=(?<later>\s?(?:ปี|เดือน|สัปดาห์|วัน|ชั่วโมง|ชม\.|เท่า|เมตร|ตัน|ล้าน)ครึ่ง))|)(?<percent>\s?(?:%|เปอร์เซ็น(?:ต์)?))?`,
      plain,
    ),
    rule(String.raw`ครึ่ง(?<scale>(?:${SCALE_WORDS})+)?`, half),
    // Not เดียวกัน (the same), ควบคู่ (together with) or คู่มือ (handbook).
    rule(String.raw`แรก|เดียว(?!กัน)`, (match) => wholeMatch(match, words(reading('number', 1)))),
    rule(String.raw`(?<!ควบ)คู่(?!มือ|แข่ง)|เท่าตัว`, (match) => wholeMatch(match, words(reading('number', 2)))),
    rule(String.raw`(?<!${INDEFINITE})(?:${NUMBER_WORDS})+`, numberWords),
  ],
}

/** ก.ค. 67 is July 2567. The era shows, so that nobody offers to change it. */
const shortYear = (written: string) => ({
  ...figures(reading('year', 1957 + Number(written)), reading('number', Number(written))),
  era: 'buddhist' as const,
  eraMarked: true,
})

function dated(match: RegExpExecArray): readonly Quantity[] {
  const mark = match.groups!['mark'] ?? match.groups!['late'] ?? ''
  const year = (written: string) => {
    const value = Number(written)
    const era =
      /^(?:พ|พุทธ)/.test(mark) || (mark === '' && value >= 2400 && value < 2700) ? 'buddhist' : 'christian'
    return {
      ...figures(reading('year', era === 'buddhist' ? value - 543 : value), reading('number', value)),
      era,
      eraMarked: mark !== '',
    } as const
  }
  return quantitiesOf(match, {
    day: number,
    month: (written) => figures(reading('month', Number(written)), reading('number', Number(written))),
    name: (name) => words(reading('month', MONTH_NUMBERS.get(name as never)!)),
    year,
    short: shortYear,
    // The end of a span of years may be shortened: 2566-67.
    until: (written) => {
      const whole = year(written.padStart(4, match.groups!['year']))
      return { ...whole, readings: [...whole.readings, reading('number', Number(written))] }
    },
  })
}

/** Official time (13.30 น.) and the six-hour clock of daily speech, whose hours start again at one, seven, thirteen and nineteen. */
function clockRules(): readonly QuantityRule[] {
  const clock = (pattern: string, hours: (spoken: number) => readonly number[]) =>
    rule(pattern, (match) => {
      const written = match.groups!['count']
      const spoken =
        written === undefined
          ? 1
          : /\d/.test(written)
            ? Number(written)
            : (readNumberWords(written)[0]?.values[0] ?? NaN)
      if (!(spoken <= 24)) return null
      const readings = [...hours(spoken).map((hour) => reading('hour', hour % 24)), reading('number', spoken)]
      const span = { start: match.index, end: match.index + match[0].length }
      return [{ readings, written: /\d/.test(written ?? '') ? 'figures' : 'words', span }]
    })
  const hour = (written: string) =>
    figures(reading('hour', Number(written) % 24), reading('number', Number(written)))
  const official = (match: RegExpExecArray) =>
    quantitiesOf(match, { hour, minute, hour2: hour, minute2: minute })
  return [
    rule(
      String.raw`(?<![\d.,:])(?<hour>[01]?\d|2[0-4])[.:](?<minute>[0-5]\d)\s?(?:[-–—]|ถึง)\s?(?<hour2>[01]?\d|2[0-4])[.:](?<minute2>[0-5]\d)\s?(?:น\.|นาฬิกา)`,
      official,
    ),
    rule(
      String.raw`(?<![\d.,:])(?<hour>[01]?\d|2[0-4])(?:[.:](?<minute>[0-5]\d))?\s?(?:น\.|นาฬิกา)`,
      official,
    ),
    rule(String.raw`(?<![\d.,:])(?<hour>[01]?\d|2[0-4]):(?<minute>[0-5]\d)(?![\d:])`, official),
    rule(String.raw`เวลา\s?(?<hour>[01]?\d|2[0-4])\.(?<minute>[0-5]\d)(?!\d)`, official),
    clock(String.raw`ตี\s?(?<count>[1-5](?![\d.,])|หนึ่ง|สอง|สาม|สี่|ห้า)`, (n) => [n]),
    clock(String.raw`(?<count>${COUNT})\s?ทุ่ม(?!เท)`, (n) => [n + 18]),
    clock(String.raw`บ่าย\s?(?<count>${COUNT})?\s?โมง`, (n) => [n + 12]),
    clock(String.raw`(?<count>${COUNT})?\s?โมงเช้า`, (n) => (n === 1 ? [7] : [n, n + 6])),
    clock(String.raw`(?<count>${COUNT})\s?โมงเย็น`, (n) => [n + 12]),
    clock(String.raw`(?<count>${COUNT})\s?โมง`, (n) => [n, n + 12]),
    rule('เที่ยงคืน', (match) => wholeMatch(match, words(reading('hour', 0)))),
    rule('เที่ยง(?:วัน)?', (match) => wholeMatch(match, words(reading('hour', 12)))),
  ]
}

const percent = (values: readonly number[] | null) =>
  values &&
  figures(
    ...values.map((value) => reading('percent', value)),
    ...values.map((value) => reading('number', value)),
  )

function wordsPercent(written: string): Omit<Quantity, 'span'> | null {
  const value = readNumberWords(written)[0]?.values[0]
  return value === undefined ? null : words(reading('percent', value), reading('number', value))
}

function compound(match: RegExpExecArray): readonly Quantity[] | null {
  const total = readScaledSum(match[0], ',', scaleValue)
  return total === null ? null : wholeMatch(match, figures(reading('number', total)))
}

function plain(match: RegExpExecArray): readonly Quantity[] {
  const { figure, scale, later, percent: sign } = match.groups!
  const values = readNumeral(figure!, ',')
  if (values === null) return figuresApart(match)
  const scaled = values.map((value) => value * scaleValue(scale ?? ''))
  const year = /^[12]\d{3}$/.test(figure!) && !scale && !sign ? Number(figure) : null
  return wholeMatch(
    match,
    figures(
      ...(sign ? scaled.map((value) => reading('percent', value)) : []),
      ...(later === undefined ? [] : scaled.map((value) => reading('number', value + 0.5))),
      ...scaled.map((value) => reading('number', value)),
      ...(year === null ? [] : [reading('year', year >= 2400 && year < 2700 ? year - 543 : year)]),
    ),
  )
}

/** ครึ่ง is a half, 50 %, or half past. */
function half(match: RegExpExecArray): readonly Quantity[] {
  const scale = match.groups!['scale']
  const values = scale ? [scaleValue(scale) / 2] : [0.5, 50, 30]
  return wholeMatch(match, words(...values.map((value) => reading('number', value))))
}

function numberWords(match: RegExpExecArray): readonly Quantity[] {
  return readNumberWords(match[0]).map(({ span, values }) => ({
    ...words(...values.map((value) => reading('number', value))),
    span: { start: match.index + span.start, end: match.index + span.end },
  }))
}
