import { CsvError, parse } from 'csv-parse/sync'
import { unifyLineEnds } from './check-text.ts'
import { limits } from './format.ts'
import type { Format } from './format.ts'
import { readGlossaryHeader, readGlossaryRow, shown } from './glossary-row.ts'
import type { GlossaryRow, RowError } from './glossary-row.ts'

export interface GlossaryReading {
  /** The sound rows, in file order. */
  readonly rows: readonly GlossaryRow[]
  /** All rows that say anything, sound or not; 0 when the file cannot be read at all. */
  readonly rowCount: number
  /** At most a thousand, in file order. */
  readonly errors: readonly RowError[]
  /** All of them. */
  readonly errorCount: number
  /** Columns that mean nothing here and were passed over. */
  readonly unknownColumns: readonly string[]
  readonly delimiter: ',' | ';' | '\t'
}

/** A glossary as a spreadsheet saves it: a row for each concept. The columns are described in `glossary-row.ts`. */
export const glossaryCsv: Format<GlossaryReading> = {
  id: 'glossary-csv',
  extensions: ['csv', 'tsv'],
  recognizes: (text) => readGlossaryHeader(headerFields(text).fields, languagesOf()).errors.length === 0,
  read: (text) => ({ ok: true, content: readGlossaryCsv(text) }),
}

/**
 * Reads decoded text. Comma, semicolon or tab is told by the header; a spreadsheet's first line `sep=;` is understood. Never throws:
 * a file that cannot be read at all has no rows and one error.
 */
export function readGlossaryCsv(
  text: string,
  options: { readonly languages?: readonly string[] } = {},
): GlossaryReading {
  const { fields, delimiter, body, line: firstLine } = headerFields(text)
  const header = readGlossaryHeader(fields, languagesOf(options.languages))
  const report = createReport()
  const reading = (rows: readonly GlossaryRow[], rowCount: number): GlossaryReading => ({
    rows,
    rowCount,
    errors: report.errors,
    errorCount: report.count(),
    unknownColumns: header.unknown,
    delimiter,
  })
  for (const error of header.errors) report.add({ ...error, line: firstLine })
  if (header.errors.length > 0) return reading([], 0)

  const rows: GlossaryRow[] = []
  const seen = new Map<string, number>()
  let count = 0
  let next = firstLine
  const take = (cells: readonly string[], lastLine: number): void => {
    const line = next
    next = lastLine + 1
    if (line === firstLine || cells.every((cell) => cell.trim() === '')) return
    count += 1
    if (count > limits.glossaryRows)
      throw new StopReading({ line, code: 'csv-too-many-rows', values: { maximum: limits.glossaryRows } })
    const { row, errors } = readGlossaryRow(header.columns, cells, line)
    for (const error of errors) report.add(error)
    if (!row) return
    const key = JSON.stringify([row.subject, row.terms.filter(({ status }) => status === 'preferred')])
    const twin = seen.get(key)
    if (twin === undefined) rows.push(row)
    else
      report.add({
        line,
        code: 'csv-duplicate',
        values: { other: twin, value: shown(row.terms[0]?.text ?? '') },
      })
    seen.set(key, twin ?? line)
  }
  try {
    parse(body, {
      delimiter,
      relax_column_count: true,
      max_record_size: limits.glossaryFieldCharacters * 4,
      on_record: (cells: string[], { lines }) => {
        take(cells, firstLine - 1 + lines)
        return null
      },
    })
  } catch (error) {
    if (error instanceof StopReading) report.add(error.problem)
    else if (error instanceof CsvError) report.add(unreadable(error, next))
    else throw error
    return reading([], 0)
  }
  if (count === 0 && report.count() === 0) report.add({ line: firstLine, code: 'csv-empty' })
  return reading(rows, count)
}

const languagesOf = (languages: readonly string[] = ['vi', 'th']): readonly string[] => languages

/** A quote that is never closed swallows the rest of the file, so the row where it opened is named. */
const unreadable = ({ code }: CsvError, line: number): RowError =>
  code === 'CSV_MAX_RECORD_SIZE'
    ? { line, code: 'csv-field-too-long', values: { maximum: limits.glossaryFieldCharacters } }
    : { line, code: 'csv-quote' }

class StopReading extends Error {
  readonly problem: RowError
  constructor(problem: RowError) {
    super(problem.code)
    this.problem = problem
  }
}

function createReport() {
  const errors: RowError[] = []
  let count = 0
  return {
    errors,
    count: () => count,
    add(error: RowError) {
      count += 1
      if (errors.length < 1000) errors.push(error)
    },
  }
}

/** The header's fields under the delimiter that gives most of them, and the text from the header on. */
function headerFields(text: string) {
  const unified = unifyLineEnds(text.replace(/^\ufeff/, ''))
  const declared = /^"?sep=([,;\t])"?\n/.exec(unified)
  const skipped = declared ? declared[0].length : (/^\s*\n/.exec(unified)?.[0].length ?? 0)
  const body = unified.slice(skipped)
  const line = 1 + (unified.slice(0, skipped).match(/\n/g)?.length ?? 0)
  const headerLine = body.slice(0, 20_000).split('\n', 1)[0] ?? ''
  const readings = delimiters.map((delimiter) => ({
    delimiter,
    fields: headerLine.split(delimiter).map(bareName),
    body,
    line,
  }))
  const byDeclaration = readings.find(({ delimiter }) => delimiter === declared?.[1])
  return (
    byDeclaration ??
    readings.reduce((best, reading) => (reading.fields.length > best.fields.length ? reading : best))
  )
}

const delimiters = [',', ';', '\t'] as const

const bareName = (field: string): string =>
  field
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()
    .toLowerCase()
