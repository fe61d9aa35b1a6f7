import { describe, expect, test, vi } from 'vitest'
import type { ConceptContent } from '../../src/domain/concept.ts'
import { findTerms } from '../../src/engine/glossary/find-terms.ts'
import { languageFor } from '../../src/engine/languages/catalog.ts'
import { addConcept } from '../../src/workflows/add-concept.ts'
import { deprecateConcept } from '../../src/workflows/deprecate-concept.ts'
import { createGlossaries, type CompileTask } from '../../src/workflows/glossaries.ts'
import { startDesk } from '../support/desk.ts'

const { workbench, people } = await startDesk()
const { storage, engine } = workbench
const actor = people.terminologist

/** How many pieces each task had. */
const compiled: number[] = []
/** As the desk's own, counting. */
const compile = async (task: CompileTask) => {
  const made = await engine.compile(task)
  compiled.push(task.pieces.length)
  return made
}
const failures: unknown[] = []
const inForce = createGlossaries({ storage, compile, onFailure: (error) => failures.push(error) })
const glossary = () => inForce(storage, 'vi', 'th')

const concept = (vi: string, th: string): ConceptContent => ({
  subject: '',
  definition: '',
  note: '',
  source: '',
  terms: [
    { language: 'vi', text: vi, status: 'preferred', caseSensitive: false },
    { language: 'th', text: th, status: 'preferred', caseSensitive: false },
  ],
})
const add = (vi: string, th: string) =>
  addConcept(workbench, actor, { content: concept(vi, th), homonym: true })

/** As an import does: many concepts, each with its change. */
const addMany = (from: number, count: number) =>
  storage.transaction(async (tx) => {
    const contents = Array.from({ length: count }, (_, at) =>
      concept(`vùng số ${from + at}`, `เขต ${from + at}`),
    )
    const ids = await tx.glossary.add(contents, workbench.clock())
    const changes = contents.map((content, at) => ({
      kind: 'added' as const,
      before: null,
      after: { ...content, id: ids[at]!, deprecated: false },
    }))
    await tx.glossary.recordChanges(changes, actor.id, workbench.clock())
  })

const found = async (text: string) => {
  const { compiled } = await glossary()
  return findTerms(compiled.source, languageFor('vi').normalize(text)).map(({ terms: [term] }) =>
    term ? compiled.targetTerms(term.conceptId)[0] : undefined,
  )
}

describe('the glossary in force', () => {
  test('is there at once while it is small, and has what was just changed', async () => {
    expect(await found('nông dân trồng lúa')).toEqual([])
    const farmer = await add('nông dân', 'เกษตรกร')
    await add('lúa', 'ข้าว')
    expect(await found('nông dân trồng lúa')).toEqual(['เกษตรกร', 'ข้าว'])
    await deprecateConcept(workbench, actor, farmer)
    expect(await found('nông dân trồng lúa')).toEqual(['ข้าว'])
    expect((await glossary()).change).toBe(await storage.glossary.latestChange())
    expect(compiled).toEqual([])
  })

  test('stays the one before, and says so, until a large import is compiled beside it', async () => {
    const before = await glossary()
    await addMany(0, 1_200)
    const meanwhile = await glossary()
    expect(meanwhile).toBe(before)
    expect(meanwhile.change).toBeLessThan(await storage.glossary.latestChange())
    await vi.waitFor(
      async () => expect(await found('vùng số 1199 trồng lúa')).toEqual(['เขต 1199', 'ข้าว']),
      30_000,
    )
    expect((await glossary()).change).toBe(await storage.glossary.latestChange())
    expect(compiled).toEqual([2])
  })

  test('has a change of one concept at once, compiled or not', async () => {
    await add('vùng trũng', 'ที่ลุ่ม')
    expect(await found('vùng trũng, vùng số 7')).toEqual(['ที่ลุ่ม', 'เขต 7'])
    expect(compiled).toEqual([2])
  })

  test('is compiled anew when many single changes have come together, and serves meanwhile', async () => {
    await addMany(5_000, 150)
    expect(await found('vùng số 5149')).toEqual(['เขต 5149'])
    await vi.waitFor(() => expect(compiled).toEqual([2, 2]), 30_000)
    expect(await found('vùng số 5149, vùng trũng')).toEqual(['เขต 5149', 'ที่ลุ่ม'])
    expect(failures).toEqual([])
  })

  test('is waited for where there is none yet, once for all who ask', async () => {
    const first = createGlossaries({ storage, compile, onFailure: (error) => failures.push(error) })
    const [one, other] = await Promise.all([first(storage, 'vi', 'th'), first(storage, 'vi', 'th')])
    expect(one).toBe(other)
    expect(one.change).toBe(await storage.glossary.latestChange())
    expect(compiled).toEqual([2, 2, 2])
  })
})
