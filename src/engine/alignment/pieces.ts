import type { Language } from '../languages/language.ts'
import { breakOdds } from '../languages/unmarked-breaks.ts'
import type { BreakWeights, UnmarkedBreaks } from '../languages/unmarked-breaks.ts'
import { countBases } from '../text/graphemes.ts'
import type { Span } from '../text/span.ts'

/** What stands between two pieces: white space after a sentence's own sign, or with no sign; a line break; a blank line. */
export type Gap = 'mark' | 'space' | 'line' | 'blank'

/** A stretch of text that no bead may divide. */
export interface Piece extends Span {
  /** As `normalize` leaves it; evidence is sought here, places are counted in the text as given. */
  readonly text: string
  /** In base characters: Thai marks would otherwise count as letters (Gale & Church 1993, §3 count characters). */
  readonly length: number
  /** What follows; the end of the text counts as a blank line. */
  readonly gap: Gap
  /** Log odds (nats) that a sentence ends here, where the gap is no line break. */
  readonly breakOdds: number
}

/**
 * Cuts a text into sentences, wherever one may end unmarked: anywhere in a language without signs for that, otherwise only after a
 * headline that opens the text and has lost its line break. Line breaks always cut. The pieces hold all of the text but white space between
 * them.
 */
export function cutIntoPieces(
  text: string,
  language: Language,
  {
    weights,
    mayHideHeadline = true,
  }: { weights?: BreakWeights | null | undefined; mayHideHeadline?: boolean } = {},
): Piece[] {
  const lines = [...text.matchAll(/[^\n\r\u2028\u2029\v\f]+/g)]
    .map(({ 0: line, index }) => ({ line, start: index }))
    .filter(({ line }) => line.trim() !== '')
  const marksEnds = language.sentences('') !== null
  return lines.flatMap(({ line, start }, i) => {
    const next = lines[i + 1]
    const between = next ? text.slice(start + line.length, next.start).replace(/\r\n/g, '\n') : '\n\n'
    const lineGap: Gap = /[\n\r\u2028\u2029\v\f]\s*[\n\r\u2028\u2029\v\f]/.test(between) ? 'blank' : 'line'
    const sentences = language.sentences(line) ?? [{ start: 0, end: line.length }]
    return sentences.flatMap((sentence, k) => {
      const last = k === sentences.length - 1
      const inside = line.slice(sentence.start, sentence.end)
      const mayHoldHeadline = mayHideHeadline && i === 0 && k === 0 && !(last && isHeadline(inside))
      const breaks = mayHoldHeadline || !marksEnds ? language.unmarkedBreaks : undefined
      return cutSentence(inside, start + sentence.start, last ? lineGap : 'mark', language, breaks, weights)
    })
  })
}

/** A line of its own without a stop. */
const isHeadline = (line: string): boolean => !/[.!?…]["'”’»)]*$/u.test(line)

export const endsLine = ({ gap }: Piece): boolean => gap === 'line' || gap === 'blank'

/** Log odds where the language itself told that a sentence ends. */
const SENTENCE_ENDS_HERE = 4
/** Where an end is less likely than this, none is sought. */
const NO_END = -4.5

function cutSentence(
  sentence: string,
  start: number,
  gap: Gap,
  language: Language,
  breaks: UnmarkedBreaks | undefined,
  weights: BreakWeights | null | undefined,
): Piece[] {
  const spans = breaks?.runs(sentence) ?? [{ start: 0, end: sentence.length }]
  const texts = spans.map((span) => language.normalize(sentence.slice(span.start, span.end)).text)
  const pieces: Piece[] = []
  let first = 0
  spans.forEach((span, k) => {
    const after = texts[k + 1]
    const odds =
      after === undefined || !breaks
        ? SENTENCE_ENDS_HERE
        : breakOdds(breaks.cues(texts[k] ?? '', after), weights ?? breaks.weights())
    if (odds < NO_END) return
    const text = texts.slice(first, k + 1).join(' ')
    pieces.push({
      start: start + (spans[first]?.start ?? 0),
      end: start + span.end,
      text,
      length: countBases(text),
      gap: after === undefined ? gap : 'space',
      breakOdds: odds,
    })
    first = k + 1
  })
  return pieces
}
