import { checkText } from './check-text.ts'
import { limits } from './format.ts'
import type { Problem } from './problem.ts'

/** One concept as a row of a file describes it. Every text is NFC, without blanks at its ends. */
export interface GlossaryRow {
  /** The line of the file where the row begins, from 1. */
  readonly line: number
  readonly subject?: string
  readonly definition?: string
  readonly note?: string
  /** Where the decision comes from. */
  readonly source?: string
  readonly caseSensitive: boolean
  readonly terms: readonly GlossaryTerm[]
}

export interface GlossaryTerm {
  /** BCP 47 tag. */
  readonly language: string
  readonly text: string
  readonly status: 'preferred' | 'admitted' | 'deprecated'
  /** With the first term of its language: phrases in which its letters are another word, and words that stand near where it is meant. */
  readonly exclusions?: readonly string[]
  readonly contextWords?: readonly string[]
}

/** A problem of one row. `line` is where the row begins in the file, from 1 (the header is line 1 unless something precedes it). */
export interface RowError extends Problem {
  readonly line: number
  /** The column's name as the header writes it. */
  readonly column?: string
}

/** What a column holds. `position` is its place in a row. */
interface Column {
  readonly name: string
  readonly position: number
  readonly holds: 'terms' | 'usage' | 'subject' | 'definition' | 'note' | 'source' | 'case' | 'nothing'
  readonly language?: string
  readonly status?: GlossaryTerm['status']
  readonly usage?: 'exclusions' | 'contextWords'
}

/**
 * The columns, in any order: `vi` and `th` (forms split by `|`; the first is preferred, the others admitted), `vi:admitted`,
 * `vi:deprecated`, `vi:exclusions` (longer phrases in which the term is another word, split by `|`), `vi:context` (words that stand near
 * where a homonym has this meaning, split by `|`) and the same for `th`, `subject`, `definition`, `note`, `source`, and `case` (yes when capitals matter).
 * Both language columns have to be there; a name may stand once.
 */
export function readGlossaryHeader(
  names: readonly string[],
  languages: readonly string[],
): {
  columns: readonly Column[]
  unknown: readonly string[]
  errors: readonly (Problem & { column?: string })[]
} {
  if (names.length > limits.glossaryColumns)
    return {
      columns: [],
      unknown: [],
      errors: [
        { code: 'csv-too-many-columns', values: { actual: names.length, maximum: limits.glossaryColumns } },
      ],
    }
  const columns = names.map((name, position) => columnOf(name, position, languages))
  const missing = languages.filter((language) => !names.includes(language))
  const twice = names.filter((name, position) => name !== '' && names.indexOf(name) < position)
  return {
    columns,
    unknown: columns
      .filter(({ holds, name }) => holds === 'nothing' && name !== '')
      .map(({ name }) => shown(name)),
    errors: [
      ...missing.map((column) => ({ code: 'csv-missing-column' as const, column, values: { column } })),
      ...twice.map((name) => ({
        code: 'csv-duplicate-column' as const,
        column: shown(name),
        values: { column: shown(name) },
      })),
    ],
  }
}

function columnOf(name: string, position: number, languages: readonly string[]): Column {
  const [language = '', status = 'preferred', ...more] = name.split(':').map((part) => part.trim())
  if (languages.includes(language) && more.length === 0 && isStatus(status))
    return { name, position, holds: 'terms', language, status }
  const usage = usageColumns[status]
  if (languages.includes(language) && more.length === 0 && usage)
    return { name, position, holds: 'usage', language, usage }
  const holds = plainColumns.find((known) => known === name)
  return { name, position, holds: holds ?? 'nothing' }
}

const plainColumns = ['subject', 'definition', 'note', 'source', 'case'] as const

const usageColumns: Readonly<Record<string, NonNullable<Column['usage']>>> = {
  exclusions: 'exclusions',
  context: 'contextWords',
}

const isStatus = (status: string): status is GlossaryTerm['status'] =>
  status === 'preferred' || status === 'admitted' || status === 'deprecated'

/** Reads one row; no row comes back when it has an error. */
export function readGlossaryRow(
  columns: readonly Column[],
  cells: readonly string[],
  line: number,
): { row: GlossaryRow | null; errors: readonly RowError[] } {
  if (cells.length !== columns.length)
    return {
      row: null,
      errors: [{ line, code: 'csv-columns', values: { expected: columns.length, actual: cells.length } }],
    }
  const unsound = columns.flatMap((column) => checkCell(column, cells[column.position] ?? '', line))
  if (unsound.length > 0) return { row: null, errors: unsound }

  const cell = ({ position }: Column): string => (cells[position] ?? '').normalize('NFC').trim()
  const plain = (holds: Column['holds']): string => {
    const column = columns.find((each) => each.holds === holds)
    return column ? cell(column) : ''
  }
  const termColumns = columns.filter(({ holds }) => holds === 'terms')
  const usage = columns
    .filter(({ holds }) => holds === 'usage')
    .map((column) => usageOf(column, cell(column)))
  const terms = withUsage(
    termColumns.flatMap((column) => termsOf(column, cell(column))),
    usage,
  )
  const errors = [...checkTerms(termColumns, terms, line), ...checkCase(plain('case'), line)]
  if (errors.length > 0) return { row: null, errors }
  const optional = (['subject', 'definition', 'note', 'source'] as const).flatMap((holds) =>
    plain(holds) === '' ? [] : [[holds, plain(holds)] as const],
  )
  return {
    row: {
      line,
      ...Object.fromEntries(optional),
      caseSensitive: yes.has(plain('case').toLowerCase()),
      terms,
    },
    errors: [],
  }
}

function termsOf({ language = '', status = 'preferred' }: Column, cell: string): GlossaryTerm[] {
  return formsOf(cell).map((text, index) => ({
    language,
    text,
    status: index > 0 && status === 'preferred' ? 'admitted' : status,
  }))
}

interface Usage extends Pick<GlossaryTerm, 'exclusions' | 'contextWords'> {
  readonly language: string
}

function usageOf({ language = '', usage = 'exclusions' }: Column, cell: string): Usage {
  const phrases = formsOf(cell)
  return phrases.length > 0 ? { language, [usage]: phrases } : { language }
}

const formsOf = (cell: string): readonly string[] =>
  cell
    .split('|')
    .map((form) => form.trim())
    .filter((form) => form !== '')

/** What is said of a language's terms stands with the first of them. */
const withUsage = (terms: readonly GlossaryTerm[], usage: readonly Usage[]): readonly GlossaryTerm[] =>
  terms.map((term, at) =>
    terms.findIndex(({ language }) => language === term.language) === at
      ? usage
          .filter(({ language }) => language === term.language)
          .reduce<GlossaryTerm>((whole, part) => ({ ...whole, ...part }), term)
      : term,
  )

function checkCell(column: Column, cell: string, line: number): RowError[] {
  const place = { line, column: column.name }
  if (cell.length > limits.glossaryFieldCharacters)
    return [{ ...place, code: 'csv-field-too-long', values: { maximum: limits.glossaryFieldCharacters } }]
  const problem = checkText(cell)
  return problem ? [{ ...place, code: problem.code, values: { ...problem.values, value: shown(cell) } }] : []
}

/** A term is wanted in each language, and no form may stand twice in one language. */
function checkTerms(columns: readonly Column[], terms: readonly GlossaryTerm[], line: number): RowError[] {
  const missing = columns
    .filter(({ status }) => status === 'preferred')
    .filter(
      ({ language }) => !terms.some((term) => term.language === language && term.status === 'preferred'),
    )
  const seen = new Set<string>()
  const twice = terms.filter(({ language, text }) => {
    const key = `${language}:${text}`
    return seen.has(key) || !seen.add(key)
  })
  return [
    ...missing.map(({ name }) => ({
      line,
      column: name,
      code: 'csv-term-required' as const,
      values: { column: name },
    })),
    ...twice.map(({ language, text }) => ({
      line,
      column: language,
      code: 'csv-form-twice' as const,
      values: { value: shown(text) },
    })),
  ]
}

const yes: ReadonlySet<string> = new Set(['yes', 'y', 'true', '1', 'có', 'ใช่'])
const no: ReadonlySet<string> = new Set(['', 'no', 'n', 'false', '0', 'không', 'ไม่', 'ไม่ใช่'])

const checkCase = (value: string, line: number): RowError[] =>
  yes.has(value.toLowerCase()) || no.has(value.toLowerCase())
    ? []
    : [{ line, column: 'case', code: 'csv-yes-or-no', values: { value: shown(value) } }]

/** A value as an error may show it. */
export const shown = (value: string): string =>
  value
    .slice(0, 80)
    .replace(
      /[\p{Cc}\p{Cf}\p{Cs}]/gu,
      (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
    )
