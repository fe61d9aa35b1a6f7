import type { Span } from '../../text/span.ts'

const UNITS: Readonly<Record<string, number>> = {
  không: 0, một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9,
} // prettier-ignore
const SCALES: Readonly<Record<string, number>> = {
  trăm: 1e2, nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6, tỷ: 1e9, tỉ: 1e9,
} // prettier-ignore
const TENS = ['mươi', 'chục']

/** Words that scale a figure (`2,8 tỷ`, `500 nghìn`); source text for a pattern. */
export const SCALE_WORDS = 'trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ'

/**
 * What must not stand where a number's words begin, figures being read already (U+0000): `năm` that is a year (5 năm, mỗi năm, năm nay), and a lone scale after a word for an
 * indefinite number (hàng trăm, vài nghìn). Source text for a pattern.
 */
export const NOT_A_NUMBER = String.raw`(?!(?<=(?:\0|tuổi|mỗi|hàng|hằng|cuối|đầu|giữa|trong|cả|mấy|nhiều|vài|từng)\s)năm(?!\p{L})|năm\s(?:nay|ngoái|sau|trước|qua|tới|đó|này)(?!\p{L})|(?<=(?:hàng|hằng|vài|mấy|nhiều|bao|chục)\s)(?:${SCALE_WORDS})(?!\p{L}))`

/** Every word that a number is made of; source text for a pattern. */
export const NUMBER_WORDS = [
  ...Object.keys(UNITS),
  ...Object.keys(SCALES),
  ...TENS,
  'mười',
  'linh',
  'lẻ',
  'rưỡi',
  'nửa',
].join('|')

export const scaleValue = (word: string): number => SCALES[word.toLowerCase()] ?? 1

/** A number in words, with its place in them; two values where a lone unit after a scale may be a tenth of it (một triệu hai). */
export interface NumberInWords {
  readonly span: Span
  readonly values: readonly number[]
}

/** The numbers in a run of number words, with their places in it: `hai mươi năm` is 20 (years), `hai ba` is 2 and 3. */
export function readNumberWords(run: string): readonly NumberInWords[] {
  const words = [...run.matchAll(/\S+/g)].map((match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
  }))
  const texts = words.map(({ text }) => text)
  const found: NumberInWords[] = []
  for (let i = 0; i < words.length;) {
    const number = readOne(texts, i)
    if (number === null) {
      i++
      continue
    }
    const last = words[number.next - 1]!
    found.push({
      span: { start: words[i]!.start, end: last.start + last.text.length },
      values: number.values,
    })
    i = number.next
  }
  return found
}

/**
 * Parts of falling scale add up (`hai triệu ba trăm nghìn`); scales in a row multiply (`nghìn tỷ`); a scale that begins counts once
 * (`nghìn năm văn hiến`).
 */
function readOne(words: readonly string[], from: number): { values: readonly number[]; next: number } | null {
  let total = 0
  let limit = Infinity
  let next = from
  for (;;) {
    const part =
      readBelowThousand(words, next) ??
      (next === from && SCALES[words[next]!]
        ? { value: 1, next: words[next] === 'trăm' ? next + 1 : next }
        : null)
    if (part === null) break
    if (next > from && words[next] === 'năm') break
    let scale = 1
    let after = part.next
    for (; SCALES[words[after]!] && words[after] !== 'trăm'; after++) scale *= scaleValue(words[after]!)
    if (next > from && scale >= limit) break
    if (next > from && scale === 1 && limit >= 1000 && part.value < 10)
      return { values: [total + (part.value * limit) / 10, total + part.value], next: after }
    total += part.value * scale
    next = after
    if (scale === 1) break
    limit = scale
    if (words[next] === 'rưỡi') return { values: [total + scale / 2], next: next + 1 }
  }
  return next === from ? null : { values: [total], next }
}

function readBelowThousand(words: readonly string[], from: number): { value: number; next: number } | null {
  if (words[from] === 'nửa') return { value: 0.5, next: from + 1 }
  const unit = UNITS[words[from]!]
  if (unit === undefined) return readBelowHundred(words, from)
  if (words[from + 1] !== 'trăm') return readBelowHundred(words, from)
  const hundreds = unit * 100
  if (words[from + 2] === 'rưỡi') return { value: hundreds + 50, next: from + 3 }
  if (words[from + 2] === 'linh' || words[from + 2] === 'lẻ') {
    const rest = UNITS[words[from + 3]!]
    return rest === undefined
      ? { value: hundreds, next: from + 2 }
      : { value: hundreds + rest, next: from + 4 }
  }
  // "một trăm năm" is a hundred years: a lone unit after the hundreds needs "linh" or "lẻ" before it.
  const rest =
    words[from + 2] === 'mười' || TENS.includes(words[from + 3]!) ? readBelowHundred(words, from + 2) : null
  return rest ? { value: hundreds + rest.value, next: rest.next } : { value: hundreds, next: from + 2 }
}

function readBelowHundred(words: readonly string[], from: number): { value: number; next: number } | null {
  const unit = UNITS[words[from]!]
  const ten =
    words[from] === 'mười' ? 10 : unit !== undefined && TENS.includes(words[from + 1]!) ? unit * 10 : null
  if (ten === null) return unit === undefined ? null : { value: unit, next: from + 1 }
  const next = words[from] === 'mười' ? from + 1 : from + 2
  // "năm" after the tens is "years"; five is written "lăm" there.
  const last = words[next] === 'năm' ? undefined : UNITS[words[next]!]
  return last ? { value: ten + last, next: next + 1 } : { value: ten, next }
}
