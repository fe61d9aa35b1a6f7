import { expect, test } from 'vitest'
import { conceptDifferences } from '../../src/domain/concept-differences.ts'
import type { ConceptContent, Term, TermStatus } from '../../src/domain/concept.ts'
import { Conflict, Invalid } from '../../src/domain/errors.ts'
import { glossaryBrowser } from '../../src/storage/screens/glossary-browser.ts'
import { addConcept } from '../../src/workflows/add-concept.ts'
import { changeConcept } from '../../src/workflows/change-concept.ts'
import { deprecateConcept, restoreConcept } from '../../src/workflows/deprecate-concept.ts'
import { startDesk } from '../support/desk.ts'

const { workbench, people } = await startDesk()
const actor = people.terminologist
const { storage } = workbench

const term = (language: string, status: TermStatus, text: string): Term => ({
  language,
  status,
  text,
  caseSensitive: false,
})
const concept = (...terms: Term[]): ConceptContent => ({
  subject: 'places',
  definition: '',
  note: '',
  source: '',
  terms,
})
const add = (content: ConceptContent) => addConcept(workbench, actor, { content, homonym: false })
const search = async (q: string) =>
  (await glossaryBrowser(storage.reader)({ q, subject: '', status: 'in-force', page: 1 })).concepts.map(
    ({ id }) => id,
  )
const problemsOf = async (content: ConceptContent) => {
  const error: unknown = await add(content).catch((thrown: unknown) => thrown)
  return error instanceof Invalid ? error.problems.map(({ field, key }) => `${field} ${key}`) : error
}

test('a concept is found by every form, with marks or without, and by nothing else', async () => {
  const phuTho = await add(
    concept(
      term('vi', 'preferred', 'Phú Thọ'),
      term('th', 'preferred', 'ฟู้เถาะ'),
      term('th', 'deprecated', 'ฝูเถาะ'),
    ),
  )
  const daNang = await add(concept(term('vi', 'preferred', 'Đà Nẵng'), term('th', 'preferred', 'ดานัง')))
  for (const q of ['phu tho', 'PHÚ THỌ', 'Phu\u0301 Tho\u0323', 'ú th', 'ฟูเถาะ', 'ฟู้เถาะ', 'ฝูเถาะ'])
    expect(await search(q), q).toEqual([phuTho])
  expect(await search('da nang')).toEqual([daNang])
  expect(await search('dà')).toEqual([daNang])
  expect(await search('%')).toEqual([])
  expect(await search('_')).toEqual([])
  expect((await search('')).sort()).toEqual([phuTho, daNang].sort())
})

test('what is written exactly as searched for comes first', async () => {
  const longer = await add(concept(term('vi', 'preferred', 'An Lão mới')))
  const marks = await add(concept(term('vi', 'preferred', 'An Lao')))
  const exact = await add(concept(term('vi', 'preferred', 'An Lão')))
  expect(await search('An Lão')).toEqual([exact, marks, longer])
})

test('pages of the glossary cover every concept once', async () => {
  for (let n = 0; n < 120; n++) await add(concept(term('vi', 'preferred', `Ấp ${n}`)))
  const seen: number[] = []
  for (const page of [1, 2, 3]) {
    const screen = await glossaryBrowser(storage.reader)({
      q: 'ap',
      subject: 'places',
      status: 'all',
      page,
    })
    expect(screen.counts.all).toBe(120)
    seen.push(...screen.concepts.map(({ id }) => id))
  }
  expect(new Set(seen).size).toBe(120)
})

test('a concept needs terms, one preferred where one may be used, and no form twice', async () => {
  expect(await problemsOf(concept())).toEqual(['terms term-required'])
  expect(await problemsOf(concept(term('vi', 'preferred', '  ')))).toEqual(['terms term-required'])
  expect(await problemsOf(concept(term('vi', 'preferred', '...')))).toEqual([
    'vi:preferred term-without-letters',
  ])
  expect(await problemsOf(concept(term('vi', 'preferred', 'x'.repeat(201))))).toEqual([
    'vi:preferred term-too-long',
  ])
  expect(await problemsOf(concept(term('th', 'admitted', 'จังหวัด')))).toEqual([
    'th:preferred preferred-missing',
  ])
  expect(
    await problemsOf(concept(term('vi', 'preferred', 'tỉnh'), term('vi', 'preferred', 'tỉnh thành'))),
  ).toEqual(['vi:preferred preferred-twice'])
  // Sara am may be written as one character or as two; the two look the same.
  expect(
    await problemsOf(concept(term('th', 'preferred', 'อำเภอ'), term('th', 'deprecated', 'อําเภอ'))),
  ).toEqual(['th:deprecated form-twice'])
  expect(await problemsOf(concept(term('xx yy', 'preferred', 'a')))).toEqual([
    'xx yy:preferred language-unknown',
  ])
})

test('a run of a hundred thousand marks is refused as too long', async () => {
  expect(await problemsOf(concept(term('vi', 'preferred', `a${'\u0323\u0301'.repeat(50_000)}`)))).toEqual([
    'vi:preferred term-too-long',
  ])
})

test('a second concept of the same name needs a word for it', async () => {
  const first = await add(concept(term('vi', 'preferred', 'Hòa Bình')))
  await expect(add(concept(term('vi', 'preferred', ' Hòa  Bình ')))).rejects.toMatchObject({
    key: 'concept-exists',
    current: { conceptId: first },
  })
  const content = concept(term('vi', 'preferred', 'Hòa Bình'))
  const second = await addConcept(workbench, actor, { content, homonym: true })
  expect(second).not.toBe(first)
})

test('of two edits based on the same state the second is a conflict, and its author loses nothing stored', async () => {
  const content = concept(term('vi', 'preferred', 'Việt Trì'), term('th', 'preferred', 'เหวียดจี่'))
  const id = await add(content)
  const basedOn = await storage.glossary.latestChangeOf(id)
  const edit = (note: string) =>
    changeConcept(workbench, actor, {
      conceptId: id,
      basedOn,
      content: { ...content, note },
      homonym: false,
    })
  const results = await Promise.allSettled([edit('one'), edit('two')])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const rejected = results.find((result) => result.status === 'rejected')
  expect(rejected?.reason).toBeInstanceOf(Conflict)
  const winner = results[0].status === 'fulfilled' ? 'one' : 'two'
  expect((await storage.glossary.get(id)).note).toBe(winner)
  expect(await storage.glossary.changesOf(id)).toHaveLength(2)
})

test('every change is in the history with what was before; saving the same again is none', async () => {
  const content = concept(term('vi', 'preferred', 'Lâm Thao'), term('th', 'preferred', 'เลิมทาว'))
  const id = await add(content)
  const change = async (next: ConceptContent) =>
    changeConcept(workbench, actor, {
      conceptId: id,
      basedOn: await storage.glossary.latestChangeOf(id),
      content: next,
      homonym: false,
    })
  const next = concept(...content.terms, term('th', 'deprecated', 'ลัมเถา'))
  expect(await change(next)).toBe(true)
  expect(await change(next)).toBe(false)
  expect(await deprecateConcept(workbench, actor, id)).toBe(true)
  expect(await deprecateConcept(workbench, actor, id)).toBe(false)
  expect(await search('lam thao')).toEqual([])
  expect(await restoreConcept(workbench, actor, id)).toBe(true)
  const changes = await storage.glossary.changesOf(id)
  expect(changes.map(({ kind }) => kind)).toEqual(['restored', 'deprecated', 'changed', 'added'])
  expect(changes[2]?.before?.terms).toHaveLength(2)
  expect(changes[2]?.after.terms.map(({ text }) => text)).toEqual(['Lâm Thao', 'เลิมทาว', 'ลัมเถา'])
  expect(changes[3]?.before).toBeNull()
  const events = await storage.reader('events').where({ concept_id: id }).orderBy('id').pluck('type')
  expect(events).toEqual(['concept_added', 'concept_changed', 'concept_deprecated', 'concept_restored'])
})

test('what tells whether a term means its concept is kept with its language, and is part of the history', async () => {
  const monday = { ...term('vi', 'preferred', 'thứ hai'), exclusions: ['lần  thứ hai', 'lần thứ hai', ' '] }
  const id = await add(concept(term('vi', 'admitted', 'thứ Hai'), monday, term('th', 'preferred', 'วันจันทร์')))
  const kept = await storage.glossary.get(id)
  expect(kept.terms).toEqual([
    { ...monday, exclusions: ['lần thứ hai'] },
    term('vi', 'admitted', 'thứ Hai'),
    term('th', 'preferred', 'วันจันทร์'),
  ])

  const content = { ...kept, terms: [{ ...kept.terms[0]!, contextWords: ['tuần'] }, ...kept.terms.slice(1)] }
  const basedOn = await storage.glossary.latestChangeOf(id)
  await changeConcept(workbench, actor, { conceptId: id, basedOn, content, homonym: false })
  const [change] = await storage.glossary.changesOf(id)
  expect(conceptDifferences(change!.before!, change!.after)).toEqual([
    { kind: 'usage', language: 'vi', field: 'contextWords', removed: [], added: ['tuần'] },
  ])
})

test('an exclusion without the term in it excludes nothing, and is refused', async () => {
  const word = { ...term('vi', 'preferred', 'bí thư'), exclusions: ['bí thư thành đoàn', 'thành đoàn'] }
  expect(await problemsOf(concept(word))).toEqual(['vi:exclusions exclusion-without-term'])
})
