import fs from 'node:fs/promises'
import readline from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { Conflict, DomainError, Invalid } from '../domain/errors.ts'
import { can } from '../domain/people.ts'
import { knownArticle } from '../storage/screens/known-article.ts'
import { wordsOf } from '../i18n.ts'
import type { Workbench } from '../workbench.ts'
import { confirmImport, defaultChoice, type KeptBlock } from '../workflows/confirm-import.ts'
import { importPreview, previewImport, type PreviewedPage } from '../workflows/preview-import.ts'
import { openWorkbench } from './open-workbench.ts'

const usage = `usage: tukham import --as EMAIL [--source FILE] [--target FILE] [--url ADDRESS] [--from vi] [--to th]
                     [--article NUMBER] [--yes]
Reads .txt or .html, shows what was found and what was dropped, and imports it with --yes or when told to.
`

const words = wordsOf('en')
const { t } = words

/** `tukham import`: what the import page does, without choosing lines. Returns the exit code: 1 refused, 2 not understood. */
export async function importCommand(args: string[]): Promise<number> {
  const request = readArguments(args)
  if (request === null) {
    process.stderr.write(usage)
    return 2
  }
  const side = async (file: string | undefined) => ({
    text: '',
    file: file === undefined ? null : { name: file, bytes: await fs.readFile(file) },
  })
  const [source, target] = await Promise.all([side(request.source), side(request.target)])
  const workbench = await openWorkbench()
  try {
    const person = await workbench.storage.people.findByEmail(request.as)
    if (!person || person.disabled || !can(person, 'article.import'))
      return fail(`${request.as} is nobody who may import articles`)
    const id = await previewImport(workbench, person, {
      source,
      target,
      sourceLanguage: request.from,
      targetLanguage: request.to,
      sourceUrl: request.url,
      articleId: request.article,
    })
    const preview = await importPreview(workbench, person, id)
    const choice = defaultChoice(preview)
    show(`Source (${words.languageName(preview.sourceLanguage)})`, preview.source, choice.source)
    show(`Draft (${words.languageName(preview.targetLanguage)})`, preview.target, choice.target)
    for (const [name, value] of [
      [t('imports.byline'), preview.byline],
      [t('imports.published-on'), preview.publishedOn],
      [t('imports.source-url'), preview.sourceUrl],
    ])
      if (value) say(`${name}: ${value}`)
    if (!request.yes && !(await isConfirmed())) {
      say('Nothing was imported. Add --yes to import it.')
      return 0
    }
    const { articleId, draftId } = await confirmImport(workbench, person, id, choice)
    say(`Imported as article ${articleId}${draftId === null ? '' : `, draft ${draftId}`}.`)
    return 0
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return fail(await reasonOf(workbench, error))
  } finally {
    await workbench.close()
  }
}

/** What is asked for; null when it cannot be understood. */
function readArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      as: { type: 'string' },
      source: { type: 'string' },
      target: { type: 'string' },
      url: { type: 'string', default: '' },
      from: { type: 'string', default: 'vi' },
      to: { type: 'string', default: 'th' },
      article: { type: 'string' },
      yes: { type: 'boolean', default: false },
    },
  })
  const article = values.article === undefined ? null : Number(values.article)
  const isNumber = article === null || (Number.isSafeInteger(article) && article > 0)
  if (values.as === undefined || !isNumber || !(values.source ?? values.target)) return null
  return { ...values, as: values.as, article }
}

function show(name: string, page: PreviewedPage | null, kept: readonly KeptBlock[]): void {
  if (!page) return
  const paragraphs = kept.filter(({ kind }) => kind === 'paragraph' || kind === 'lead').length
  const dropped = page.blocks.filter(({ kept }) => !kept)
  const counts = [
    t('imports.show.kept', { count: paragraphs }),
    t('imports.show.dropped', { count: dropped.length }),
  ]
  say(`${name}: ${counts.join(', ')}`)
  for (const { kind, index } of kept)
    say(`  ${t(`imports.kind.${kind}`)}: ${start(page.blocks[index]?.text ?? '')}`)
  for (const { reason, text } of dropped)
    say(`  - ${reason ? `${t(`import.reasons.${reason}`)}: ` : ''}${start(text)}`)
}

const start = (text: string): string => (text.length <= 100 ? text : `${[...text].slice(0, 90).join('')} …`)

async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const terminal = readline.createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question('Import this? [y/N] ')
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}

/** Why it was refused, naming file, line and column. */
async function reasonOf(workbench: Workbench, error: DomainError): Promise<string> {
  if (error instanceof Invalid) return error.problems.map((problem) => words.problemText(problem)).join('\n')
  const body = t(`errors.${error.key}.body`, error.values)
  const id = error instanceof Conflict && error.key === 'article-exists' ? error.current.articleId : null
  const known = typeof id === 'number' ? await knownArticle(workbench.storage.reader)({ id }) : null
  return known
    ? `${body}\nIt is article ${known.id}, “${known.title}”. Add what it lacks with --article ${known.id}.`
    : body
}

const say = (line: string) => process.stdout.write(`${line}\n`)

function fail(message: string): number {
  process.stderr.write(`tukham import: ${message}\n`)
  return 1
}
