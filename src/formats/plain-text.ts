import { checkLength, checkText } from './check-text.ts'
import { limits } from './format.ts'
import type { Format } from './format.ts'
import type { ImportedPage } from './imported-page.ts'
import { endsSentence } from './page-line.ts'
import type { PageLine } from './page-line.ts'
import { readPage } from './read-page.ts'

/** A page copied from a browser, or an article somebody wrote down. */
export const plainText: Format<ImportedPage> = {
  id: 'plain-text',
  extensions: ['txt'],
  recognizes: () => true,
  read(text, language) {
    const error = checkLength(text.length, limits.articleCharacters) ?? checkText(text)
    if (error) return { ok: false, error }
    const count = linesOf(text).length
    if (count === 0) return { ok: false, error: { code: 'page-empty' } }
    if (count > limits.articleLines)
      return {
        ok: false,
        error: { code: 'text-too-many-lines', values: { actual: count, maximum: limits.articleLines } },
      }
    return { ok: true, content: readPlainPage(text, language) }
  },
}

/** Finds the article in plain text. Spans are UTF-16 offsets in `text`. Takes any string; linear. */
export const readPlainPage = (text: string, language: string): ImportedPage =>
  readPage(text, joinWrapped(text, linesOf(text)), language)

/** The lines that are not blank, without the blanks around them. */
const linesOf = (text: string): PageLine[] =>
  [...text.matchAll(/[^\n\r\u0085\u2028\u2029]+/g)].flatMap(({ 0: line, index }) => {
    const trimmed = line.trim()
    if (trimmed === '') return []
    const start = index + line.length - line.trimStart().length
    return [{ text: trimmed, start, end: start + trimmed.length }]
  })

/** Paragraphs that were broken into lines of about equal length, as in a mail, are put together; their spans cover the breaks. */
function joinWrapped(text: string, lines: readonly PageLine[]): PageLine[] {
  return groupsOf(text, lines).flatMap((group) => {
    const [first, last] = [group[0]!, group.at(-1)!]
    if (!isWrapped(group)) return group
    const span = { start: first.start, end: last.end }
    return [
      {
        ...span,
        text: text.slice(span.start, span.end).replace(/\r\n|[\n\r]/g, (end) => ' '.repeat(end.length)),
      },
    ]
  })
}

/** Lines with no blank line between them. */
function groupsOf(text: string, lines: readonly PageLine[]): PageLine[][] {
  const groups: PageLine[][] = []
  let previous: PageLine | undefined
  for (const line of lines) {
    const gap = previous ? text.slice(previous.end, line.start) : ''
    if (previous && /^[^\n\r]*(?:\r\n|[\n\r])[^\n\r]*$/.test(gap)) groups.at(-1)!.push(line)
    else groups.push([line])
    previous = line
  }
  return groups
}

/** Only a script with small letters shows it: most lines go on with one, and only the last ends a sentence early. */
function isWrapped(group: readonly PageLine[]): boolean {
  const full = group.slice(0, -1)
  if (full.length < 2 || full.some(({ text }) => text.length < 45 || text.length > 110)) return false
  const goesOn = group.slice(1).filter(({ text }) => /^[\p{Ll}\p{N}(“"]/u.test(text)).length
  const stops = full.filter(({ text }) => endsSentence(text)).length
  return goesOn * 2 >= full.length && stops * 2 <= full.length
}
