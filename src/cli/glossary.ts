import fs from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Invalid, Refused, type Problem } from '../domain/errors.ts'
import { can } from '../domain/people.ts'
import { glossaryImport } from '../storage/screens/glossary-import.ts'
import { wordsOf } from '../i18n.ts'
import { importGlossary, previewGlossary } from '../workflows/import-glossary.ts'
import type { Person } from '../storage/repositories/people.ts'
import type { Workbench } from '../workbench.ts'
import { openWorkbench } from './open-workbench.ts'

const usage = 'usage: tukham glossary import FILE.csv --as EMAIL [--leave-out-errors]\n'

/** `tukham glossary import`: reads a file, says what is wrong in it, and imports it when nothing is or when told to leave that out. */
export async function glossaryCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { as: { type: 'string' }, 'leave-out-errors': { type: 'boolean', default: false } },
  })
  const [verb, file, ...more] = positionals
  if (verb !== 'import' || file === undefined || more.length > 0 || values.as === undefined) {
    process.stderr.write(usage)
    return 2
  }
  const bytes = await fs.readFile(file)
  const workbench = await openWorkbench()
  try {
    const person = await workbench.storage.people.findByEmail(values.as)
    if (!person || person.disabled || !can(person, 'glossary.write'))
      return fail(`${values.as} is nobody who may write the glossary`)
    const id = await previewGlossary(workbench, person, { name: path.basename(file), bytes })
    await tellErrors(workbench, person, id)
    const leaveOutErrors = values['leave-out-errors']
    const outcome = await importGlossary(workbench, person, { id, leaveOutErrors })
    if (outcome.kind === 'compared-again')
      return fail('the glossary changed meanwhile and nothing was imported; try again')
    process.stdout.write(`${t('glossary.notice.imported', { ...outcome.counts })}\n`)
    return 0
  } catch (error) {
    if (error instanceof Invalid) return fail(error.problems.map(inWords).join('\n'))
    if (error instanceof Refused) return fail(t(`errors.${error.key}.body`, error.values))
    throw error
  } finally {
    await workbench.close()
  }
}

const { t } = wordsOf('en')

const inWords = ({ key, values }: Omit<Problem, 'field'>): string =>
  t(key.includes('.') ? key : 'errors.field.' + key, values)

const fail = (message: string): number => {
  process.stderr.write(`${message}\n`)
  return 1
}

/** A line for each problem: where in the file, in which column, what. */
async function tellErrors(workbench: Workbench, person: Person, id: string): Promise<void> {
  const screen = glossaryImport(workbench.storage.reader)
  for (let page = 1, pages = 1; page <= pages; page++) {
    const shown = await screen(id, person.id, { state: 'error', page })
    pages = shown.pages
    for (const { line, problems } of shown.rows)
      for (const { column, ...problem } of problems)
        process.stderr.write(`${line}: ${column === undefined ? '' : `${column}: `}${inWords(problem)}\n`)
  }
}
