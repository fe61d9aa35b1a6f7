import { composeCanonically, dropInvisible, plainSpaces, repairing } from '../../text/normalize.ts'
import type { RepairRule } from '../../text/normalize.ts'

/**
 * What Thai spellings that look alike are folded to. Canonical composition alone repairs neither a nikhahit typed before sara aa nor
 * a tone typed before an upper vowel (both have combining class 0). Phinthu stays: a reader sees it, so งฺเหวียน is another spelling
 * than เหงวียน, and only a search (`dropTones`) or a fuzzy comparison may leave it out.
 */
export const thaiRepairs: readonly RepairRule[] = [
  dropInvisible,
  plainSpaces,
  composeCanonically,
  repairing(/เเ/g, () => 'แ'),
  (text) => (DISORDER.test(text) ? orderMarks(text) : []),
  repairing(
    /\u0E4D[\u0E48-\u0E4B]*[\u0E32\u0E33]|[\u0E48-\u0E4B]+\u0E4D[\u0E32\u0E33]|\u0E33[\u0E33\u0E48-\u0E4B\u0E4D]+/g,
    composeSaraAm,
  ),
]

/** Marks that change how a word sounds but that a searcher leaves out: phinthu, mai taikhu, tones, thanthakhat, nikhahit, yamakkan. */
export const dropTones = (text: string): string => text.replace(/[\u0E3A\u0E47-\u0E4E]/g, '')

/** Below (phinthu, sara u), above (vowels), then tones, then thanthakhat, nikhahit and yamakkan: the order of typing in a Thai keyboard standard (TIS 1566). */
const ORDER = [
  '\u0E3A',
  '\u0E38\u0E39',
  '\u0E31\u0E34\u0E35\u0E36\u0E37\u0E47',
  '\u0E48\u0E49\u0E4A\u0E4B',
  '\u0E4C',
  '\u0E4D',
  '\u0E4E',
]

/** A mark before one of an earlier group, or twice. */
const DISORDER = new RegExp(
  [
    ...ORDER.slice(1).map((group, at) => `[${group}][${ORDER.slice(0, at + 1).join('')}]`),
    `([${ORDER.join('')}])\\1`,
  ].join('|'),
)

const orderMarks = repairing(/[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]{2,}/g, putMarksInOrder)

const rank = (mark: string): number => ORDER.findIndex((group) => group.includes(mark))

function putMarksInOrder(marks: string): string {
  const sorted = [...marks].sort((a, b) => rank(a) - rank(b))
  return sorted.filter((mark, i) => mark !== sorted[i - 1]).join('')
}

/** U+0E33 and its parts are not canonically equivalent; the tone stands before it. */
function composeSaraAm(marks: string): string {
  return marks.replace(/[\u0E32\u0E33\u0E4D]/g, '') + '\u0E33'
}
