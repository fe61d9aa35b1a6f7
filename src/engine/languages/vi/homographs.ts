import { foldCase } from '../../text/fold-case.ts'
import type { Span } from '../../text/span.ts'
import { compileWordList } from '../../text/word-list.ts'
import { isSpacedBoundary } from '../../text/word-edges.ts'
import type { Reading } from '../language.ts'
import { foldVietnamese } from './spelling.ts'

/**
 * Vietnamese writes a name, a common word and a part of another name with the same syllables: `Thứ Hai` Monday and `thứ hai` second,
 * `Mỹ` in `châu Mỹ`, `Đồng` in `Đồng thời`, `Áo` in `Áo Xanh`. The neighbours tell.
 */
export function readsAsVietnameseTerm(text: string, span: Span): Reading {
  const term = text.slice(span.start, span.end)
  if (WEEKDAY.test(term)) return isWeekday(text, span) ? 'yes' : 'no'
  if (isPartOfPhrase(text, span)) return 'no'
  return isPartOfName(text, span) ? 'perhaps' : 'yes'
}

/** A weekday in small letters, which only a day beside it tells from an ordinal: `ngày thứ sáu`, `thứ hai tuần tới`. */
export const isSmallWeekday = (text: string, span: Span): boolean =>
  WEEKDAY.test(text.slice(span.start, span.end)) && isWeekday(text, span)

const WEEKDAY = /^(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật)$/iu

function isWeekday(text: string, { start, end }: Span): boolean {
  const term = text.slice(start, end)
  if (/^chủ/iu.test(term)) return true
  // Days that are listed are days when the first of them is one.
  const before = foldCase(text.slice(Math.max(0, start - 48), start)).replace(LISTED_BEFORE, '')
  const after = foldCase(text.slice(end, end + 24))
  if (ORDINAL_BEFORE.test(before)) return false
  const hasInnerCapital = /\s\p{Lu}/u.test(term)
  const hasCapital = hasInnerCapital || (/^\p{Lu}/u.test(term) && !beginsSentence(text, start))
  if (hasCapital || DAY_AFTER.test(after)) return true
  return DAY_BEFORE.test(before) && !ORDINAL_AFTER.test(after)
}

/** What is counted: the second time, the Second World War, second place, second largest, the second goal. */
const ORDINAL_BEFORE =
  /(?:^|[^\p{L}])(?:lần|chiến|thế giới|vị trí|vị|hạng|đứng|xếp|về|lớn|cao|mạnh|đông|dài|giàu|tốt|người|bàn|thế kỷ|nhiệm kỳ|năm)\s+$/u
const LISTED_BEFORE = /(?:thứ (?:hai|ba|tư|năm|sáu|bảy)(?:,| và|, và| hoặc| hay| đến| tới|-)\s*)+$/u
const DAY_BEFORE = /(?:^|[^\p{L}])(?:ngày|hôm|vào|sáng|trưa|chiều|tối|đêm|khuya|sớm|từ|đến|tới|mỗi)\s+$/u
const DAY_AFTER =
  /^\s*(?:tuần|hàng tuần|hằng tuần|tới(?!\s+\p{L}+\s+nhất)|vừa qua|vừa rồi|sắp tới|này(?=[.,;)]|$)|,?\s*(?:ngày\s+)?\(?\d{1,2}[/.-]\d|,?\s*ngày\s+(?:\d|mồng|mùng))/u
/** The second day of a meeting, the third day running. */
const ORDINAL_AFTER = /^\s+(?:của|liên tiếp|kể từ|trong|sau khi|tại|thi đấu|diễn ra)(?!\p{L})/u

/** Set phrases that hold a name without meaning it, and common words of two syllables that begin like one. */
const PHRASES = compileWordList(
  [
    'đô la mỹ, đô-la mỹ, đôla mỹ, châu mỹ la tinh, châu mỹ latinh, châu mỹ latin, mỹ la tinh, mỹ latinh, mỹ latin, mỹ-la-tinh',
    'bán đảo triều tiên, chiến tranh triều tiên, ấn độ giáo, phật giáo ấn độ, pháp luân công, đức quốc xã',
    'mỹ thuật, mỹ phẩm, mỹ nhân, mỹ nghệ, mỹ lệ, mỹ vị, mỹ mãn, mỹ quan, mỹ học, mỹ kim, mỹ từ, mỹ đức',
    'đức tin, đức tính, đức hạnh, đức độ, đức dục, đức mẹ, đức phật, đức chúa, đức cha, đức vua, đức giáo hoàng, đức thánh',
    'pháp luật, pháp lý, pháp lệnh, pháp nhân, pháp quy, pháp chế, pháp y, pháp sư, pháp danh, pháp đình, pháp trị, pháp định',
    'hiến pháp, tư pháp, lập pháp, hành pháp, hợp pháp, bất hợp pháp, biện pháp, phương pháp, giải pháp, cú pháp, thư pháp, công pháp',
    'đồng thời, đồng bào, đồng chí, đồng ý, đồng hồ, đồng ruộng, đồng nghiệp, đồng đội, đồng tình, đồng loạt, đồng minh, đồng hành',
    'đồng bằng, đồng cảm, đồng thuận, đồng bộ, đồng nhất, đồng phục, đồng hương, đồng lòng, đồng xu, đồng tiền, đồng phạm, đồng đều',
    'hội đồng, cộng đồng, hợp đồng, đồng euro, đồng yên, đồng đô la, đồng bảng, đồng nhân dân tệ',
    'áo dài, áo len, áo sơ mi, áo khoác, áo giáp, áo phông, áo mưa, áo thun, áo tắm, áo choàng, áo vest, áo quần, quần áo, áo đấu, áo gi lê',
    'anh em, anh hùng, anh trai, anh chị, anh ta, anh ấy, anh này, anh họ, anh rể, anh linh, anh dũng, anh minh, anh hào, anh tài, anh cả',
    'nhật báo, nhật ký, nhật thực, nhật trình, chủ nhật, sinh nhật, cập nhật, nga mi, hằng nga, thiên nga, hàn lâm, hàn gắn, hàn xì, hàn huyên',
    'trung tâm, trung ương, trung bình, trung học, trung gian, trung thành, trung thu, trung hòa, trung úy, trung tá, trung đoàn, trung lập',
  ].flatMap((line) => line.split(', ')),
)
const LONGEST_PHRASE = 24

function isPartOfPhrase(text: string, { start, end }: Span): boolean {
  const from = Math.max(0, start - LONGEST_PHRASE)
  const near = foldCase(text.slice(from, end + LONGEST_PHRASE))
  for (let at = from; at <= start; at++) {
    for (const phraseEnd of PHRASES.endsAt(near, at - from)) {
      const covers = from + phraseEnd >= end && from + phraseEnd - at > end - start
      if (covers && isSpacedBoundary(text, at) && isSpacedBoundary(text, from + phraseEnd)) return true
    }
  }
  return false
}

/**
 * A name of several syllables ends where it ends (`Trung Quốc Tập Cận Bình`), and a foreign word beside a country is what the country has
 * (`Mỹ Donald Trump`); but a single syllable (`Áo`, or the last of `tiếng Trung`) may belong to a capitalised one beside it, and after a
 * word of address it is a person.
 */
function isPartOfName(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end).split(/\s+/)
  const name = GENERIC.has(words[0]!.toLowerCase()) ? words.slice(1) : words
  if (name.length !== 1 || !isCapitalSyllable(name[0]!)) return false
  const after = WORD_AFTER.exec(text.slice(end, end + 24))?.[1] ?? ''
  if (isCapitalSyllable(after)) return true
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, start - 24), start))?.[1] ?? ''
  if (name !== words || before === '') return false
  if (ADDRESS.has(before.toLowerCase())) return true
  const isNoun = NOUN_ENDINGS.has(before.toLowerCase())
  return isCapitalSyllable(before) && !isNoun && !beginsSentence(text, start - before.length - 1)
}

/** Words that stand before a name without belonging to it, also with a capital. */
const GENERIC: ReadonlySet<string> = new Set(
  'tiếng, người, nước, châu, đảo, vùng, thành, biển, sông'.split(', '),
)
/** What ends a common noun that takes a country, for texts that write it with capitals: `Tổng Thống Mỹ`, `Thượng Viện Mỹ`. */
const NOUN_ENDINGS: ReadonlySet<string> = new Set(
  (
    'thống, tướng, trưởng, sứ, quán, viện, hội, đội, tuyển, quân, binh, phủ, dân, nước, người, tiếng, đảng, bang, hòa, quốc, vương, nghị, sĩ, ' +
    'gia, viên, ban, cục, bộ, sở, tòa, án, hàng, ty, đoàn, giới, liên, khối, hoàng, nữ, nhà, phía, ở, tại, của, và, với, từ, sang, đến'
  ).split(', '),
)
/** Words of address: who comes after them is a person. */
const ADDRESS: ReadonlySet<string> = new Set(
  'ông, bà, anh, chị, cô, chú, bác, cụ, em, cậu, dì, thầy'.split(', '),
)

const WORD_BEFORE = /([\p{L}\p{M}\p{N}]+)[ \u00A0]$/u
const WORD_AFTER = /^[ \u00A0]([\p{L}\p{M}\p{N}]+)/u

/** Acronyms are no part of a name beside them. */
const isCapitalSyllable = (word: string): boolean =>
  /^\p{Lu}/u.test(word) && (word.length === 1 || word !== word.toUpperCase()) && isSyllable(word)

/** Loosely: what could be a syllable of Vietnamese by its letters, marks aside. */
const isSyllable = (word: string): boolean =>
  /^(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|n[gh]|[cmnpt])?$/u.test(
    foldVietnamese(word).toLowerCase(),
  )

const beginsSentence = (text: string, offset: number): boolean =>
  offset <= 0 || /(?:^|[.!?…:;\n“"”‘'(–—-])\s*$/u.test(text.slice(Math.max(0, offset - 4), offset))
