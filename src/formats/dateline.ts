import type { Span } from '../engine/text/span.ts'
import { hasThai, width, wordCount } from './page-line.ts'

/** A line that says when, and often who: `Nguyễn An - 13/06/2025`, or with the name written twice as some sites do. */
export interface Dateline {
  /** ISO 8601 calendar date. */
  readonly date: string
  /** Where the name stands in the line. */
  readonly byline: Span | null
  /** Where the name stands again. */
  readonly repeated: Span | null
}

/** Reads a line that holds a full date and at most a name beside it; null for anything that says more. */
export function readDateline(text: string): Dateline | null {
  if (text.length > 160) return null
  const date = findDate(text)
  if (!date) return null
  const rest = blankOut(text, date)
    .replace(clockWords, blanks)
    .replace(/[|•·–—\-,:;/()[\].@]+/gu, (marks, offset: number, all: string) =>
      isInsideName(all, offset, marks.length) ? marks : blanks(marks),
    )
  const start = rest.search(/\S/)
  if (start === -1) return { date: date.iso, byline: null, repeated: null }
  const end = rest.trimEnd().length
  const name = text.slice(start, end)
  // "Hà Nội, ngày 13/6/2025" names a place.
  if (/^\s*,\s*(ngày|วันที่)/i.test(text.slice(end))) return { date: date.iso, byline: null, repeated: null }
  const half = halfOfDoubled(name)
  if (half !== null)
    return {
      date: date.iso,
      byline: { start, end: start + half.length },
      repeated: { start: end - half.length, end },
    }
  return isName(name) ? { date: date.iso, byline: { start, end }, repeated: null } : null
}

/** Short enough for a person, a desk or a newspaper, and no sentence. */
export function isName(text: string): boolean {
  if (/\d|[?!:;"“”]|\.$/.test(text) || width(text) > 45) return false
  if (hasThai(text)) return width(text) <= 30 && wordCount(text) <= 4
  const words = text.split(/\s+/)
  const capitals = words.filter((word) => /^[\p{Lu}(]/u.test(word)).length
  return words.length <= 8 && capitals * 2 >= words.length
}

/** "Báo ABCBáo ABC" and "Báo ABC Báo ABC" give "Báo ABC". */
function halfOfDoubled(text: string): string | null {
  const half = text.slice(0, Math.floor(text.length / 2)).trimEnd()
  return half.length >= 2 && text.endsWith(half) ? half : null
}

/** The first calendar date that a text holds, in the ways that Vietnamese, Thai and English pages write one. */
export function findDate(text: string): (Span & { readonly iso: string }) | null {
  const digits = text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
  for (const pattern of datePatterns) {
    const match = pattern.exec(digits)
    const { day, month, year } = match?.groups ?? {}
    if (!match || !day || !month || !year) continue
    const iso = isoDate(yearOf(year, month), monthOf(month), Number(day))
    if (iso) return { start: match.index, end: match.index + match[0].length, iso }
  }
  return null
}

const thaiMonths = [
  'ม.ค.|มกราคม',
  'ก.พ.|กุมภาพันธ์',
  'มี.ค.|มีนาคม',
  'เม.ย.|เมษายน',
  'พ.ค.|พฤษภาคม',
  'มิ.ย.|มิถุนายน',
].concat(['ก.ค.|กรกฎาคม', 'ส.ค.|สิงหาคม', 'ก.ย.|กันยายน', 'ต.ค.|ตุลาคม', 'พ.ย.|พฤศจิกายน', 'ธ.ค.|ธันวาคม'])
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const thaiMonth = thaiMonths.join('|').replaceAll('.', '\\.?')
const englishMonth = `(?:${englishMonths.join('|')})[a-z]*\\.?`

const datePatterns = [
  /(?<!\d)(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)/,
  /(?<!\d)(?<day>\d{1,2}) ?[/.-] ?(?<month>\d{1,2}) ?[/.-] ?(?<year>\d{4})(?!\d)/,
  /(?<!\d)(?<day>\d{1,2}) tháng (?<month>\d{1,2})(?: năm |, ?|\/| )(?<year>\d{4})(?!\d)/i,
  new RegExp(
    `(?<!\\d)(?<day>\\d{1,2}) ?(?<month>${thaiMonth}) ?(?:พ\\.ศ\\.|ค\\.ศ\\.)? ?(?<year>\\d{4}|\\d{2})(?!\\d)`,
  ),
  new RegExp(`(?<!\\d)(?<day>\\d{1,2}) (?<month>${englishMonth}),? (?<year>\\d{4})(?!\\d)`, 'i'),
  new RegExp(`\\b(?<month>${englishMonth}) (?<day>\\d{1,2}),? (?<year>\\d{4})(?!\\d)`, 'i'),
]

function monthOf(month: string): number {
  if (/^\d/.test(month)) return Number(month)
  const bare = (name: string) => name.replaceAll('.', '')
  const thai = thaiMonths.findIndex((names) => names.split('|').some((name) => bare(name) === bare(month)))
  return (thai === -1 ? englishMonths.indexOf(month.slice(0, 3).toLowerCase()) : thai) + 1
}

/** Thai pages count from the Buddha's passing, 543 years earlier, and shorten 2568 to 68. */
function yearOf(year: string, month: string): number {
  const number = Number(year)
  if (year.length === 2) return hasThai(month) ? number + 2500 - 543 : number + 2000
  return number >= 2400 ? number - 543 : number
}

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 && year <= 2100
  return isReal ? date.toISOString().slice(0, 10) : null
}

/** What stands around a date: days of the week, hours, time zones, "updated on". */
const clockWords = new RegExp(
  [
    '(?:thứ )(?:hai|ba|tư|năm|sáu|bảy|\\d)|chủ nhật|วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ|ศุกร์|เสาร์|อาทิตย์)(?:ที่)?',
    '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)',
    '\\(?(?:gmt|utc) ?[+-]? ?\\d{0,2}(?::\\d{2})?\\)?',
    '\\d{1,2} ?[:.hg] ?\\d{2}(?: ?[:.] ?\\d{2})?(?: ?[ap]\\.?m\\.?| ?น\\.| ?น(?![\\u0e01-\\u0e4e])| ?phút)?|\\d{1,2} giờ(?: \\d{1,2}(?: phút)?)?|[ap]m(?!\\p{L})',
    'cập nhật(?: lúc| lần cuối)?|ngày đăng|đăng (?:ngày|lúc)|xuất bản|ngày|lúc',
    'เผยแพร่(?:เมื่อ)?|อัปเดต(?:ล่าสุด|เมื่อ)?|อัพเดท(?:ล่าสุด)?|ปรับปรุง(?:ล่าสุด)?|วันที่|เวลา|เมื่อ|โพสต์(?:เมื่อ)?',
    '(?:published|updated|posted|last updated)(?: on| at)?',
  ].join('|'),
  'giu',
)

const blanks = (matched: string): string => ' '.repeat(matched.length)

const blankOut = (text: string, { start, end }: Span): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)

/** A hyphen or full stop between two letters ("Kinh tế-Xã hội") belongs to the name. */
const isInsideName = (text: string, offset: number, length: number): boolean =>
  /\p{L}/u.test(text[offset - 1] ?? '') && /\p{L}/u.test(text[offset + length] ?? '')
