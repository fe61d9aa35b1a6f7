import { RE2JS, RE2JSSyntaxException } from 're2js'
import type { Language } from '../engine/languages/language.ts'
import { isGraphemeBoundary } from '../engine/text/graphemes.ts'
import { normalizeWith, repairing, type NormalizedText } from '../engine/text/normalize.ts'
import { slice, type Span } from '../engine/text/span.ts'
import { Invalid } from './errors.ts'

/** What is looked for, as a person asked for it. */
export interface Search {
  readonly find: string
  /** An RE2 expression; what it can say is on github.com/google/re2/wiki/Syntax. */
  readonly isExpression: boolean
  readonly matchCase: boolean
  /** Thai tone marks and Latin diacritics count. */
  readonly matchMarks: boolean
  readonly wholeWords: boolean
}

/** A place in the text as given, and what the expression's groups found there; the first is all of it. */
export interface TextMatch extends Span {
  readonly groups: readonly string[]
}

export interface SearchAnswer {
  readonly matches: readonly TextMatch[]
  /** Places left out because a character as read (a letter with its marks) would have been torn there. */
  readonly torn: number
  /** The search was given up in this text, for it would have taken too long. */
  readonly isCutShort: boolean
}

export const longestPattern = 200

/** Some 30 ns each: instructions of the expression times characters that they look at. */
const longestWork = 10_000_000
const largestProgram = 1_000

/**
 * Prepares a search. Spellings that look alike are found as one (the language's normalisation); matches lie in the text as given, in order,
 * without overlaps, never empty, and never tear a grapheme. Each look takes time linear in the text (RE2), and the sum of them is limited.
 * Throws Invalid with field `find` when the expression is none; `values.position` counts characters from 1.
 */
export function createSearch(search: Search, language: Language): (text: string) => SearchAnswer {
  const expression = compile(search, language)
  const size = expression.programSize()
  if (size > largestProgram) throw new Invalid([{ field: 'find', key: 'replace.problem.too-complex' }])
  return (text) => {
    const folded = fold(text, search, language)
    const matcher = expression.matcher(folded.text)
    const matches: TextMatch[] = []
    let [work, torn, done] = [0, 0, 0]
    for (let from = 0; ; from = matcher.end()) {
      work += size * (folded.text.length - from + 1)
      if (work > longestWork) return { matches, torn, isCutShort: true }
      if (!matcher.find()) return { matches, torn, isCutShort: false }
      if (matcher.end() === matcher.start()) continue
      const found = { start: matcher.start(), end: matcher.end() }
      const span = withLooseMarks(text, folded.toOriginal(found), search)
      if (search.wholeWords && !isWhole(folded.text, found, language)) continue
      if (span.start < done || !isGraphemeBoundary(text, span.start) || !isGraphemeBoundary(text, span.end)) {
        torn++
        continue
      }
      done = span.end
      const groups = Array.from({ length: matcher.groupCount() }, (_, index) => {
        const [start, end] = [matcher.start(index + 1), matcher.end(index + 1)]
        if (start < 0 || end <= start) return ''
        return slice(text, withLooseMarks(text, folded.toOriginal({ start, end }), search))
      })
      matches.push({ ...span, groups: [slice(text, span), ...groups] })
    }
  }
}

/** What a match becomes: in an expression's replacement `$1`…`$9` are its groups, `$0` is all of it, `$$` is a dollar. */
export const replacementFor = (
  { groups }: TextMatch,
  replacement: string,
  { isExpression }: Pick<Search, 'isExpression'>,
): string =>
  isExpression
    ? replacement.replace(/\$([$\d])/g, (_, name: string) =>
        name === '$' ? '$' : (groups[Number(name)] ?? ''),
      )
    : replacement

function compile({ find, isExpression, matchCase, matchMarks }: Search, language: Language): RE2JS {
  const alike = language.normalize(find).text
  const pattern = matchMarks ? alike : dropMarks(alike).text
  try {
    return RE2JS.compile(
      isExpression ? pattern : RE2JS.quote(pattern),
      matchCase ? 0 : RE2JS.CASE_INSENSITIVE,
    )
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error
    throw new Invalid([{ field: 'find', ...problemOf(error, pattern) }])
  }
}

/** RE2 says what is wrong and which part of the expression it is; a person wants to know where. */
function problemOf(error: RE2JSSyntaxException, pattern: string) {
  const what = error.getDescription()
  const part = error.getPattern() ?? ''
  const at = /^(missing closing|unexpected) \)/.test(what) ? loneBracket(pattern) : pattern.indexOf(part)
  const position = [...pattern.slice(0, Math.max(0, at))].length + 1
  const key = problems.find(([beginning]) => what.startsWith(beginning))?.[1] ?? 'replace.problem.expression'
  return { key, values: { position, part } }
}

const problems = [
  ['missing closing )', 'replace.problem.unclosed-group'],
  ['missing closing ]', 'replace.problem.unclosed-class'],
  ['unexpected )', 'replace.problem.unopened-group'],
  ['invalid character class range', 'replace.problem.range'],
  ['missing argument to repetition', 'replace.problem.nothing-to-repeat'],
  ['invalid nested repetition', 'replace.problem.nothing-to-repeat'],
  ['invalid repeat count', 'replace.problem.repeat-count'],
  ['invalid or unsupported Perl syntax', 'replace.problem.unsupported'],
  ['invalid escape sequence', 'replace.problem.escape'],
  ['trailing backslash', 'replace.problem.escape'],
] as const

/** Where the bracket stands that has no other: the first that closes nothing, else the last that is never closed. */
function loneBracket(pattern: string): number {
  const open: number[] = []
  for (const { 0: sign, index } of pattern.matchAll(/\\.|\[[^\]]*\]|[()]/gs)) {
    if (sign === '(') open.push(index)
    else if (sign === ')' && open.pop() === undefined) return index
  }
  return open.at(-1) ?? 0
}

function fold(text: string, { matchMarks }: Search, language: Language): NormalizedText {
  const alike = language.normalize(text)
  if (matchMarks) return alike
  const bare = dropMarks(alike.text)
  return {
    text: bare.text,
    toOriginal: ((place: number | Span) =>
      typeof place === 'number'
        ? alike.toOriginal(bare.toOriginal(place))
        : alike.toOriginal(bare.toOriginal(place))) as NormalizedText['toOriginal'],
  }
}

/** Thai tone marks and their like, and the diacritics of Latin letters. Vowels that stand above or below are letters. */
const looseMarks = '\\u0300-\\u036F\\u0E3A\\u0E47-\\u0E4E'
const dropMarks = (text: string): NormalizedText => normalizeWith(markRules, text)
const markRules = [
  repairing(/[\u00C0-\u024F\u1E00-\u1EFF]/g, (letter) => {
    const bare = letter.normalize('NFD').replace(/[\u0300-\u036F]+/g, '')
    return bare === 'đ' ? 'd' : bare === 'Đ' ? 'D' : bare
  }),
  repairing(new RegExp(`[${looseMarks}]+`, 'g'), () => ''),
]
const looseAt = new RegExp(`[${looseMarks}]*`, 'y')

/** Marks that did not count belong to the letter before them. */
function withLooseMarks(text: string, span: Span, { matchMarks }: Search): Span {
  if (matchMarks || span.end <= span.start) return span
  looseAt.lastIndex = span.end
  return { start: span.start, end: span.end + (looseAt.exec(text)?.[0].length ?? 0) }
}

const isWhole = (text: string, { start, end }: Span, language: Language): boolean =>
  language.isBoundary(text, start) && language.isBoundary(text, end)
