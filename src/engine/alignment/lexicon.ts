import type { Language } from '../languages/language.ts'

/**
 * Which words of the target translate which expressions of the source: IBM Model 1 (Brown et al. 1993, §4.1) with words and pairs of
 * neighbouring words on the source side, so that Vietnamese syllables can be words together.
 */
export interface Lexicon {
  /** Target words by number, and how often each was seen. */
  readonly words: readonly string[]
  readonly counts: readonly number[]
  readonly expressions: ReadonlyMap<string, Renderings>
}

/** How a source expression is rendered. What the probabilities lack to 1 went to words too rare to keep. */
export interface Renderings {
  /** How many words of the target this expression was taken to account for; the weight of what is known. */
  readonly total: number
  readonly words: Int32Array
  readonly probabilities: Float64Array
}

/** Accounts for words that nothing in the source asks for. */
export const NOTHING = ''

/** Expressions of a text on the source side: its words and, where words are spaced, each with its right neighbour. */
export function expressionsIn(text: string, language: Language): string[] {
  const words = wordsIn(text, language)
  return language.unspaced
    ? words
    : [...words, ...words.slice(1).map((word, i) => `${words[i] ?? ''} ${word}`)]
}

/** Words of a text in its own script; what stands in another one says the same on both sides, which needs no lexicon. */
export function wordsIn(text: string, language: Language): string[] {
  const lower = text.toLowerCase()
  return language
    .words(lower)
    .map(({ start, end }) => lower.slice(start, end))
    .filter((word) => language.hasOwnScript(word) && /\p{L}/u.test(word))
}

/** A lexicon as plain JSON: words and counts in one string each, renderings as `word.permille` in base 36. */
export interface PackedLexicon {
  readonly words: string
  readonly counts: string
  readonly expressions: string
  readonly renderings: string
}

export function packLexicon({ words, counts, expressions }: Lexicon): PackedLexicon {
  const rows = [...expressions].map(([, row]) => {
    const order = [...row.words.keys()].sort((a, b) => row.words[a]! - row.words[b]!)
    let before = 0
    const entries = order.map((at) => {
      const step = row.words[at]! - before
      before = row.words[at]!
      return `${step.toString(36)}.${Math.round(row.probabilities[at]! * 1000).toString(36)}`
    })
    return [Math.round(row.total * 10).toString(36), ...entries].join(' ')
  })
  return {
    words: words.join('\n'),
    counts: counts.map((count) => Math.round(count * 10).toString(36)).join(' '),
    expressions: [...expressions.keys()].join('\n'),
    renderings: rows.join('\n'),
  }
}

export function unpackLexicon(packed: PackedLexicon): Lexicon {
  const list = (text: string, separator: string) => (text === '' ? [] : text.split(separator))
  const rows = list(packed.renderings, '\n')
  const names = packed.renderings === '' ? [] : packed.expressions.split('\n')
  return {
    words: list(packed.words, '\n'),
    counts: list(packed.counts, ' ').map((count) => parseInt(count, 36) / 10),
    expressions: new Map(names.map((name, i) => [name, unpackRow(rows[i] ?? '0')])),
  }
}

function unpackRow(row: string): Renderings {
  const [total = '0', ...entries] = row.split(' ')
  const words = new Int32Array(entries.length)
  const probabilities = new Float64Array(entries.length)
  let word = 0
  entries.forEach((entry, i) => {
    const dot = entry.indexOf('.')
    word += parseInt(entry.slice(0, dot), 36)
    words[i] = word
    probabilities[i] = parseInt(entry.slice(dot + 1), 36) / 1000
  })
  return { total: parseInt(total, 36) / 10, words, probabilities }
}
