import { NUMERAL, readScaledSum, readNumeral, readRoman } from '../../text/numerals.ts'
import {
  figures,
  figuresApart,
  quantitiesOf,
  reading,
  telephone,
  wholeMatch,
  words,
  type Era,
  type Quantity,
  type QuantityGrammar,
  type QuantityRule,
} from '../../text/numbers.ts'
import { vietnameseContext } from './quantity-words.ts'
import { NOT_A_NUMBER, NUMBER_WORDS, SCALE_WORDS, readNumberWords, scaleValue } from './number-words.ts'

const MONTHS: Readonly<Record<string, number>> = {
  một: 1, giêng: 1, hai: 2, ba: 3, tư: 4, năm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9, mười: 10, 'mười một': 11,
  'mười hai': 12, chạp: 12,
} // prettier-ignore
const WEEKDAYS: Readonly<Record<string, number>> = { hai: 2, ba: 3, tư: 4, năm: 5, sáu: 6, bảy: 7 }

const START = String.raw`(?<![\p{L}\p{N}])`
const END = String.raw`(?!\p{L})`
// A numeral is never tried from its middle, which would make a long one quadratic.
const ALONE = String.raw`(?<!\d|\d[.,])`
const DAY = String.raw`(?<day>0?[1-9]|[12]\d|3[01])`
const MONTH = String.raw`(?<month>0?[1-9]|1[0-2])`
const YEAR = String.raw`(?<year>[12]\d{3})`
const SCALE = String.raw`\s?(?:${SCALE_WORDS})${END}`

const rule = (pattern: string, read: QuantityRule['read'], flags = 'giu'): QuantityRule => ({
  pattern: new RegExp(pattern, `${flags}d`),
  read,
})

const day = (written: string) => figures(reading('number', Number(written)))
const month = (written: string) =>
  figures(reading('month', Number(written)), reading('number', Number(written)))
const year = (written: string) => {
  const value = Number(written)
  // A Buddhist year is rare in Vietnamese, but a temple's article has one.
  const era: Era = value >= 2400 && value < 2700 ? 'buddhist' : 'christian'
  return {
    ...figures(reading('year', era === 'buddhist' ? value - 543 : value), reading('number', value)),
    era,
  }
}
const monthName = (name: string) => {
  const value = MONTHS[name.toLowerCase().replace(/\s/, ' ')]!
  return words(reading('month', value), reading('number', value))
}
const maybe = (written: string) =>
  figures(reading('number', Number(written)), reading('month', Number(written)))
/** The end of a span of years may be shortened: 2023-24. */
const endOfSpan = (written: string, from: string) => {
  const whole = year(written.padStart(4, from))
  return { ...whole, readings: [...whole.readings, reading('number', Number(written))] }
}
const dated = (match: RegExpExecArray) =>
  quantitiesOf(match, {
    day,
    month,
    maybe,
    year,
    until: (written) => endOfSpan(written, match.groups!['year']!),
  })

/**
 * Vietnamese: 1.500 and 2,5; nghìn, triệu, tỷ; ngày 2 tháng 9 năm 1945; 13h30, 1 giờ chiều; thứ 2; thập niên 90; hai mươi mốt;
 * thế kỷ XXI.
 */
export const vietnameseQuantities: QuantityGrammar = {
  context: vietnameseContext,
  rules: [
    rule(String.raw`(?:https?:\/\/|www\.)\S+`, () => []),
    rule(String.raw`(?<![\d.,/-])${DAY}[/.-]${MONTH}[/.-]${YEAR}(?![\d/-])`, dated),
    rule(String.raw`(?<![\d.,/-])${MONTH}[/-]${YEAR}(?![\d/-])`, dated),
    rule(String.raw`(?<![\d.,/-])24\/(?:24|7)(?![\d/])`, (match) =>
      wholeMatch(match, figures(reading('number', 24))),
    ),
    rule(String.raw`(?<![\d.,/-])${DAY}\/${MONTH}(?![\d/]|[.,]\d)`, dated),
    rule(String.raw`${START}(?:ngày|sáng|trưa|chiều|tối|đêm|hôm)\s${DAY}[.-]${MONTH}(?![\d/]|[.,]\d)`, dated),
    rule(String.raw`(?<![\d.,/-])${DAY}-(?<maybe>0?[1-9]|1[0-2])(?![\d/-]|[.,]\d|\s?%)`, dated),
    rule(String.raw`${START}tháng\s${MONTH}(?!\d)`, dated),
    rule(
      String.raw`${START}tháng\s(?<name>mười\s(?:một|hai)|${Object.keys(MONTHS).join('|')})${END}`,
      (match) =>
        quantitiesOf(match, {
          name: monthName,
        }),
    ),
    rule(
      String.raw`${START}thứ\s(?:(?<figure>[2-7])(?![\d.,]\d|\d)|(?<name>hai|ba|tư|năm|sáu|bảy)${END}(?!\s(?:mươi|trăm|nghìn|ngàn)))|chủ\snhật${END}`,
      weekdays,
    ),
    rule(
      String.raw`${START}(?:năm|giai đoạn|nhiệm kỳ|niên khóa)\s${YEAR}(?:\s?[-–—]\s?(?<until>[12]\d{3}|\d{2}))?(?!\d)`,
      dated,
    ),
    rule(String.raw`${START}(?:thập niên|thập kỷ|thập kỉ|những năm)\s(?<decade>\d0)(?!\d)`, (match) =>
      quantitiesOf(match, {
        decade: (written) =>
          figures(reading('number', Number(written)), reading('year', 1900 + Number(written))),
      }),
    ),
    rule(
      String.raw`(?<![\p{L}\d.,:])(?<hour>[01]?\d|2[0-4])(?:(?:\.(?<dotted>[0-5]\d))?\s?(?:giờ|h|g(?=\d))(?:\ském\s(?<before>[0-5]?\d)|\s(?<half>rưỡi)|\s?(?<minute>[0-5]\d))?${END}|:(?<minutes>[0-5]\d)(?![\d:]))(?:(?:\s?phút)?\s(?<part>sáng|trưa|chiều|tối|đêm|khuya)${END})?`,
      clockTime,
    ),
    rule(String.raw`${START}(?:ngày\s)?rằm${END}`, (match) =>
      wholeMatch(match, words(reading('number', 15))),
    ),
    // 1m70 is a person's height.
    rule(String.raw`${ALONE}(?<metres>\d{1,2})\s?(?:m|mét)\s?(?<hundredths>\d{2})(?!\d)`, (match) => {
      const { metres, hundredths } = match.groups!
      return wholeMatch(match, figures(reading('number', Number(`${metres}.${hundredths}`))))
    }),
    telephone,
    rule(String.raw`${START}nửa đêm${END}`, (match) => wholeMatch(match, words(reading('hour', 0)))),
    rule(String.raw`${ALONE}${NUMERAL}(?:${SCALE})+(?:\s${NUMERAL}(?:${SCALE})+)+`, compound),
    rule(
      String.raw`${ALONE}(?<figure>${NUMERAL})(?<scale>(?:${SCALE})*)(?<half>\srưỡi${END})?(?:(?=(?<later>\s(?:năm|tháng|tuần|ngày|giờ|tiếng|lần|mét|tấn|điểm)\srưỡi${END}))|)(?<percent>\s?(?:%|phần trăm${END}))?`,
      number,
    ),
    rule(String.raw`${START}[IVXLC]{1,8}(?![\p{L}\p{N}])`, roman, 'gu'),
    rule(String.raw`${START}(?:đầu tiên|duy nhất|nhất|đầu)${END}`, (match) =>
      wholeMatch(match, words(reading('number', 1))),
    ),
    rule(String.raw`${START}đôi${END}`, (match) => wholeMatch(match, words(reading('number', 2)))),
    rule(String.raw`${START}${NOT_A_NUMBER}(?:${NUMBER_WORDS})(?:\s(?:${NUMBER_WORDS}))*${END}`, numberWords),
  ],
}

/** `thứ hai` is Monday or the second, and is told apart only by its surroundings: it keeps both meanings. */
function weekdays(match: RegExpExecArray): readonly Quantity[] {
  if (/^ch/i.test(match[0])) return wholeMatch(match, words(reading('weekday', 7)))
  const readings = (value: number) => [reading('weekday', value - 1), reading('number', value)]
  return quantitiesOf(match, {
    figure: (written) => figures(...readings(Number(written))),
    name: (name) => words(...readings(WEEKDAYS[name.toLowerCase()]!)),
  })
}

/** `2 giờ` may also be a length of time, and without a part of the day it may be before or after noon. */
function clockTime(match: RegExpExecArray): readonly Quantity[] {
  const { part, minutes, before } = match.groups!
  const hour = (written: string) => {
    // `10 giờ kém 15` is a quarter to ten.
    const value = Number(written) - (before ? 1 : 0)
    const hours = part
      ? [hourOfPart(value, part.toLowerCase())]
      : minutes || value > 12
        ? [value % 24]
        : [value, (value + 12) % 24]
    return figures(...hours.map((each) => reading('hour', each)), reading('number', Number(written)))
  }
  const minute = (written: string) =>
    Number(written) === 0 ? null : figures(reading('number', Number(written)))
  const to = (written: string) =>
    figures(reading('number', 60 - Number(written)), reading('number', Number(written)))
  const half = () => words(reading('number', 30), reading('number', 0.5))
  return quantitiesOf(match, { hour, dotted: minute, minute, minutes: minute, before: to, half })
}

function hourOfPart(hour: number, part: string): number {
  const small = hour < 12
  if (part === 'chiều' || part === 'tối') return small ? hour + 12 : hour % 24
  if (part === 'trưa') return hour < 4 ? hour + 12 : hour
  if (part === 'đêm' || part === 'khuya') return hour >= 6 && small ? hour + 12 : hour % 12
  return hour % 24
}

function compound(match: RegExpExecArray): readonly Quantity[] | null {
  const total = readScaledSum(match[0], '.', scaleOf)
  return total === null ? null : wholeMatch(match, figures(reading('number', total)))
}

function number(match: RegExpExecArray): readonly Quantity[] {
  const { figure, scale, half, later, percent } = match.groups!
  const values = readNumeral(figure!, '.')
  if (values === null) return figuresApart(match)
  const factor = scaleOf(scale ?? '')
  const scaled = values.map((value) => value * factor + (half ? factor / 2 : 0))
  // A figure that could be a year, and nothing that says otherwise after it.
  const mayBeYear = /^[12]\d{3}$/.test(figure!) && factor === 1 && !percent
  const readings = [
    ...(percent ? scaled.map((value) => reading('percent', value)) : []),
    ...(later === undefined ? [] : scaled.map((value) => reading('number', value + 0.5))),
    ...scaled.map((value) => reading('number', value)),
    // Half past three, said without the word for it.
    ...(half && factor === 1
      ? [reading('hour', Number(figure) % 24), reading('hour', (Number(figure) + 12) % 24)]
      : []),
    ...(mayBeYear ? [reading('year', Number(figure))] : []),
  ]
  return wholeMatch(match, figures(...readings))
}

function roman(match: RegExpExecArray): readonly Quantity[] | null {
  const value = readRoman(match[0])
  return value === null ? null : wholeMatch(match, words(reading('number', value)))
}

function numberWords(match: RegExpExecArray): readonly Quantity[] {
  return readNumberWords(match[0]).map(({ span, values }) => ({
    ...words(...[...values, ...(values[0] === 0.5 ? [50] : [])].map((value) => reading('number', value))),
    span: { start: match.index + span.start, end: match.index + span.end },
  }))
}

const scaleOf = (scales: string): number =>
  (scales.match(/\p{L}+/gu) ?? []).reduce((factor, word) => factor * scaleValue(word), 1)
