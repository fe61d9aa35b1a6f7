import { unpackWeights } from '../unmarked-breaks.ts'
import type { BreakWeights, UnmarkedBreaks } from '../unmarked-breaks.ts'
import data from './sentence-breaks.json' with { type: 'json' }

/**
 * Thai ends a sentence with a space, and writes spaces after clauses, in lists and around names and numbers as well; about one in six ends
 * a sentence. What tells them apart is how the run before ends, how the run after begins (words by their first and last letters, so that no
 * dictionary has to cut them), and how long both are.
 */
export const thaiBreaks: UnmarkedBreaks = {
  runs: (line) =>
    Array.from(line.matchAll(/\S+/g), ({ 0: run, index }) => ({ start: index, end: index + run.length })),
  cues: (before, after) => {
    const cues = [
      `b${size(before)}`,
      `a${size(after)}`,
      `${kind(before.slice(-1))}${kind(after.slice(0, 1))}`,
    ]
    if (CONNECTIVES.exec(before)?.[0] === before) cues.push('connective before')
    else for (let n = 1; n <= LONGEST_CUE && n <= before.length; n++) cues.push(`<${before.slice(-n)}`)
    if (CONNECTIVES.test(after)) cues.push('connective after')
    else for (let n = 1; n <= LONGEST_CUE && n <= after.length; n++) cues.push(`>${after.slice(0, n)}`)
    return cues
  },
  weights: () => (shipped ??= unpackWeights(data.weights)),
}

let shipped: BreakWeights | undefined

const LONGEST_CUE = 14

/** Words that join a new sentence to the one before it (คำเชื่อม of discourse), most of them too rare to be learnt one by one. */
const CONNECTIVES = new RegExp(
  `^(?:${[
    'กระนั้น|แม้กระนั้น|ถึงกระนั้น|แม้เช่นนั้น|แม้เป็นเช่นนั้น|ถึงอย่างนั้น|แม้ว่าจะเป็นเช่นนั้น|อย่างไรก็ตาม|อย่างไรก็ดี|แต่อย่างไรก็',
    'ทั้งนี้|อนึ่ง|ทว่า|ในทางกลับกัน|ในทางตรงกันข้าม|ตรงกันข้าม',
    'นอกจากนี้|นอกจากนั้น|นอกเหนือจากนี้|ยิ่งไปกว่านั้น|ยิ่งกว่านั้น|อีกทั้ง|เช่นเดียวกัน|ในทำนองเดียวกัน|ในขณะเดียวกัน|ขณะเดียวกัน',
    'ดังนั้น|เพราะฉะนั้น|เพราะเหตุนี้|ด้วยเหตุนี้|ด้วยเหตุนั้น|จึงกล่าวได้ว่า|ผลก็คือ|กล่าวคือ|กล่าวโดยสรุป|สรุปแล้ว|โดยสรุป|โดยรวมแล้ว',
    'จากนั้น|หลังจากนั้น|ต่อมา|ก่อนหน้านี้|ก่อนหน้านั้น|ล่าสุด|ปัจจุบัน|ในที่สุด|สุดท้ายนี้|เบื้องต้น|ยกตัวอย่างเช่น|ตัวอย่างเช่น|ที่สำคัญ|แท้จริงแล้ว|อันที่จริง|ที่จริงแล้ว',
  ].join('|')})`,
  'u',
)

/** Lengths by doublings: 1, 3, 7, 15… */
const size = (run: string): number => Math.min(6, Math.floor(Math.log2(run.length + 1)))

/** Of a letter at the edge of a run: d(igit), L(atin), T(hai) or a sign. */
const kind = (letter: string): string =>
  /\d/.test(letter)
    ? 'd'
    : /\p{Script=Latin}/u.test(letter)
      ? 'L'
      : /\p{Script=Thai}/u.test(letter)
        ? 'T'
        : '.'
