import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readGlossaryFile } from '../../src/formats/glossary-file.ts'
import { projectRoot } from '../../src/project-root.ts'
import { glossaryImport } from '../../src/storage/screens/glossary-import.ts'
import { addConcept } from '../../src/workflows/add-concept.ts'
import { changeConcept } from '../../src/workflows/change-concept.ts'
import { deprecateConcept } from '../../src/workflows/deprecate-concept.ts'
import { importGlossary, importGlossaryRows, previewGlossary } from '../../src/workflows/import-glossary.ts'
import { startDesk, type Desk } from '../support/desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})

const heading = 'vi,th,th:admitted,th:deprecated,subject,note'
const preview = (...rows: string[]) =>
  previewGlossary(desk.workbench, desk.people.terminologist, {
    name: '',
    text: [heading, ...rows].join('\n'),
  })
const confirm = (id: string, leaveOutErrors = false) =>
  importGlossary(desk.workbench, desk.people.terminologist, { id, leaveOutErrors })
const shown = (id: string) =>
  glossaryImport(desk.workbench.storage.reader)(id, desk.people.terminologist.id, { state: null, page: 1 })

/** Everything in the glossary, as one value. */
const everything = async () => {
  const { reader, glossary } = desk.workbench.storage
  return {
    concepts: await glossary.active(),
    changes: await glossary.latestChange(),
    events: await reader('events').where({ type: 'glossary_imported' }).orderBy('id').pluck('data'),
  }
}
const named = async (vi: string) =>
  (await desk.workbench.storage.glossary.withPreferred('vi', [vi])).map(({ subject, note, terms }) => ({
    subject,
    note,
    terms: terms.map(({ language, status, text }) => `${language} ${status} ${text}`),
  }))

describe('a file', () => {
  test('is shown before it is imported, and then every row is a change with one event for all', async () => {
    const before = await everything()
    const id = await preview('Tân Sơn,เติ่นเซิน,,เตินเซิน|ตันซอน,places,', 'Thanh Thủy,ทัญถวี่,,,places,')
    expect((await shown(id)).preview.counts).toEqual({ added: 2, changed: 0, same: 0, error: 0 })
    expect(await everything()).toEqual(before)
    expect(await confirm(id)).toMatchObject({ kind: 'imported', counts: { added: 2 } })
    expect(await named('Tân Sơn')).toEqual([
      {
        subject: 'places',
        note: '',
        terms: ['vi preferred Tân Sơn', 'th preferred เติ่นเซิน', 'th deprecated เตินเซิน', 'th deprecated ตันซอน'],
      },
    ])
    const after = await everything()
    expect(after.changes).toBe(before.changes + 2)
    expect(after.events.at(-1)).toEqual({ name: '', added: 2, changed: 0, same: 0, leftOut: 0 })
  })

  test('changes nothing when it is imported again', async () => {
    const rows = ['Yên Lập,เอียนเลิบ,,,places,', 'bản,หมู่บ้าน,,,administrative-units,', 'bản,ฉบับ,,,culture,']
    await confirm(await preview(...rows))
    const before = await everything()
    const id = await preview(...rows)
    expect((await shown(id)).preview.counts).toEqual({ added: 0, changed: 0, same: 3, error: 0 })
    await confirm(id)
    const after = await everything()
    expect(after.concepts).toEqual(before.concepts)
    expect(after.changes).toBe(before.changes)
  })

  test('can be confirmed once', async () => {
    const id = await preview('Phù Ninh,ฝู่นิญ,,,,')
    const results = await Promise.allSettled([confirm(id), confirm(id)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await named('Phù Ninh')).toHaveLength(1)
  })

  test('is its reader’s own', async () => {
    const id = await preview('Ba Vì,บาหวี่,,,,')
    const other = importGlossary(desk.workbench, desk.people.editor, { id, leaveOutErrors: false })
    await expect(other).rejects.toMatchObject({ key: 'import-not-found' })
  })
})

describe('a row with an error', () => {
  const rows = ['Sơn Tây,เซินเตย,,,places,', 'Quốc Oai,,,,places,', 'Mỹ Đức,หมีดึ๊ก,,หมีดึ๊ก,places,', 'a,b']

  test('is named with its line and column, and holds all others back', async () => {
    const before = await everything()
    const id = await preview(...rows)
    const { preview: told, rows: list } = await shown(id)
    expect(told.counts).toEqual({ added: 1, changed: 0, same: 0, error: 3 })
    expect(list.map(({ line, state }) => [line, state])).toEqual([
      [2, 'added'],
      [3, 'error'],
      [4, 'error'],
      [5, 'error'],
    ])
    expect(list[1]?.problems).toMatchObject([{ key: 'import.errors.csv-term-required', column: 'th' }])
    await expect(confirm(id)).rejects.toMatchObject({
      key: 'glossary-import-has-errors',
      values: { count: 3 },
    })
    expect(await everything()).toEqual(before)
  })

  test('may be left out, which is put on record', async () => {
    expect(await confirm(await preview(...rows), true)).toMatchObject({
      kind: 'imported',
      counts: { added: 1 },
    })
    expect(await named('Sơn Tây')).toHaveLength(1)
    expect(await named('Mỹ Đức')).toHaveLength(0)
    expect((await everything()).events.at(-1)).toMatchObject({ added: 1, leftOut: 3 })
  })

  test('is also one that says a term twice, or of a concept that was taken out of use', async () => {
    const content = {
      subject: 'places',
      definition: '',
      note: '',
      source: '',
      terms: [{ language: 'vi', text: 'Hà Tây', status: 'preferred', caseSensitive: false }] as const,
    }
    const id = await addConcept(desk.workbench, desk.people.terminologist, { content, homonym: false })
    await deprecateConcept(desk.workbench, desk.people.terminologist, id)
    const { rows: list } = await shown(
      await preview('Hà Tây,ห่าเตย,,,places,', 'Ba Đình,บาดิ่ญ,,,places,', 'Ba Đình,บาดิง,,,places,'),
    )
    expect(list.map(({ problems }) => problems.map(({ key }) => key))).toEqual([
      ['concept-deprecated'],
      [],
      ['import.errors.csv-duplicate'],
    ])
  })

  test('of a file that cannot be read at all is said at once', async () => {
    for (const text of ['', 'vi,en\na,b', `${heading}\n"mở,`, heading])
      await expect(
        previewGlossary(desk.workbench, desk.people.terminologist, { name: '', text }),
        text,
      ).rejects.toMatchObject({ kind: 'invalid', problems: [{ field: 'pasted' }] })
    const bytes = new Uint8Array([0x50, 0x4b, 3, 4, ...new Uint8Array(100)])
    await expect(
      previewGlossary(desk.workbench, desk.people.terminologist, { name: 'sheet.csv', bytes }),
    ).rejects.toMatchObject({ problems: [{ field: 'file' }] })
  })
})

describe('a row about a concept that is there', () => {
  test('replaces what it says and keeps what it leaves open', async () => {
    await confirm(await preview('Lâm Bình,เลิมบิ่ญ,เลิมบิญ,ลัมบินห์,places,cũ'))
    const id = await preview('Lâm Bình,เลิมบิญ,,,,mới')
    const { rows: list } = await shown(id)
    expect(list[0]?.state).toBe('changed')
    expect(list[0]?.differences.length).toBeGreaterThan(0)
    await confirm(id)
    expect(await named('Lâm Bình')).toEqual([
      {
        subject: 'places',
        note: 'mới',
        terms: ['vi preferred Lâm Bình', 'th preferred เลิมบิญ', 'th deprecated ลัมบินห์'],
      },
    ])
  })

  test('is looked at again when the glossary changed in between', async () => {
    await confirm(await preview('Chiêm Hóa,เจียมฮว้า,,,places,'))
    const [before] = await desk.workbench.storage.glossary.withPreferred('vi', ['Chiêm Hóa'])
    if (!before) throw new Error('not imported')
    const id = await preview('Chiêm Hóa,เจียมฮหว่า,,,places,', 'Na Hang,นาฮาง,,,places,')
    await changeConcept(desk.workbench, desk.people.terminologist, {
      conceptId: before.id,
      basedOn: await desk.workbench.storage.glossary.latestChangeOf(before.id),
      content: { ...before, note: 'đã kiểm' },
      homonym: false,
    })
    expect(await confirm(id)).toEqual({ kind: 'compared-again' })
    expect(await named('Na Hang')).toEqual([])
    expect(await confirm(id)).toMatchObject({ kind: 'imported', counts: { added: 1, changed: 1 } })
    expect((await named('Chiêm Hóa'))[0]).toMatchObject({ note: 'đã kiểm' })
  })
})

test('the demo glossary is sound, and its rows can be imported without asking', async () => {
  const fresh = await startDesk()
  const bytes = fs.readFileSync(path.join(projectRoot, 'src', 'demo', 'glossary.csv'))
  const reading = readGlossaryFile({ bytes })
  if (!reading.ok) throw new Error(reading.error.code)
  const { rows } = reading.content
  expect(rows.length).toBeGreaterThanOrEqual(150)
  const counts = await importGlossaryRows(fresh.workbench, fresh.people.terminologist, rows)
  expect(counts).toEqual({ added: rows.length, changed: 0, same: 0, error: 0 })
  expect(await importGlossaryRows(fresh.workbench, fresh.people.terminologist, rows)).toEqual({
    added: 0,
    changed: 0,
    same: rows.length,
    error: 0,
  })
  expect(await fresh.workbench.storage.glossary.active()).toHaveLength(rows.length)
})

test('thousands of rows go in whole, and nobody else waits for them', async () => {
  const { workbench, people } = await startDesk()
  const syllables = ['An', 'Bình', 'Châu', 'Đông', 'Giang', 'Hòa', 'Khánh', 'Lâm', 'Minh', 'Phước']
  const lines = Array.from({ length: 5_000 }, (_, n) => {
    const name = [...String(n)].map((digit) => syllables[Number(digit)]).join(' ')
    return `${name},เมือง${n},,เมือง ${n}|นคร${n},places`
  })
  const reading = readGlossaryFile({ text: ['vi,th,th:admitted,th:deprecated,subject', ...lines].join('\n') })
  if (!reading.ok) throw new Error(reading.error.code)
  const turns = watchTurns()
  const counts = await importGlossaryRows(workbench, people.terminologist, reading.content.rows)
  expect(counts).toEqual({ added: 5_000, changed: 0, same: 0, error: 0 })
  // A batch is 125 rows: others get a turn between any two.
  expect(turns.count()).toBeGreaterThan(5_000 / 125)
})

/** How often the event loop came round, so that others could be served. */
function watchTurns() {
  let turns = 0
  let watching = true
  const turn = () => {
    turns++
    if (watching) setImmediate(turn)
  }
  setImmediate(turn)
  return {
    count() {
      watching = false
      return turns
    },
  }
}
