import type { ImportRow, RowProblem } from '../domain/glossary-plan.ts'
import { acceptText } from './check-text.ts'
import { decodeText } from './decode-text.ts'
import { limits, type Reading } from './format.ts'
import { readGlossaryCsv } from './glossary-csv.ts'
import type { GlossaryRow, RowError } from './glossary-row.ts'
import type { Problem } from './problem.ts'

export type GlossaryInput = { readonly bytes: Uint8Array } | { readonly text: string }

export interface GlossaryFile {
  /** In file order; those that could not be read are listed up to a thousand problems. */
  readonly rows: readonly ImportRow[]
  /** Rows beyond those, which could not be read either. */
  readonly unlisted: number
  /** Columns that mean nothing here and were passed over. */
  readonly unknownColumns: readonly string[]
}

/** A glossary file or paste as rows to be imported. A file of which no row can be told from another is refused whole. */
export function readGlossaryFile(input: GlossaryInput): Reading<GlossaryFile> {
  const decoded = 'bytes' in input ? decodeText(input.bytes) : acceptText(input.text, limits.uploadBytes)
  if (!decoded.ok) return decoded
  const { rows, rowCount, errors, unknownColumns } = readGlossaryCsv(decoded.text)
  const [first] = errors
  if (rowCount === 0 && first) return { ok: false, error: problemOfFile(first) }

  const heads = new Map<string, number>()
  for (const row of rows) heads.set(headOf(row), (heads.get(headOf(row)) ?? 0) + 1)
  const lines = new Map<string, number>()
  const sound = rows.map((row): ImportRow => {
    const head = headOf(row)
    const content = contentOf(row)
    const same = JSON.stringify([head, content.subject])
    const other = lines.get(same)
    lines.set(same, other ?? row.line)
    const problems =
      other === undefined ? [] : [{ key: 'import.errors.csv-duplicate', values: { other, value: head } }]
    return { line: row.line, content, alone: heads.get(head) === 1, problems }
  })
  const unsound = unreadableRows(errors)
  return {
    ok: true,
    content: {
      rows: [...sound, ...unsound].sort((a, b) => a.line - b.line),
      unlisted: rowCount - sound.length - unsound.length,
      unknownColumns,
    },
  }
}

const problemOfFile = ({ code, line, place, values }: RowError): Problem => ({
  code,
  place: place ?? { line, column: 1 },
  ...(values ? { values } : {}),
})

/** What the row's concept is known by. */
const headOf = ({ terms }: GlossaryRow): string => terms[0]?.text ?? ''

const contentOf = ({
  subject = '',
  definition = '',
  note = '',
  source = '',
  terms,
  caseSensitive,
}: GlossaryRow) => ({
  subject,
  definition,
  note,
  source,
  terms: terms.map((term) => ({ ...term, caseSensitive })),
})

function unreadableRows(errors: readonly RowError[]): ImportRow[] {
  const problems = new Map<number, RowProblem[]>()
  for (const { line, code, column, values } of errors)
    problems.set(line, [
      ...(problems.get(line) ?? []),
      {
        key: `import.errors.${code}`,
        ...(column === undefined ? {} : { column }),
        ...(values ? { values } : {}),
      },
    ])
  return [...problems].map(([line, found]) => ({ line, content: null, alone: true, problems: found }))
}
