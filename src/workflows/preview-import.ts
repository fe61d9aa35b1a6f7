import { randomUUID } from 'node:crypto'
import { Invalid, NotFound, type Problem } from '../domain/errors.ts'
import { languageTag } from '../domain/language-tag.ts'
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
  /** What translated the target, as the person calls it. */
  readonly machineEngine?: string
  /** The article that this adds to, when the person came from its page. */
  readonly articleId: number | null
}

/** One page as it was read. Its blocks hold all of its text. */
export type PreviewedPage = Omit<ImportedPage, 'text'>

/** What waits for the person's word: both pages as they were read, and what is known about the article. */
export interface ImportPreview {
  readonly kind: 'article'
  readonly source: PreviewedPage | null
  readonly target: PreviewedPage | null
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly sourceUrl: string | null
  readonly byline: string | null
  readonly publishedOn: string | null
  /** Absent in previews that were kept before it was asked for. */
  readonly machineEngine?: string | null
  readonly articleId: number | null
}

/** Reads what was handed over and keeps it for `confirmImport`; writes nothing else. Throws Invalid naming side, file, line and column. */
export async function previewImport(
  workbench: Workbench,
  actor: Actor,
  request: ImportRequest,
): Promise<string> {
  const problems: Problem[] = []
  const sourceLanguage = languageTag(request.sourceLanguage)
  const targetLanguage = languageTag(request.targetLanguage)
  if (sourceLanguage === null) problems.push({ field: 'sourceLanguage', key: 'language-unknown' })
  if (targetLanguage === null) problems.push({ field: 'targetLanguage', key: 'language-unknown' })
  if (sourceLanguage === null || targetLanguage === null) throw new Invalid(problems)
  if (sourceLanguage === targetLanguage) problems.push({ field: 'targetLanguage', key: 'same-language' })
  const read = async (side: 'source' | 'target', language: string) => {
    const reading = await readSide(workbench, side, request[side], language)
    if (reading === null || 'blocks' in reading) return reading
    problems.push(reading)
    return null
  }
  const [source, target] = await Promise.all([read('source', sourceLanguage), read('target', targetLanguage)])
  if (request.sourceUrl !== '' && normalizeSourceUrl(request.sourceUrl) === null)
    problems.push({ field: 'sourceUrl', key: 'not-an-address' })
  if (problems.length === 0 && !source && !target)
    problems.push({ field: request.articleId === null ? 'source' : 'target', key: 'nothing-to-import' })
  if (problems.length > 0) throw new Invalid(problems)

  const address = request.sourceUrl || source?.sourceUrl || target?.sourceUrl
  const content: ImportPreview = {
    kind: 'article',
    source,
    target,
    sourceLanguage,
    targetLanguage,
    sourceUrl: address ? normalizeSourceUrl(address) : null,
    byline: source?.byline ?? target?.byline ?? null,
    publishedOn: source?.date ?? target?.date ?? null,
    machineEngine: target ? request.machineEngine || null : null,
    articleId: request.articleId,
  }
  const id = randomUUID()
  await workbench.storage.importPreviews.add(id, actor.id, content, workbench.clock())
  return id
}

/** What `previewImport` kept. A preview is its maker's own. */
export async function importPreview(workbench: Workbench, actor: Actor, id: string): Promise<ImportPreview> {
  const preview = await workbench.storage.importPreviews.get<{ kind?: unknown }>(id, actor.id)
  // A glossary's file waits in the same place.
  if (preview.kind !== 'article') throw new NotFound('import-not-found')
  return preview as ImportPreview
}

/** The page, null when nothing was given, or what is wrong with it. */
async function readSide(
  workbench: Workbench,
  side: 'source' | 'target',
  { text, file }: ImportSide,
  language: string,
): Promise<PreviewedPage | Problem | null> {
  if (file && text.trim() !== '') return { field: side, key: 'text-and-file' }
  if (!file && text.trim() === '') return null
  const reading = await workbench.engine.read(
    file ? { bytes: file.bytes, fileName: file.name, language } : { text, language },
  )
  const wrong = reading.ok ? languageProblem(reading.content, language) : reading.error
  if (wrong) return toProblem(side, wrong, file?.name)
  if (!reading.ok) return null
  const { title, lead, byline, date, sourceUrl, blocks } = reading.content
  return { title, lead, byline, date, sourceUrl, blocks }
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
