import { randomUUID } from 'node:crypto'
import { headLanguage, preferredTerm } from '../domain/concept-rules.ts'
import type { Concept } from '../domain/concept.ts'
import { Invalid, NotFound, Refused, type Problem } from '../domain/errors.ts'
import {
  mergeRow,
  planRow,
  type GlossaryPreview,
  type ImportRow,
  type PlannedRow,
  type RowCounts,
  type RowState,
} from '../domain/glossary-plan.ts'
import type { Problem as FormatProblem } from '../formats/problem.ts'
import type { Actor } from '../domain/people.ts'
import type { Repositories } from '../storage/storage.ts'
import type { Workbench } from '../workbench.ts'

/** Rows planned and written at a time: a few milliseconds of work between two breaths of the event loop. */
const batchSize = 125

export type GlossaryUpload =
  { readonly name: string; readonly bytes: Uint8Array } | { readonly name: ''; readonly text: string }

/**
 * Reads a file or a paste, compares its rows with the glossary and keeps them, waiting for the person's word. Returns the
 * preview's id. Throws Invalid when no row can be read.
 */
export async function previewGlossary(
  workbench: Workbench,
  actor: Actor,
  upload: GlossaryUpload,
): Promise<string> {
  const reading = await workbench.engine.glossary(
    'bytes' in upload ? { bytes: upload.bytes } : { text: upload.text },
  )
  if (!reading.ok) throw new Invalid([toProblem('bytes' in upload ? 'file' : 'pasted', reading.error)])
  const { pieces, unlisted, unknownColumns } = reading.content
  const id = randomUUID()
  await workbench.storage.transaction(async (tx) => {
    const glossaryChange = await tx.glossary.latestChange()
    let counts: RowCounts = { ...noRows, error: unlisted }
    const preview = (): GlossaryPreview => ({
      kind: 'glossary',
      name: upload.name,
      counts,
      unlisted,
      unknownColumns,
      glossaryChange,
    })
    await tx.importPreviews.add(id, actor.id, preview(), workbench.clock())
    for (const piece of pieces) {
      const planned = await planBatch(tx, JSON.parse(piece) as ImportRow[])
      await tx.glossaryImports.add(id, planned)
      counts = count(counts, planned)
    }
    await tx.importPreviews.change(id, preview())
  })
  return id
}

/** The words of a format's problem are in `locales/<language>/import.json`. */
const toProblem = (field: string, { code, place, values }: FormatProblem): Problem => ({
  field,
  key: `import.errors.${code}`,
  values: { ...place, ...values },
})

export type ImportOutcome =
  | { readonly kind: 'imported'; readonly counts: RowCounts }
  /** The glossary has changed since the rows were compared with it. They were compared again; nothing was imported. */
  | { readonly kind: 'compared-again' }

/**
 * Imports the rows of a preview, all of them or none. Rows with errors hold it back unless the person leaves them out, which the
 * event records.
 */
export const importGlossary = (
  workbench: Workbench,
  actor: Actor,
  { id, leaveOutErrors }: { id: string; leaveOutErrors: boolean },
): Promise<ImportOutcome> =>
  workbench.storage.transaction(async (tx) => {
    await tx.glossary.lockChanges()
    const preview = await tx.importPreviews.get<GlossaryPreview | { readonly kind: 'article' }>(id, actor.id)
    if (preview.kind !== 'glossary') throw new NotFound('import-not-found')
    const glossaryChange = await tx.glossary.latestChange()
    if (glossaryChange !== preview.glossaryChange) {
      const counts = await compareAgain(tx, id, preview.unlisted)
      await tx.importPreviews.change(id, { ...preview, counts, glossaryChange })
      return { kind: 'compared-again' }
    }
    const { counts } = preview
    if (counts.error > 0 && !leaveOutErrors)
      throw new Refused('glossary-import-has-errors', { count: counts.error })
    const at = workbench.clock()
    for await (const batch of storedBatches(tx, id, ['added', 'changed'])) await write(tx, batch, actor, at)
    await tx.importPreviews.remove(id)
    await tx.events.record(imported(actor, preview.name, counts), at)
    return { kind: 'imported', counts }
  })

/** Imports rows without asking: for a caller that knows them. Throws Invalid, naming lines, when a row has an error; then nothing is written. */
export const importGlossaryRows = (
  workbench: Workbench,
  actor: Actor,
  rows: readonly ImportRow[],
): Promise<RowCounts> =>
  workbench.storage.transaction(async (tx) => {
    await tx.glossary.lockChanges()
    const at = workbench.clock()
    let counts = noRows
    for (const batch of batches(rows)) {
      const planned = await planBatch(tx, batch)
      const wrong = planned.flatMap(({ line, problems }) =>
        problems.map(({ column, key, values = {} }) => ({
          field: `line ${line}${column ? `, ${column}` : ''}`,
          key,
          values,
        })),
      )
      if (wrong.length > 0) throw new Invalid(wrong)
      await write(tx, planned, actor, at)
      counts = count(counts, planned)
    }
    await tx.events.record(imported(actor, '', counts), at)
    return counts
  })

const noRows: RowCounts = { added: 0, changed: 0, same: 0, error: 0 }

const count = (counts: RowCounts, rows: readonly PlannedRow[]): RowCounts => {
  const next = { ...counts }
  for (const { state } of rows) next[state] += 1
  return next
}

const imported = (actor: Actor, name: string, { added, changed, same, error }: RowCounts) =>
  ({ type: 'glossary_imported', by: actor.id, data: { name, added, changed, same, leftOut: error } }) as const

function* batches(rows: readonly ImportRow[]): Generator<readonly ImportRow[]> {
  for (let start = 0; start < rows.length; start += batchSize) yield rows.slice(start, start + batchSize)
}

async function* storedBatches(tx: Repositories, id: string, states?: readonly RowState[]) {
  let last = 0
  for (;;) {
    const batch = await tx.glossaryImports.list(id, {
      after: last,
      limit: batchSize,
      ...(states ? { states } : {}),
    })
    if (batch.length === 0) return
    yield batch
    last = batch.at(-1)?.line ?? last
  }
}

async function compareAgain(tx: Repositories, id: string, unlisted: number): Promise<RowCounts> {
  let counts: RowCounts = { ...noRows, error: unlisted }
  for await (const batch of storedBatches(tx, id)) {
    const planned = await planBatch(tx, batch)
    await tx.glossaryImports.replan(id, planned)
    counts = count(counts, planned)
  }
  return counts
}

const headOf = ({ content }: ImportRow) => content && preferredTerm(content, headLanguage)?.text

async function planBatch(tx: Repositories, rows: readonly ImportRow[]): Promise<PlannedRow[]> {
  const heads = rows.map(headOf).filter((head) => typeof head === 'string')
  const namesakes = new Map<string, Concept[]>()
  for (const concept of await tx.glossary.withPreferred(headLanguage, heads)) {
    const head = preferredTerm(concept, headLanguage)?.text ?? ''
    namesakes.set(head, [...(namesakes.get(head) ?? []), concept])
  }
  return rows.map((row) => planRow(row, namesakes.get(headOf(row) ?? '') ?? []))
}

async function write(tx: Repositories, rows: readonly PlannedRow[], actor: Actor, at: Date): Promise<void> {
  const added = rows.filter(({ state }) => state === 'added').flatMap(({ content }) => content ?? [])
  if (added.length > 0) {
    const ids = await tx.glossary.add(added, at)
    const changes = added.map((content, index) => {
      const after = { ...content, id: ids[index] ?? 0, deprecated: false }
      return { kind: 'added', before: null, after } as const
    })
    await tx.glossary.recordChanges(changes, actor.id, at)
  }
  const changed = new Map(
    rows.filter(({ state }) => state === 'changed').map(({ conceptId, content }) => [conceptId, content]),
  )
  const changes = (await tx.glossary.list([...changed.keys()].filter((id) => id !== null))).flatMap(
    (before) => {
      const row = changed.get(before.id)
      return row ? [{ kind: 'changed', before, after: { ...before, ...mergeRow(row, before) } } as const] : []
    },
  )
  if (changes.length === 0) return
  await tx.glossary.change(
    changes.map(({ after }) => after),
    at,
  )
  await tx.glossary.recordChanges(changes, actor.id, at)
}
