import type { Language } from '../languages/language.ts'
import type { NormalizedText } from '../text/normalize.ts'
import type { Span } from '../text/span.ts'
import type { NameGrammar } from './name-grammar.ts'
import { vietnameseNames } from './vietnamese-names.ts'

/** A proper name of the text's own language. */
export interface NameMatch {
  /** UTF-16, half-open, in the text as given. */
  readonly span: Span
  /** As normalized, single spaces: `Phú Thọ`. */
  readonly text: string
  readonly kind: 'person' | 'place' | 'unknown'
}

/**
 * The proper names of a text: runs of capitalised syllables of its language, without the title or kind of place before them. A capital
 * that only begins a sentence, an acronym, a foreign name and the name of an office are none. A single syllable counts only after a
 * title or a kind of place. Empty for languages without a name grammar.
 */
export function findNames(text: NormalizedText, language: Language): readonly NameMatch[] {
  const grammar = grammars.get(language.tag)
  if (!grammar || !/\p{Ll}/u.test(text.text)) return []
  return capitalRuns(text.text).flatMap((run) =>
    splitForeign(run, grammar).flatMap((piece) => {
      const words = trimStart(piece.words, text.text, grammar)
      const cue = words[0] ? cueBefore(text.text, words[0].start, grammar) : null
      return isName({ ...piece, words }, cue, grammar) ? [toMatch(words, cue, text, grammar)] : []
    }),
  )
}

/** A grammar with its word lists made ready. */
interface CompiledGrammar extends NameGrammar {
  /** Of every word that announces a name, what it announces. */
  readonly cues: ReadonlyMap<string, Cue>
  readonly opening: ReadonlySet<string>
}

type Cue = 'address' | 'title' | 'place'

function compile(grammar: NameGrammar): CompiledGrammar {
  const cues = (words: readonly string[], cue: Cue) => words.map((word) => [word, cue] as const)
  return {
    ...grammar,
    cues: new Map([
      ...cues(grammar.placeWords, 'place'),
      ...cues(grammar.titles, 'title'),
      ...cues(grammar.addresses, 'address'),
    ]),
    opening: new Set(grammar.openers),
  }
}

/** What the one to three words before an offset announce. */
function cueBefore(text: string, offset: number, { cues }: CompiledGrammar): Cue | null {
  const words = text
    .slice(Math.max(0, offset - 40), offset)
    .toLowerCase()
    .split(/[\s“"(]/)
  if (words.pop() !== '') return null
  for (let count = 3; count > 0; count--) {
    const cue = words.length >= count ? cues.get(words.slice(-count).join(' ')) : undefined
    if (cue) return cue
  }
  return null
}

const grammars: ReadonlyMap<string, CompiledGrammar> = new Map([['vi', compile(vietnameseNames)]])

interface Word extends Span {
  readonly text: string
}

/** A run of words of the language, and whether a foreign word stands beside it. */
interface Piece {
  readonly words: readonly Word[]
  readonly besideForeign: boolean
}

function capitalRuns(text: string): readonly (readonly Word[])[] {
  const runs: Word[][] = []
  for (const { 0: word, index: start } of text.matchAll(/(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}]*/gu)) {
    const end = start + word.length
    const run = runs.at(-1)
    if (run && /^[ \u00A0]$/.test(text.slice(run.at(-1)!.end, start))) run.push({ start, end, text: word })
    else runs.push([{ start, end, text: word }])
  }
  return runs
}

/** Cuts at foreign words and at acronyms; an acronym is no foreign name. */
function splitForeign(run: readonly Word[], grammar: CompiledGrammar): readonly Piece[] {
  const pieces: { words: Word[]; besideForeign: boolean }[] = [{ words: [], besideForeign: false }]
  for (const word of run) {
    const shouted = word.text.length > 1 && word.text === word.text.toUpperCase()
    if (grammar.isSyllable(word.text) && (!shouted || grammar.isUnmistakable(word.text))) {
      pieces.at(-1)!.words.push(word)
      continue
    }
    pieces.at(-1)!.besideForeign ||= !shouted
    pieces.push({ words: [], besideForeign: !shouted })
  }
  return pieces.filter(({ words }) => words.length > 0)
}

/** Drops what has a capital only because a sentence begins there: `Tại Phú Thọ`, `Ông Trần Văn Tiến`, `Vịnh Hạ Long`. */
function trimStart(words: readonly Word[], text: string, grammar: CompiledGrammar): readonly Word[] {
  const [first, second] = words.map((word) => word.text.toLowerCase())
  if (words.length > 3 && grammar.cues.has(`${first} ${second}`)) return words.slice(2)
  if (!beginsSentence(text, words[0]!.start)) return words
  if (grammar.opening.has(first!)) return words.slice(1)
  const isCue = grammar.cues.has(first!) && !grammar.surnames.includes(words[0]!.text)
  return isCue && words.length > 2 ? words.slice(1) : words
}

const beginsSentence = (text: string, start: number): boolean =>
  /(?:^|[.!?…:;\n“"‘'(–—-])\s*$/u.test(text.slice(Math.max(0, start - 4), start))

function isName({ words, besideForeign }: Piece, cue: Cue | null, grammar: CompiledGrammar): boolean {
  const [first] = words
  if (!first || grammar.officeWords.includes(first.text.toLowerCase())) return false
  const unmistakable = words.some(({ text }) => grammar.isUnmistakable(text))
  if (words.length > 1) return unmistakable || !besideForeign
  return (cue === 'address' || cue === 'place') && unmistakable && !besideForeign
}

function toMatch(
  words: readonly Word[],
  cue: Cue | null,
  text: NormalizedText,
  grammar: CompiledGrammar,
): NameMatch {
  const likePerson = words.length >= 3 && grammar.surnames.includes(words[0]!.text)
  return {
    span: text.toOriginal({ start: words[0]!.start, end: words.at(-1)!.end }),
    text: words.map((word) => word.text).join(' '),
    kind: cue === 'place' ? 'place' : cue || likePerson ? 'person' : 'unknown',
  }
}
