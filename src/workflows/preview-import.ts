import { randomUUID } from 'node:crypto'
import { Invalid, type Problem } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import { normalizeSourceUrl } from '../domain/source-url.ts'
import { checkLanguage } from '../formats/guess-language.ts'
import type { ImportedPage } from '../formats/imported-page.ts'
import type { Problem as FormatProblem } from '../formats/problem.ts'
import type { Workbench } from '../workbench.ts'

export interface ImportSide {
  readonly text: string
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null
}

export interface ImportRequest {
  readonly source: ImportSide
  readonly target: ImportSide
  readonly sourceLanguage: string
  readonly targetLanguage: string
  /** Typed by the person; a page's own address counts where it is empty. */
  readonly sourceUrl: string
  /** The article that this adds to, when the person came from its page. */
  readonly articleId: number | null
}

/** What waits for the person's word: both pages as they were read, and what is known about the article. */
export interface ImportPreview {
  readonly source: ImportedPage | null
  readonly target: ImportedPage | null
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly sourceUrl: string | null
  readonly byline: string | null
  readonly publishedOn: string | null
  readonly articleId: number | null
}

/** Reads what was handed over and keeps it for `confirmImport`; writes nothing else. Throws Invalid naming side, line and column. */
export async function previewImport(
  workbench: Workbench,
  actor: Actor,
  request: ImportRequest,
): Promise<string> {
  const [source, target] = await Promise.all([
    readSide(workbench, 'source', request.source, request.sourceLanguage),
    readSide(workbench, 'target', request.target, request.targetLanguage),
  ])
  if (request.sourceUrl !== '' && normalizeSourceUrl(request.sourceUrl) === null)
    throw new Invalid([{ field: 'sourceUrl', key: 'not-an-address' }])
  if (!source && !target) throw new Invalid([{ field: 'source', key: 'nothing-to-import' }])
  const address = request.sourceUrl || source?.sourceUrl || target?.sourceUrl
  const content: ImportPreview = {
    source,
    target,
    sourceLanguage: request.sourceLanguage,
    targetLanguage: request.targetLanguage,
    sourceUrl: address ? normalizeSourceUrl(address) : null,
    byline: source?.byline ?? target?.byline ?? null,
    publishedOn: source?.date ?? target?.date ?? null,
    articleId: request.articleId,
  }
  const id = randomUUID()
  await workbench.storage.importPreviews.add(id, actor.id, content, workbench.clock())
  return id
}

async function readSide(
  workbench: Workbench,
  side: 'source' | 'target',
  { text, file }: ImportSide,
  language: string,
): Promise<ImportedPage | null> {
  if (file && text.trim() !== '') throw new Invalid([{ field: side, key: 'text-and-file' }])
  if (!file && text.trim() === '') return null
  const reading = await workbench.engine.read(
    file ? { bytes: file.bytes, fileName: file.name, language } : { text, language },
  )
  if (!reading.ok) throw new Invalid([toProblem(side, reading.error, file?.name)])
  const wrong = languageProblem(reading.content, language)
  if (wrong) throw new Invalid([toProblem(side, wrong, file?.name)])
  return reading.content
}

/** Only languages that have a guess of their own can be told apart. */
function languageProblem(page: ImportedPage, language: string): FormatProblem | null {
  if (language !== 'vi' && language !== 'th') return null
  const body = page.blocks.filter(({ kept }) => kept).map(({ text }) => text)
  return checkLanguage(body.join('\n').slice(0, 20_000), language)
}

/** The words of a format's problem are in `locales/<language>/import.json`, below `import.errors`. */
const toProblem = (
  field: string,
  { code, place, values }: FormatProblem,
  fileName: string | undefined,
): Problem => ({
  field,
  key: `import.errors.${code}`,
  values: { ...values, ...place, ...(fileName ? { file: fileName } : {}) },
})
