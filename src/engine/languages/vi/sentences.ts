import type { Span } from '../../text/span.ts'

/**
 * Sentences of a paragraph, without the spaces between them. A stop ends a sentence unless it belongs to an abbreviation, an initial
 * (one capital letter; a small one such as in "ngoại ô." is a word) or a leading number, or the text goes on in lower case.
 */
export function vietnameseSentences(paragraph: string): Span[] {
  const sentences: Span[] = []
  let start = 0
  const close = (end: number) => {
    const text = paragraph.slice(start, end)
    const from = start + (text.length - text.trimStart().length)
    const to = end - (text.length - text.trimEnd().length)
    if (from < to) sentences.push({ start: from, end: to })
    start = end
  }
  for (const match of paragraph.matchAll(POSSIBLE_END)) {
    const end = match.index + match[0].length
    const stop = match[1] ?? ''
    const line = stop === ''
    if (
      line ||
      endsSentence(
        paragraph.slice(Math.max(start, match.index - 24), match.index),
        stop,
        paragraph.slice(end, end + LONGEST_ATTRIBUTION),
        /["”’»]/u.test(match[0]),
      )
    )
      close(end)
  }
  close(paragraph.length)
  return sentences
}

/** Stops, then whatever closes with them, then white space; or a line break. */
const POSSIBLE_END = /(?<![.!?…])([.!?…]+)(?:["'”’»)\]]|\s["”](?=\s))*\s+|[\n\r\u2028\u2029]+/gu

/** Abbreviations that stand before what they belong to: titles, places, references. Those that may also end a sentence (v.v.) are not here. */
const ABBREVIATIONS = new Set(
  (
    'tp tx tt q p h ths ts pgs gs bs ks ls gsts pgsts nsnd nsưt ths.bs gs.ts pgs.ts ts.bs đ/c kts cty đt tel ' +
    'mr mrs ms dr st prof sgt lt col gen capt sen rep gov vs vol fig'
  ).split(' '),
)

/** Who said it, after a quotation that closes with its own stop: "… rồi." Ông nói. */
const ATTRIBUTION = new RegExp(
  `^\\p{Lu}[^.!?…,:;"“”]*\\s(?:${[
    'nói|nói thêm|cho biết|cho biết thêm|cho hay|kể|kể lại|hỏi|trả lời|viết|chia sẻ|tâm sự|bày tỏ',
    'phát biểu|tuyên bố|khẳng định|nhấn mạnh|nhận định|nhận xét|bình luận|giải thích|thừa nhận|kết luận|đưa tin',
  ].join('|')})\\.(?:\\s|$)`,
  'u',
)
const LONGEST_ATTRIBUTION = 40

function endsSentence(before: string, stop: string, after: string, quoted: boolean): boolean {
  const next = after.replace(/^["'“‘«([\-–—\s]+/u, '')
  if (/^\p{Ll}/u.test(next)) return false
  if (quoted && ATTRIBUTION.test(after)) return false
  if (stop !== '.') return true
  const word = /[\p{L}\p{M}\p{N}./]+$/u.exec(before)?.[0] ?? ''
  if (/^\p{Lu}$/u.test(word)) return !isInitial(before, next)
  if (/^(?:\d{1,3}|[IVX]{1,4})$/.test(word) && before.trim() === word) return false
  return !ABBREVIATIONS.has(word.toLowerCase())
}

/** "George W. Bush" goes on; "đạt điểm A. Điều này" does not: a name of one's own before, or a foreign one after, makes the initial. */
function isInitial(before: string, next: string): boolean {
  if (!/^\p{Lu}/u.test(next)) return false
  return /(?:^|\p{Lu}[\p{L}\p{M}]*\.?\s)\p{Lu}$/u.test(before) || /^[A-Za-z]+[\s.,]/.test(next)
}
