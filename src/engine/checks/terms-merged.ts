import { slice, type Span } from '../text/span.ts'
import type { AnalyzedText } from '../analyze.ts'
import type { Language } from '../languages/language.ts'
import type { Check } from './check.ts'

/**
 * Two things that the source names side by side, rendered with one and the same word: "X and X" where the source has "A and B". With no
 * glossary it can be told only where a conjunction stands between them and the source has no such repetition.
 */
export const termsMerged: Check = {
  id: 'terms-merged',
  dimension: 'terminology',
  severity: 'major',
  examples: [
    {
      source: 'Cơ chế “một cửa” và “một cửa liên thông”',
      target: 'กลไก “จุดบริการเดียว” และ “[จุดบริการเดียว]”',
    },
    { source: 'Chương trình và kế hoạch', target: 'แผนงานและ[แผนงาน]' },
    { source: 'Chương trình và kế hoạch', target: 'โครงการและแผนงาน' },
    { source: 'Ngày càng nhiều hơn và nhiều hơn', target: 'มากขึ้นและมากขึ้น' },
  ],
  run({ state, source, target }) {
    if (state !== 'translated') return []
    const found = pairsOfOne(target)
    if (found.length === 0 || pairsOfOne(source).length > 0) return []
    return found.map((span) => ({ side: 'target', span, values: { found: slice(target.text, span) } }))
  },
}

/** Words in the longest expression that is looked for; letters in the shortest. */
const LONGEST = 8
const ENOUGH = 4

/** The second of two equal expressions with a conjunction between them, quotation marks aside. */
function pairsOfOne({ normalized, language }: AnalyzedText): readonly Span[] {
  const { text } = normalized
  if (!language.conjunctions || !mayHavePair(text, language.conjunctions)) return []
  const words = language.words(text)
  const keys = words.map((word) => slice(text, word).toLowerCase())
  return words.flatMap((_, at) => {
    if (!language.conjunctions!.has(keys[at]!)) return []
    for (let size = Math.min(LONGEST, at, words.length - at - 1); size > 0; size--) {
      const [before, after] = [words.slice(at - size, at), words.slice(at + 1, at + 1 + size)]
      if (!before.every((__, i) => keys[at - size + i] === keys[at + 1 + i])) continue
      const span = { start: after[0]!.start, end: after.at(-1)!.end }
      const gap = text.slice(before.at(-1)!.end, words[at]!.start) + text.slice(words[at]!.end, span.start)
      const isFound =
        JOINT.test(gap) &&
        isWhole(text, span, language) &&
        span.end - span.start >= ENOUGH &&
        language.hasOwnScript(slice(text, span))
      return isFound ? [normalized.toOriginal(span)] : []
    }
    return []
  })
}

/** Looks at letters alone, so that only texts that could have such a pair are cut into words. */
function mayHavePair(text: string, conjunctions: ReadonlySet<string>): boolean {
  const letters = lettersOf(text)
  return [...conjunctions].map(lettersOf).some((conjunction) => {
    for (let at = letters.indexOf(conjunction); at >= 0; at = letters.indexOf(conjunction, at + 1)) {
      const after = at + conjunction.length
      for (let size = Math.min(at, letters.length - after, MOST_LETTERS); size > 0; size--)
        if (letters.startsWith(letters.slice(at - size, at), after)) return true
    }
    return false
  })
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/\P{L}+/gu, '')
/** More than the longest expression has. */
const MOST_LETTERS = 256

const JOINT = /^[\s"“”«»'‘’]*$/u

/** Nothing of the expression goes on after the span: its quotation ends there, or, in an unspaced script, its letters. */
function isWhole(text: string, { start, end }: Span, { unspaced }: Language): boolean {
  const after = text.slice(end, end + 2)
  if (/["“«‘']/.test(text.charAt(start - 1))) return /^["”»’']/.test(after)
  return !unspaced || !/^[\p{L}\p{M}\p{N}]/u.test(after)
}
