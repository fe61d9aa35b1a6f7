import { text } from 'node:stream/consumers'
import { analyzeSegment } from '../engine/analyze.ts'
import type { Finding } from '../engine/checks/check.ts'
import { runChecks, runDraftChecks } from '../engine/checks/run-checks.ts'
import { languageFor } from '../engine/languages/catalog.ts'
import type { Words } from '../i18n.ts'
import { readBilingualFiles, readGlossary } from './bilingual-files.ts'
import { readPairArguments, type PairRequest } from './pair-arguments.ts'
import { showFinding, type ShownText } from './show-finding.ts'

const USAGE = `usage: tukham check --from vi --to th [--glossary FILE.csv] [--language en|vi|th] [--json] [SOURCE.txt TARGET.txt]
Without files, one {"source","target"} a line is read from standard input.
`

/**
 * `tukham check`: what is doubtful in a translation. With two files these are aligned first and checked as one article, and places are those
 * in the files; without, every line of standard input is a segment, and with --json every line of the output answers one. Offsets are
 * UTF-16, half-open, in the texts as given. Returns the exit code.
 */
export async function checkCommand(args: string[]): Promise<number> {
  const request = readArguments(args)
  if (typeof request === 'string') {
    process.stderr.write(`tukham check: ${request}\n${USAGE}`)
    return 2
  }
  return request.files ? checkFiles(request, request.files) : checkLines(request)
}

interface Request extends Omit<PairRequest, 'files'> {
  readonly files: readonly [string, string] | null
}

/** The request, or what is wrong with it. */
function readArguments(args: string[]): Request | string {
  const request = readPairArguments(args)
  if (typeof request === 'string') return request
  const [source, target, ...more] = request.files
  if (more.length > 0 || (source !== undefined && target === undefined))
    return 'give a source and a target file, or neither.'
  return { ...request, files: source !== undefined && target !== undefined ? [source, target] : null }
}

async function checkFiles(request: Request, files: readonly [string, string]): Promise<number> {
  const { source, target, segments } = await readBilingualFiles(
    files,
    request,
    await readGlossary(request.glossary, request),
  )
  const ofDraft = runDraftChecks(segments)
  const placed = segments.flatMap((segment) =>
    [...runChecks(segment), ...(ofDraft.get(segment.id) ?? [])].map((finding) => ({
      ...moved(finding, segment.sourceStart, segment.targetStart),
      segment: segment.id,
    })),
  )
  if (request.json) process.stdout.write(`${JSON.stringify({ findings: placed.map(flat) })}\n`)
  else {
    const texts = { source: { name: files[0], text: source }, target: { name: files[1], text: target } }
    show(placed, texts, request.words)
    process.stdout.write(`${request.words.t('cli.check.found', { count: placed.length })}\n`)
  }
  return 0
}

async function checkLines({ from, to, glossary: file, json, words }: Request): Promise<number> {
  const glossary = await readGlossary(file, { from, to })
  const languages = { sourceLanguage: languageFor(from), targetLanguage: languageFor(to) }
  let count = 0
  for (const [at, line] of (await text(process.stdin)).split('\n').entries()) {
    if (line.trim() === '') continue
    const pair = readPair(line)
    if (pair === null) {
      process.stderr.write(`tukham check: line ${at + 1} is no {"source","target"}\n`)
      return 2
    }
    const findings = runChecks(analyzeSegment({ ...pair, ...languages, glossary }))
    count += findings.length
    if (json) process.stdout.write(`${JSON.stringify({ findings: findings.map(flat) })}\n`)
    else {
      const name = words.t('cli.check.line', { line: at + 1 })
      show(findings, { source: { name, text: pair.source }, target: { name, text: pair.target } }, words)
    }
  }
  if (!json) process.stdout.write(`${words.t('cli.check.found', { count })}\n`)
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

const show = (
  findings: readonly Finding[],
  texts: Readonly<Record<'source' | 'target', ShownText>>,
  words: Words,
): void => {
  for (const finding of findings)
    process.stdout.write(`${showFinding(finding, texts[finding.side], words)}\n`)
}

function moved(finding: Finding, sourceStart: number, targetStart: number): Finding {
  const { side, span, sourceSpan } = finding
  const by = side === 'source' ? sourceStart : targetStart
  return {
    ...finding,
    span: { start: span.start + by, end: span.end + by },
    ...(sourceSpan && {
      sourceSpan: { start: sourceSpan.start + sourceStart, end: sourceSpan.end + sourceStart },
    }),
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
