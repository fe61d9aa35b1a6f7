import type { Language } from '../languages/language.ts'
import type { NormalizedText } from '../text/normalize.ts'
import { contains, type Span } from '../text/span.ts'
import { compileNameGrammar, type CompiledGrammar, type Cue } from './compile-name-grammar.ts'
import { nameKey } from './name-key.ts'
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
 * that only begins a sentence, a line in title case, an acronym, a foreign name, a country and the name of an office are none. A single
 * syllable counts after a title or a kind of place, where everybody knows the place, or where `lone` says that the article calls
 * somebody so. Empty for languages without a name grammar.
 */
export function findNames(
  text: NormalizedText,
  language: Language,
  lone: ReadonlySet<string> = NOBODY,
): readonly NameMatch[] {
  const grammar = grammars.get(language.tag)
  if (!grammar || !/\p{Ll}/u.test(text.text)) return []
  const titles = titleLines(text.text)
  const pieces = capitalRuns(text.text).flatMap((run) =>
    splitForeign(run, grammar)
      .flatMap((piece) => cutKnown(piece, grammar))
      .flatMap((piece) => partPersonFromPlace(piece, text.text, grammar)),
  )
  let line = 0
  return joinDoublePlaces(pieces, text.text, grammar).flatMap((piece) => {
    const words = trimStart(piece.words, text.text, grammar)
    const cue = words[0] ? cueBefore(text.text, words[0].start, grammar) : null
    const named = { ...piece, words }
    const first = words[0]
    while (first && (titles[line]?.end ?? Infinity) <= first.start) line++
    const title = titles[line]
    const inTitle = title !== undefined && first !== undefined && contains(title, first)
    return isName(named, cue, grammar, text.text, lone, inTitle) ? [toMatch(words, cue, text, grammar)] : []
  })
}

/** Places that everybody who reads the language knows. */
export const famousPlaces = (language: string): readonly string[] =>
  grammars.get(language)?.famousPlaces ?? []

const NOBODY: ReadonlySet<string> = new Set()

/** What the one to three words before an offset announce. */
function cueBefore(text: string, offset: number, { cues }: CompiledGrammar): Cue | null {
  const words = text
    .slice(Math.max(0, offset - 40), offset)
    .toLowerCase()
    .split(/[ \u00A0“"(]|[^]*\n/)
  if (words.pop() !== '') return null
  for (let count = 3; count > 0; count--) {
    const cue = words.length >= count ? cues.get(words.slice(-count).join(' ')) : undefined
    if (cue) return cue
  }
  return null
}

const grammars: ReadonlyMap<string, CompiledGrammar> = new Map([
  ['vi', compileNameGrammar('vi', vietnameseNames)],
])

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
  for (const { 0: word, index: start } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (!/^\p{Lu}/u.test(word)) continue
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
    if (isOwnWord(word.text, grammar) && (!shouted || grammar.isUnmistakable(word.text))) {
      pieces.at(-1)!.words.push(word)
      continue
    }
    pieces.at(-1)!.besideForeign ||= !shouted
    pieces.push({ words: [], besideForeign: !shouted })
  }
  return pieces.filter(({ words }) => words.length > 0)
}

const isOwnWord = (word: string, grammar: CompiledGrammar): boolean =>
  grammar.isSyllable(word) || grammar.famousWords.has(word)

/** Cuts out countries, days of the week and other phrases with capitals (`Tây Nam Hoa Kỳ`), but not of a person's name (`Lê Hà Lan`). */
function cutKnown(piece: Piece, { known, knownStarts, surnames }: CompiledGrammar): readonly Piece[] {
  const { words, besideForeign } = piece
  if (known.has(keyOf(words))) return []
  if (surnames.includes(words[0]!.text)) return [piece]
  if (!words.some(({ text }) => knownStarts.has(nameKey(text)))) return [piece]
  const pieces: { words: Word[]; besideForeign: boolean }[] = [{ words: [], besideForeign }]
  for (let at = 0; at < words.length; at++) {
    const count = [4, 3, 2].find((n) => at + n <= words.length && known.has(keyOf(words.slice(at, at + n))))
    if (count === undefined) pieces.at(-1)!.words.push(words[at]!)
    else {
      pieces.push({ words: [], besideForeign })
      at += count - 1
    }
  }
  return pieces.filter((rest) => rest.words.length > 0)
}

/** The office of a place stands right before who holds it: `Chủ tịch tỉnh Nghệ An Hoàng Đức Thịnh` names a place and a person. */
function partPersonFromPlace(piece: Piece, text: string, grammar: CompiledGrammar): readonly Piece[] {
  const { words, besideForeign } = piece
  const [place, person] = [words.slice(0, 2), words.slice(2)]
  if (person.length < 3 || !grammar.surnames.includes(person[0]!.text)) return [piece]
  const isPlace =
    grammar.famousKeys.has(keyOf(place)) ||
    (grammar.middleNames.includes(person[1]!.text) && cueBefore(text, place[0]!.start, grammar) === 'place')
  return isPlace
    ? [
        { words: place, besideForeign },
        { words: person, besideForeign },
      ]
    : [piece]
}

/** `Thừa Thiên - Huế` is one name; `Hà Nội - Hải Phòng` are two. */
function joinDoublePlaces(
  pieces: readonly Piece[],
  text: string,
  grammar: CompiledGrammar,
): readonly Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    const words = before ? [...before.words, ...piece.words] : []
    const between = before ? text.slice(before.words.at(-1)!.end, piece.words[0]!.start) : ''
    if (/^\s?[-–—]\s?$/.test(between) && endsInDoublePlace(words, grammar))
      joined[joined.length - 1] = { words, besideForeign: false }
    else joined.push(piece)
  }
  return joined
}

function endsInDoublePlace(words: readonly Word[], { doublePlaceByKey }: CompiledGrammar): boolean {
  const key = ` ${keyOf(words)}`
  return Array.from(doublePlaceByKey.keys()).some((place) => key.endsWith(` ${place}`))
}

/** Lines of six words or more that mostly have capitals: headings, menus. */
function titleLines(text: string): readonly Span[] {
  return Array.from(text.matchAll(/[^\n]+/g)).flatMap(({ 0: line, index: start }) => {
    const words = line.match(/[\p{L}\p{M}]+/gu) ?? []
    const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length
    return words.length > 5 && capitals > words.length * 0.8 ? [{ start, end: start + line.length }] : []
  })
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

function isName(
  { words, besideForeign }: Piece,
  cue: Cue | null,
  grammar: CompiledGrammar,
  text: string,
  lone: ReadonlySet<string>,
  inTitle: boolean,
): boolean {
  const [first] = words
  if (!first || grammar.officeWords.includes(first.text.toLowerCase())) return false
  if (isHeading(words, grammar)) return false
  const unmistakable = words.some((word) => grammar.isUnmistakable(word.text))
  const surname = grammar.surnames.includes(first.text)
  if (words.length > 3 && !surname && !grammar.doublePlaceByKey.has(keyOf(words))) return false
  if (inTitle && !cue && !(surname && words.length > 2)) return false
  if (words.length > 1) return unmistakable || !besideForeign
  if (besideForeign) return false
  if (cue === 'place' ? unmistakable || first.text.length > 2 : cue === 'address' && unmistakable) return true
  const mayBeOrdinary = beginsSentence(text, first.start) && cue === null
  return !mayBeOrdinary && (lone.has(first.text) || grammar.lonePlaceKeys.has(nameKey(first.text)))
}

/** A run of capitals with a word or a pair that no name has; the well-known Thủ Dầu Một and people called Nguyễn Văn Được are names. */
function isHeading(words: readonly Word[], grammar: CompiledGrammar): boolean {
  if (grammar.famousKeys.has(keyOf(words))) return false
  const isPerson =
    grammar.surnames.includes(words[0]!.text) && grammar.middleNames.includes(words[1]?.text ?? '')
  if (isPerson) return false
  const hasSmallWord = words.length > 2 && words.some(({ text }) => grammar.small.has(text.toLowerCase()))
  return hasSmallWord || words.some((_, at) => grammar.headingPairs.has(keyOf(words.slice(at, at + 2))))
}

const keyOf = (words: readonly Word[]): string => nameKey(words.map((word) => word.text).join(' '))

function toMatch(
  words: readonly Word[],
  cue: Cue | null,
  text: NormalizedText,
  grammar: CompiledGrammar,
): NameMatch {
  const likePerson = words.length >= 3 && grammar.surnames.includes(words[0]!.text)
  return {
    span: text.toOriginal({ start: words[0]!.start, end: words.at(-1)!.end }),
    text: grammar.doublePlaceByKey.get(keyOf(words)) ?? words.map((word) => word.text).join(' '),
    kind: cue === 'place' ? 'place' : cue || likePerson ? 'person' : 'unknown',
  }
}
