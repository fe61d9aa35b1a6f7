import type { Language } from '../languages/language.ts'
import { countBases } from '../text/graphemes.ts'
import type { Span } from '../text/span.ts'

/** What stands between two pieces. */
export type Gap = 'space' | 'line' | 'blank'

/** A stretch of text that no bead may divide. */
export interface Piece extends Span {
  /** As `normalize` leaves it; evidence is sought here, places are counted in the text as given. */
  readonly text: string
  /** In base characters: Thai marks would otherwise count as letters (Gale & Church 1993, §3 count characters). */
  readonly length: number
  /** What follows; the end of the text counts as a blank line. */
  readonly gap: Gap
  /** Log odds (nats) that a sentence ends here, where the gap is a space. */
  readonly breakOdds: number
}

/**
 * Cuts a text into sentences, or, in a language that does not mark sentence ends, at every space. Line breaks always cut.
 * The pieces hold all of the text but white space between them.
 */
export function cutIntoPieces(text: string, language: Language): Piece[] {
  const lines = [...text.matchAll(/[^\n\r\u2028\u2029\v\f]+/g)]
    .map(({ 0: line, index }) => ({ line, start: index }))
    .filter(({ line }) => line.trim() !== '')
  return lines.flatMap(({ line, start }, i) => {
    const next = lines[i + 1]
    const between = next ? text.slice(start + line.length, next.start).replace(/\r\n/g, '\n') : '\n\n'
    const lineGap: Gap = /[\n\r\u2028\u2029\v\f]\s*[\n\r\u2028\u2029\v\f]/.test(between) ? 'blank' : 'line'
    const spans = language.sentences(line) ?? runsBetweenSpaces(line)
    const texts = spans.map((span) => language.normalize(line.slice(span.start, span.end)).text)
    return spans.map((span, k): Piece => {
      const last = k === spans.length - 1
      const odds = language.sentenceBreak?.(texts[k] ?? '', texts[k + 1] ?? '')
      return {
        start: start + span.start,
        end: start + span.end,
        text: texts[k] ?? '',
        length: countBases(texts[k] ?? ''),
        gap: last ? lineGap : 'space',
        breakOdds: odds ?? SENTENCE_ENDS_HERE,
      }
    })
  })
}

/** Log odds where the language itself told that a sentence ends. */
const SENTENCE_ENDS_HERE = 4

const runsBetweenSpaces = (line: string): Span[] =>
  Array.from(line.matchAll(/\S+/g), ({ 0: run, index }) => ({ start: index, end: index + run.length }))
