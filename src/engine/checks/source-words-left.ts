import { overlapFinder } from '../text/overlap-finder.ts'
import { slice, type Span } from '../text/span.ts'
import type { Check } from './check.ts'

/**
 * Words of the source that stand untranslated in a target of another script: runs that hold a word in small letters which the source has
 * too and which plain English has not (it carries a mark). Names, and words in brackets or quotation marks beside their translation, are no fault.
 */
export const sourceWordsLeft: Check = {
  id: 'source-words-left',
  dimension: 'accuracy',
  severity: 'major',
  examples: [
    { source: 'Nông dân thu hoạch lúa nước.', target: 'ชาวนาเก็บเกี่ยว[lúa nước]' },
    { source: 'Món phở bò nổi tiếng.', target: 'เฝอเนื้อ (phở bò) มีชื่อเสียง' },
    { source: 'Xem blog của ông.', target: 'ดู blog ของเขา' },
  ],
  run({ state, source, target, nameRenderings }) {
    if (state !== 'translated' || source.language.script === target.language.script) return []
    const known = new Set(wordsIn(source.normalized.text).map((span) => slice(source.normalized.text, span)))
    const { normalized } = target
    const isName = overlapFinder(nameRenderings.map(({ span }) => span))
    const runs = runsIn(normalized.text)
    return runs
      .filter((run) =>
        run.some(
          (word) => isTelling(slice(normalized.text, word)) && known.has(slice(normalized.text, word)),
        ),
      )
      .map((run) => ({ start: run[0]!.start, end: run.at(-1)!.end }))
      .filter((span) => !isGloss(normalized.text, span))
      .map((span) => normalized.toOriginal(span))
      .filter((span) => !isName(span))
      .map((span) => ({ side: 'target', span, values: { found: slice(target.text, span) } }))
  },
}

const isTelling = (word: string): boolean => /^[\p{Ll}\p{M}]+$/u.test(word) && /[^\p{ASCII}]/u.test(word)

const wordsIn = (text: string): readonly Span[] =>
  Array.from(text.matchAll(/\p{Script=Latin}[\p{Script=Latin}\p{M}]*/gu), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }))

/** Words with nothing but a space between them. */
function runsIn(text: string): readonly (readonly Span[])[] {
  const runs: Span[][] = []
  for (const word of wordsIn(text)) {
    const run = runs.at(-1)
    if (run && text.slice(run.at(-1)!.end, word.start) === ' ') run.push(word)
    else runs.push([word])
  }
  return runs
}

const isGloss = (text: string, { start, end }: Span): boolean =>
  /[(["“'‘]\s*$/.test(text.slice(Math.max(0, start - 2), start)) || /^\s*[)\]]/.test(text.slice(end, end + 2))
