import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { doubtfulBelow } from '../domain/segment.ts'
import { align, type AlignOptions } from '../engine/alignment/align.ts'
import type { AlignmentModel } from '../engine/alignment/alignment-model.ts'
import type { Alignment } from '../engine/alignment/bead.ts'
import { languageFor } from '../engine/languages/catalog.ts'
import { slice } from '../engine/text/span.ts'
import type { Span } from '../engine/text/span.ts'

const USAGE = `usage: tukham align --from vi --to th SOURCE.txt TARGET.txt [--json] [--model FILE.json]
       tukham align --from vi --to th --batch DIR --json [--model FILE.json]
Each folder of DIR holds one document, as <from>.txt and <to>.txt. A model is what tukham learn alignment wrote; without one, the model
that comes with the program is used. Each segment is printed with how sure it is, the ones to look at with a question mark.
`

/** `tukham align`: shows which stretch of a translation belongs to which source sentence. Returns the exit code. */
export async function alignCommand(args: string[]): Promise<number> {
  const request = readArguments(args)
  if (typeof request === 'string') {
    process.stderr.write(`${request}\n${USAGE}`)
    return 2
  }
  try {
    const output =
      request.batch === null ? await alignFiles(request) : await alignFolders(request, request.batch)
    process.stdout.write(output)
    return 0
  } catch (error) {
    if (!isFileError(error)) throw error
    process.stderr.write(`tukham align: cannot read ${error.path ?? 'the input'} (${error.code})\n`)
    return 2
  }
}

interface Request {
  readonly from: string
  readonly to: string
  readonly batch: string | null
  readonly json: boolean
  readonly model: string | null
  readonly files: readonly string[]
}

/** The request, or what is wrong with it. */
function readArguments(args: string[]): Request | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        batch: { type: 'string' },
        json: { type: 'boolean', default: false },
        model: { type: 'string' },
      },
    })
    const { from, to, batch, json, model } = values
    if (!from || !to) return 'tukham align: --from and --to are needed.'
    if (batch !== undefined && !json) return 'tukham align: --batch writes JSON only; add --json.'
    if (positionals.length !== (batch === undefined ? 2 : 0))
      return 'tukham align: give either a source and a target file, or --batch with a folder.'
    return { from, to, batch: batch ?? null, json, model: model ?? null, files: positionals }
  } catch (error) {
    return `tukham align: ${error instanceof Error ? error.message : String(error)}`
  }
}

async function alignFiles({ from, to, json, model, files }: Request): Promise<string> {
  const [source = '', target = ''] = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  const alignment = align(source, target, languageFor(from), languageFor(to), await readModel(model))
  return json ? `${JSON.stringify({ segments: segmentsOf(alignment) })}\n` : table(source, target, alignment)
}

async function alignFolders({ from, to, model }: Request, folder: string): Promise<string> {
  const options = await readModel(model)
  const documents = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const answers: Record<string, { segments: unknown; ms: number }> = {}
  for (const { name } of documents) {
    const read = (tag: string) => readFile(path.join(folder, name, `${tag}.txt`), 'utf8')
    const [source, target] = await Promise.all([read(from), read(to)])
    const started = performance.now()
    const segments = segmentsOf(align(source, target, languageFor(from), languageFor(to), options))
    answers[name] = { segments, ms: Math.round((performance.now() - started) * 100) / 100 }
  }
  return `${JSON.stringify(answers)}\n`
}

const readModel = async (file: string | null): Promise<AlignOptions> =>
  file === null ? {} : { model: JSON.parse(await readFile(file, 'utf8')) as AlignmentModel }

const pairs = (span: Span | null): [number, number][] => (span ? [[span.start, span.end]] : [])

const segmentsOf = (alignment: Alignment) =>
  alignment.map(({ source, target, confidence }) => ({
    source: pairs(source),
    target: pairs(target),
    confidence: Math.round(confidence * 1000) / 1000,
  }))

/** Every bead in two paragraphs, numbered, and how sure it is; Thai does not fit columns, because terminals disagree about its width. */
function table(source: string, target: string, alignment: Alignment): string {
  const shown = (text: string, span: Span | null) => (span ? slice(text, span).replace(/\s+/g, ' ') : '—')
  return alignment
    .map((bead, i) => {
      const number = String(i + 1).padStart(4)
      const doubt = bead.confidence < doubtfulBelow ? '?' : ' '
      const sure = `${doubt}${Math.round(bead.confidence * 100)}%`.padStart(5)
      return `${number} ${sure}  ${shown(source, bead.source)}\n            ${shown(target, bead.target)}\n`
    })
    .join('')
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error
