import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { analyzeSegment } from '../engine/analyze.ts'
import { runChecks } from '../engine/checks/run-checks.ts'
import type { Finding } from '../engine/checks/check.ts'
import { compileGlossary, type GlossaryEntry } from '../engine/glossary/glossary.ts'
import { languageFor } from '../engine/languages/catalog.ts'

/**
 * `tukham check --from vi --to th --json [--glossary FILE.csv]`: one `{"source","target"}` a line on standard input, one
 * `{"findings":[…]}` a line on standard output. Offsets are UTF-16, half-open, in the texts as given. Returns the exit code.
 */
export async function checkCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string', default: 'vi' },
      to: { type: 'string', default: 'th' },
      json: { type: 'boolean', default: false },
      glossary: { type: 'string' },
    },
  })
  const sourceLanguage = languageFor(values.from)
  const targetLanguage = languageFor(values.to)
  const entries =
    values.glossary === undefined
      ? []
      : readGlossary(readFileSync(values.glossary, 'utf8'), values.from, values.to)
  const glossary = compileGlossary(entries, sourceLanguage, targetLanguage)

  const lines = readFileSync(process.stdin.fd, 'utf8').split('\n')
  for (const line of lines) {
    if (line.trim() === '') continue
    const { source, target } = readPair(line)
    const findings = runChecks(analyzeSegment({ source, target, sourceLanguage, targetLanguage, glossary }))
    process.stdout.write(JSON.stringify({ findings: findings.map(flat) }) + '\n')
  }
  return 0
}

function readPair(line: string): { source: string; target: string } {
  const pair: unknown = JSON.parse(line)
  const side = (name: 'source' | 'target') => {
    const text = (pair as Record<string, unknown>)[name]
    return typeof text === 'string' ? text : ''
  }
  return { source: side('source'), target: side('target') }
}

/** Spans as plain numbers, the way scripts read them. */
function flat({ span, sourceSpan, ...rest }: Finding): object {
  return {
    ...rest,
    ...span,
    ...(sourceSpan ? { sourceStart: sourceSpan.start, sourceEnd: sourceSpan.end } : {}),
  }
}

/** Columns `vi, th, th:admitted, th:deprecated`; several forms in a cell are parted by `|`. A term with a capital is case-sensitive. */
function readGlossary(csv: string, from: string, to: string): readonly GlossaryEntry[] {
  const rows: Record<string, string>[] = parse(csv, {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
  })
  return rows.map((row, at) => {
    const terms = (language: string, column: string, status: 'preferred' | 'admitted' | 'deprecated') =>
      (row[column] ?? '')
        .split('|')
        .map((form) => form.trim())
        .filter((form) => form !== '')
        .map((text) => ({ language, text, status, caseSensitive: text !== text.toLowerCase() }))
    return {
      conceptId: String(at),
      ...(row['subject'] ? { subject: row['subject'] } : {}),
      terms: [
        ...terms(from, from, 'preferred'),
        ...terms(to, to, 'preferred'),
        ...terms(to, `${to}:admitted`, 'admitted'),
        ...terms(to, `${to}:deprecated`, 'deprecated'),
      ],
    }
  })
}
