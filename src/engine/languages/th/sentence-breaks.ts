/**
 * Log odds (nats) that a sentence ends at the space between two runs of Thai text: a small logistic regression. Spaces also stand after
 * clauses, in lists and around names and numbers; about one in six ends a sentence. Weights learnt from open Thai translations
 * (NTREX-128 development part, XCOPA, Microsoft course texts), then cut down to words that mean the same in any subject.
 */
export function thaiSentenceBreak(before: string, after: string): number {
  const shape = SHAPES.reduce(
    (sum, [pattern, side, weight]) => (pattern.test(side === 'before' ? before : after) ? sum + weight : sum),
    0,
  )
  return (
    BIAS +
    shape +
    0.9 * (Math.log(before.length + 1) - MEAN_LENGTH) +
    0.4 * (Math.log(after.length + 1) - MEAN_LENGTH) +
    (longestCue(after.length, (n) => OPENINGS.get(after.slice(0, n))) ?? 0) +
    (longestCue(before.length, (n) => ENDINGS.get(before.slice(-n))) ?? 0)
  )
}

const BIAS = -0.9
/** Logarithm of the length of a typical run between spaces. */
const MEAN_LENGTH = 2.7

const SHAPES: readonly (readonly [pattern: RegExp, side: 'before' | 'after', weight: number])[] = [
  [/^\p{Script=Latin}/u, 'after', -1.2],
  [/^\d/, 'after', -0.8],
  [/^[([]/, 'after', -1],
  [/[.!?…]$/, 'before', 0.6],
  [/[)\]]$/, 'before', 1.3],
  [/\d$/, 'before', -0.4],
  [/[,:;]$/, 'before', -1.6],
  [/^[-–—]+$/, 'before', -3.7],
]

/** How a run begins that opens a sentence (above 0) or carries one on (below 0). The longest cue counts. */
const OPENINGS = cues({
  '3': 'อย่างไรก็ตาม อย่างไรก็ดี หมายเหตุ',
  '2': 'เขา ขอ ทั้งนี้ นอกจากนี้ ขณะเดียวกัน ต่อมา ล่าสุด ก่อนหน้านี้ ดังนั้น ถึงกระนั้น แม้เป็นเช่นนั้น ปัจจุบัน ตัวอย่าง',
  '1': 'การ ความ ฉัน มัน ข้อ จากนั้น',
  '-0.5': 'ใน เรา ไม่มี',
  '-1': 'คือ แล้ว แม้ บน สำหรับ เพื่อให้',
  '-1.5': 'แต่ เขากล่าว ให้ เนื่องจาก ซึ่งเป็น และเป็น กับ ด้วย พร้อม เป็น ของคุณ',
  '-2': 'เพื่อ โดย กำลัง ทำให้ จะ ถูก ก็ ยัง อีก โดยมี ที่มี แสดงให้ และความ แทนที่จะ แบบ',
  '-2.5': 'ที่ ได้ หรือ',
  '-3': 'ของ และ ซึ่ง กล่าว กล่าวว่า และมี เช่น สำหรับการ และการ ๆ',
  '-4': 'รวมถึง',
})

/** How a run ends that closes a sentence (above 0) or needs what follows (below 0). */
const ENDINGS = cues({
  '2.5': 'เขากล่าว เธอกล่าว อย่างไร',
  '2': 'กล่าว รายงาน',
  '1': 'ได้ ไป คน ก่อน จริง ทั้งหมด กัน ลง สำคัญ',
  '-1': 'ด้วย ถึง ปี ที่แล้ว',
  '-1.5': 'เป็น กว่า บน',
  '-2': 'จาก และ อย่างไรก็ตาม ที่',
  '-3': 'ใน ในปี ของ คือ กับ สำหรับ เช่น กล่าวว่า',
  '-4': 'ว่า',
})

function cues(byWeight: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(byWeight).flatMap(([weight, words]) =>
      words.split(' ').map((word) => [word, Number(weight)] as const),
    ),
  )
}

const LONGEST_CUE = 15

function longestCue(length: number, weightOf: (length: number) => number | undefined): number | undefined {
  for (let n = Math.min(LONGEST_CUE, length); n > 0; n--) {
    const weight = weightOf(n)
    if (weight !== undefined) return weight
  }
  return undefined
}
