import type { Span } from '../../text/span.ts'
import type { Reading } from '../language.ts'
import { thaiDictionary } from './dictionary.ts'
import { thaiWords } from './words.ts'

/**
 * Thai puts nothing between words, so a short term is also found inside a longer word: `ลาว` in `ลาวา` (lava), `ชาด` in `ชาดก`, `เช็ก` in
 * `เช็กอิน`, `ส.ส.` in `ผ.ส.ส.`. It is not the term when a word of the dictionary covers it, unless the rest is a word that such names
 * follow: `ชาวลาว`. Longer terms cover themselves.
 */
export function readsAsThaiTerm(text: string, { start, end }: Span): Reading {
  const term = text.slice(start, end)
  if (/^[ก-ฮ]\./u.test(term) && /[ก-ฮ]\.$/u.test(text.slice(Math.max(0, start - 2), start))) return 'no'
  if (end - start > LONGEST_SHORT || !/^[\u0E00-\u0E7F]+$/u.test(term)) return 'yes'
  const from = runStart(text, start)
  const run = text.slice(from, runEnd(text, end))
  const cover = thaiWords(run).find((word) => from + word.start <= start && end <= from + word.end)
  if (!cover || cover.end - cover.start === end - start) return 'yes'
  const word = run.slice(cover.start, cover.end)
  const [head, tail] = [text.slice(from + cover.start, start), text.slice(end, from + cover.end)]
  const isCompound = (head === '' || HEADS.has(head)) && (tail === '' || tail === 'ๆ' || tail === 'ฯ')
  return isCompound || !thaiDictionary().has(word) ? 'yes' : 'no'
}

/** UTF-16 units; `สหรัฐ` and `ตุรกี` have five. */
const LONGEST_SHORT = 5
/** How far a run of letters is looked at on either side; a longer one is cut there. */
const REACH = 40

const HEADS: ReadonlySet<string> = new Set(
  'คน, ชาว, ประเทศ, ภาษา, ชาติ, เมือง, กรุง, เกาะ, แม่น้ำ, ทะเล, จังหวัด, วัน, เดือน, ราชอาณาจักร, สาธารณรัฐ, การ, ความ, ผู้, นัก'.split(
    ', ',
  ),
)

function runStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && offset - at < REACH && !/\s/.test(text[at - 1]!)) at--
  return at
}

function runEnd(text: string, offset: number): number {
  let at = offset
  while (at < text.length && at - offset < REACH && !/\s/.test(text[at]!)) at++
  return at
}
