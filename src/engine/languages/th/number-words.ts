import type { Span } from '../../text/span.ts'

const DIGITS: Readonly<Record<string, number>> = {
  ศูนย์: 0, หนึ่ง: 1, เอ็ด: 1, สอง: 2, ยี่: 2, สาม: 3, สี่: 4, ห้า: 5, หก: 6, เจ็ด: 7, แปด: 8, เก้า: 9,
} // prettier-ignore
const SCALES: Readonly<Record<string, number>> = { สิบ: 10, ร้อย: 1e2, พัน: 1e3, หมื่น: 1e4, แสน: 1e5, ล้าน: 1e6 }

/**
 * Thai has no spaces, so the words are guarded against the longer words that begin with them: ร้อยละ (percent), ร้อยโท and
 * พันโท (ranks), พันธมิตร and พันธุ์, ล้านนา (but not ล้านนาที, million minutes), แสนสาหัส.
 */
const HUNDRED = String.raw`ร้อย(?!ละ|โท|เอก|ตรี|แก้ว|เรียง)`
const THOUSAND = String.raw`พัน(?!ธ|โท|เอก|ตรี|จ่า|ตำรวจ|ทิวา)`
const MILLION = String.raw`ล้าน(?!นา(?!ที)|ช้าง)`

/** Words that scale a figure (`2.8 พันล้าน`); source text for a pattern. */
export const SCALE_WORDS = String.raw`${HUNDRED}|${THOUSAND}|หมื่น|แสน(?!สาหัส)|${MILLION}`

/** ศูนย์กลาง (centre), สามารถ (able), สามี (husband), ห้าม (forbid), ห้าง (store), เก้าอี้ (chair) and their like are no numbers. */
const DIGIT_WORDS = String.raw`ศูนย์(?!กลาง|การ|วิจัย|รวม|สุข|ข้อมูล|อำนวย|บริการ)|หนึ่ง|เอ็ด|สอง|ยี่|สาม(?!าร|ี|ัญ|ัคค)|สี่|ห้า(?![มง](?![ะาิีึืุูัำ็่้๊๋]))|หก(?!ล้ม)|เจ็ด|แปด(?!เปื้อน)|เก้า(?!อี้)`

/** What stands before a scale that counts nothing: หลายร้อย, นับพัน, หลักล้าน, เรือนแสน. Source text for a pattern. */
export const INDEFINITE = 'หลาย|นับ|หลัก|เรือน|ไม่กี่|กี่'

/** Every word that a number is made of; source text for a pattern. */
export const NUMBER_WORDS = String.raw`${DIGIT_WORDS}|สิบ|${SCALE_WORDS}`

/** The product of the scales written one after another: พันล้าน is 10⁹. */
export const scaleValue = (scales: string): number =>
  (scales.match(/สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน/g) ?? []).reduce((factor, word) => factor * SCALES[word]!, 1)

/** A number in words, with its place in them; two values where a lone unit after a scale may be a tenth of it (สองพันห้า). */
export interface NumberInWords {
  readonly span: Span
  readonly values: readonly number[]
}

/** The numbers in a run of number words, with their places in it: ยี่สิบเอ็ด is 21, สองสาม is 2 and 3, a lone ร้อย 100. */
export function readNumberWords(run: string): readonly NumberInWords[] {
  const found: NumberInWords[] = []
  let start = 0
  let end = 0
  let millions = 0
  let section = 0
  let unit: number | null = null
  let scale = Infinity
  let started = false
  const finish = () => {
    if (started) {
      const tenth =
        unit !== null && scale >= 1000 && scale < Infinity ? [millions + section + (unit * scale) / 10] : []
      found.push({ span: { start, end }, values: [...tenth, millions + section + (unit ?? 0)] })
    }
    millions = section = 0
    unit = null
    scale = Infinity
    started = false
  }
  for (const match of run.matchAll(WORD)) {
    const word = match[0]
    const digit = DIGITS[word]
    const factor = SCALES[word] ?? 1
    if (digit !== undefined) {
      if (unit !== null) finish()
      unit = digit
    } else if (word === 'ล้าน') {
      millions = started ? (millions + section + (unit ?? 0)) * factor : factor
      section = 0
      unit = null
      scale = Infinity
    } else {
      if (factor >= scale) finish()
      section += (unit ?? 1) * factor
      unit = null
      scale = factor
    }
    if (!started) start = match.index
    started = true
    end = match.index + word.length
  }
  finish()
  return found
}

const WORD = new RegExp([...Object.keys(DIGITS), ...Object.keys(SCALES)].join('|'), 'g')
