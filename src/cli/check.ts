import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { analyzeSegment } from '../engine/analyze.ts'
import { runChecks } from '../engine/checks/run-checks.ts'
import type { Finding } from '../engine/checks/check.ts'
import { compileGlossary, type GlossaryEntry } from '../engine/glossary/glossary.ts'
import { languageFor } from '../engine/languages/catalog.ts'
import { readGlossaryCsv } from '../formats/glossary-csv.ts'

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
  const entries = values.glossary === undefined ? [] : readGlossary(values.glossary, values.from, values.to)
  const glossary = compileGlossary(entries, sourceLanguage, targetLanguage)

  const lines = (await text(process.stdin)).split('\n')
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    const pair = readPair(line)
    if (pair === null) {
      process.stderr.write(`tukham check: line ${at + 1} is no {"source","target"}\n`)
      return 2
    }
    const findings = runChecks(analyzeSegment({ ...pair, sourceLanguage, targetLanguage, glossary }))
    process.stdout.write(JSON.stringify({ findings: findings.map(flat) }) + '\n')
  }
  return 0
}

function readPair(line: string): { source: string; target: string } | null {
  try {
    const { source, target } = JSON.parse(line) as Record<string, unknown>
    return typeof source === 'string' && typeof target === 'string' ? { source, target } : null
  } catch {
    return null
  }
}

/** Spans as plain numbers, the way scripts read them. */
function flat({ span, sourceSpan, ...rest }: Finding): object {
  return {
    ...rest,
    ...span,
    ...(sourceSpan ? { sourceStart: sourceSpan.start, sourceEnd: sourceSpan.end } : {}),
  }
}

/** Rows with errors are told and left out. */
function readGlossary(file: string, from: string, to: string): readonly GlossaryEntry[] {
  const { rows, errors } = readGlossaryCsv(readFileSync(file, 'utf8'), { languages: [from, to] })
  for (const { line, code, column } of errors) {
    process.stderr.write(`tukham check: ${file}:${line}: ${code}${column ? ` (${column})` : ''}\n`)
  }
  return rows.map(({ line, subject, terms, caseSensitive }) => ({
    conceptId: String(line),
    ...(subject === undefined ? {} : { subject }),
    terms: terms.map((term) => ({ ...term, caseSensitive })),
  }))
}
