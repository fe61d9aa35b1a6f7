import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { emptyModel, type AlignmentModel } from '../engine/alignment/alignment-model.ts'
import { learnFromLessons, type Lesson, type TaughtSegment } from '../engine/alignment/learn-alignment.ts'
import { sharedNames } from '../engine/alignment/shared-names.ts'
import { languageFor } from '../engine/languages/catalog.ts'
import { packWeights } from '../engine/languages/unmarked-breaks.ts'
import { packWords } from '../engine/text/word-list.ts'

const USAGE = `usage: tukham learn alignment --from vi --to th --pairs FILE.tsv… [--documents DIR]… --out FILE.json
                              [--source-breaks FILE.json] [--target-breaks FILE.json] [--leave-out K/N]
       tukham learn words LIST.txt --out FILE.json
Pairs: a header of language tags, then a source and a target a line. Documents: folders with <from>.txt, <to>.txt and gold.json.
--leave-out 2/5 does not learn from every fifth document, beginning with the second, so that these can be tested.
The "source" and "licence" of a file that is written again are kept.
`

/** `tukham learn`: rebuilds the data that comes with the program; the same input gives the same bytes. Returns the exit code. */
export async function learnCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      pairs: { type: 'string', multiple: true, default: [] },
      documents: { type: 'string', multiple: true, default: [] },
      'leave-out': { type: 'string' },
      'source-breaks': { type: 'string' },
      'target-breaks': { type: 'string' },
      out: { type: 'string' },
    },
  })
  const [what, list] = positionals
  const { from, to, out } = values
  if (what === 'words' && list && out) {
    const words = (await readFile(list, 'utf8')).split(/\r?\n/).filter((word) => word !== '')
    await write(out, { words: packWords(words) })
    return 0
  }
  if (what !== 'alignment' || !from || !to || !out || values.pairs.length + values.documents.length === 0) {
    process.stderr.write(USAGE)
    return 2
  }
  const leftOut = parseShare(values['leave-out'])
  const lessons: Lesson[] = [{ kind: 'names', segments: sharedNames(from, to) }]
  for (const file of values.pairs) lessons.push({ kind: 'pairs', segments: await readPairs(file) })
  for (const folder of values.documents) lessons.push(await readDocuments(folder, from, to, leftOut))
  const learnt = learnFromLessons(emptyModel(from, to), lessons, languageFor(from), languageFor(to))
  await write(out, await apart(learnt, values['source-breaks'], values['target-breaks']))
  return 0
}

/** The model without the weights of sentence breaks that go to files of their own, where every pair of the language finds them. */
async function apart(
  { breaks, ...model }: AlignmentModel,
  sourceFile: string | undefined,
  targetFile: string | undefined,
): Promise<AlignmentModel> {
  if (sourceFile && breaks.from) await write(sourceFile, { weights: packWeights(breaks.from) })
  if (targetFile && breaks.to) await write(targetFile, { weights: packWeights(breaks.to) })
  return { ...model, breaks: { from: sourceFile ? null : breaks.from, to: targetFile ? null : breaks.to } }
}

/** Which documents are left out: every `of`-th, beginning with the `first` (counted from 0); none without a share. */
function parseShare(share: string | undefined): (index: number) => boolean {
  const [, first, of] = /^(\d+)\/(\d+)$/.exec(share ?? '') ?? []
  return first && of ? (index) => index % Number(of) === Number(first) - 1 : () => false
}

async function readPairs(file: string): Promise<TaughtSegment[]> {
  const [, ...rows] = (await readFile(file, 'utf8')).trimEnd().split(/\r?\n/)
  return rows.map((row) => {
    const [source = '', target = ''] = row.split('\t')
    return { source, target }
  })
}

/** A document aligned by hand: where its sentences stand on either side, and which belong together. */
interface Gold {
  readonly [spans: string]: readonly { readonly id: string; readonly start: number; readonly end: number }[]
}

async function readDocuments(
  folder: string,
  from: string,
  to: string,
  isLeftOut: (index: number) => boolean,
): Promise<Lesson> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const chosen = names.sort().filter((_, index) => !isLeftOut(index))
  const documents = await Promise.all(chosen.map((name) => readDocument(path.join(folder, name), from, to)))
  return { kind: 'documents', segments: documents.flat(), count: documents.length }
}

async function readDocument(folder: string, from: string, to: string): Promise<TaughtSegment[]> {
  const read = (file: string) => readFile(path.join(folder, file), 'utf8')
  const [source, target, json] = await Promise.all([
    read(`${from}.txt`),
    read(`${to}.txt`),
    read('gold.json'),
  ])
  const { links, ...spans } = JSON.parse(json) as Gold & { links: Record<string, string[]>[] }
  const textsOf = (tag: string, text: string) => {
    const own = Object.entries(spans).find(([key]) => key.startsWith(`${tag}_`))?.[1] ?? []
    const texts = new Map(own.map(({ id, start, end }) => [id, text.slice(start, end)]))
    return (ids: readonly string[] = []) => ids.map((id) => texts.get(id) ?? '').join(' ')
  }
  const [sourceOf, targetOf] = [textsOf(from, source), textsOf(to, target)]
  return links.map((link, i) => ({
    source: sourceOf(link[from]),
    target: targetOf(link[to]),
    lastOfText: i === links.length - 1,
  }))
}

async function write(file: string, content: object): Promise<void> {
  const known = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Record<string, unknown>
  const { source, licence, rebuild } = known
  await writeFile(file, `${JSON.stringify({ source, licence, rebuild, ...content }, null, 2)}\n`)
}
