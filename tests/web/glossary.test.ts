import { beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { startDesk, type Desk, type DeskAgent } from '../support/desk.ts'

let desk: Desk
let terminologist: DeskAgent
let translator: DeskAgent
beforeAll(async () => {
  desk = await startDesk()
  terminologist = await desk.agentFor('terminologist')
  translator = await desk.agentFor('translator')
})

const conceptId = (location: string | undefined) => Number(/\/glossary\/(\d+)$/.exec(location ?? '')?.[1])

/** Adds a concept through the form and returns its id. */
async function add(fields: Readonly<Record<string, string>>): Promise<number> {
  const answer = await terminologist.post(paths.glossary(), fields)
  expect(answer.status, answer.text).toBe(303)
  return conceptId(answer.headers.location)
}

const basedOn = async (id: number) =>
  String(/name="basedOn" value="(\d+)"/.exec((await terminologist.get(paths.concept(id))).text)?.[1])

/** The rows of the page's table, as words. */
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr>\s*<th scope="row"[\s\S]*?<\/tr>/g)].map(([row]) =>
    row
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )

describe('browsing', () => {
  test('finds a concept without marks in either script, and says which form is not to be used', async () => {
    await add({
      'vi:preferred': 'Phú Thọ',
      'vi:admitted': 'tỉnh Phú Thọ',
      'th:preferred': 'ฟู้เถาะ',
      'th:deprecated': 'ฝูเถาะ|ฟู้โถ่\r\nฟู้โถ',
      subject: 'places',
      source: 'Quy tắc 2555',
    })
    for (const q of ['phu tho', 'ฟูเถาะ', 'ฟูโถ']) {
      const { text, status } = await translator.get(paths.glossary({ q }))
      expect(status).toBe(200)
      expect(rowsOf(text)).toHaveLength(1)
      expect(text).toMatch(
        /<span class="badge badge--bad">không dùng<\/span>\s*<s class="[^"]*" lang="th">ฝูเถาะ<\/s>/,
      )
      expect(text).toContain('Quy tắc 2555')
    }
    expect(rowsOf((await translator.get(paths.glossary({ q: 'phu yen' }))).text)).toEqual([])
  })

  test('takes what is in the address for what it is: odd values are the plain page', async () => {
    for (const query of ['page=999', 'page=-1', 'page=x', 'status=none', 'q=%00', 'subject=%27', 'q=a&q=b'])
      expect((await translator.get(`/glossary?${query}`)).status, query).toBe(200)
  })
})

describe('writing', () => {
  test('is for terminologists alone', async () => {
    const id = await add({ 'vi:preferred': 'Thanh Sơn', 'th:preferred': 'ทัญเซิน' })
    const before = await desk.workbench.storage.glossary.latestChange()
    for (const member of ['translator', 'editor', 'administrator'] as const) {
      const agent = await desk.agentFor(member)
      for (const path of [paths.newConcept(), paths.glossaryImportPage()])
        expect((await agent.get(path)).status, `${member} ${path}`).toBe(403)
      for (const path of [
        paths.glossary(),
        paths.concept(id),
        paths.conceptDeprecation(id),
        paths.conceptRestoration(id),
        paths.glossaryImports(),
        paths.glossaryImportConfirmation('6f1c2c62-95b1-4a3c-9a34-5a4e6b1f0a11'),
      ])
        expect((await agent.post(path, { 'vi:preferred': 'x' })).status, `${member} ${path}`).toBe(403)
      const page = await agent.get(paths.concept(id))
      expect(page.status).toBe(200)
      expect(page.text).not.toContain('name="basedOn"')
    }
    expect((await desk.visitor().get(paths.glossary())).headers.location).toContain(paths.signIn())
    expect(await desk.workbench.storage.glossary.latestChange()).toBe(before)
  })

  test('starts from a pair met in a text', async () => {
    const { text } = await terminologist.get(paths.newConcept({ source: 'Yên Lập', target: 'เอียนเลิบ' }))
    expect(text).toMatch(/name="vi:preferred"[^>]* value="Yên Lập"/)
    expect(text).toMatch(/name="th:preferred"[^>]* value="เอียนเลิบ"/)
  })

  test('gives a form that cannot be taken back as it was typed, with what is wrong beside the field', async () => {
    const answer = await terminologist.post(paths.glossary(), {
      'vi:preferred': 'Tam Nông',
      'th:admitted': 'ตามนง',
      note: 'chưa chắc',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/id="th:preferred-error"/)
    expect(answer.text).toContain('ตามนง')
    expect(answer.text).toContain('chưa chắc')
  })

  test('asks before it adds a second concept of the same name', async () => {
    const id = await add({ 'vi:preferred': 'Cẩm Khê' })
    const again = await terminologist.post(paths.glossary(), { 'vi:preferred': 'Cẩm Khê' })
    expect(again.status).toBe(422)
    expect(again.text).toContain(`href="${paths.concept(id)}"`)
    expect(await add({ 'vi:preferred': 'Cẩm Khê', homonym: 'yes' })).not.toBe(id)
  })

  test('shows both texts when two people changed the same concept, and lets the second decide', async () => {
    const id = await add({ 'vi:preferred': 'Hạ Hòa', 'th:preferred': 'หะฮวา' })
    const seen = await basedOn(id)
    const fields = { 'vi:preferred': 'Hạ Hòa', basedOn: seen }
    expect(
      (await terminologist.post(paths.concept(id), { ...fields, 'th:preferred': 'ห่าฮหว่า' })).status,
    ).toBe(303)
    const conflict = await terminologist.post(paths.concept(id), { ...fields, 'th:preferred': 'ฮะฮวา' })
    expect(conflict.status).toBe(409)
    expect(conflict.text).toMatch(/<ins lang="th">ห่าฮหว่า<\/ins>/)
    expect(conflict.text).toMatch(/name="th:preferred"[^>]* value="ฮะฮวา"/)
    expect((await desk.workbench.storage.glossary.get(id)).terms[1]?.text).toBe('ห่าฮหว่า')
    const now = String(/name="basedOn" value="(\d+)"/.exec(conflict.text)?.[1])
    expect(now).not.toBe(seen)
    const mine = await terminologist.post(paths.concept(id), {
      ...fields,
      basedOn: now,
      'th:preferred': 'ฮะฮวา',
    })
    expect(mine.status).toBe(303)
    expect((await desk.workbench.storage.glossary.get(id)).terms[1]?.text).toBe('ฮะฮวา')
  })

  test('can be taken back: out of use and into use again', async () => {
    const id = await add({ 'vi:preferred': 'Đoan Hùng' })
    expect((await terminologist.post(paths.conceptDeprecation(id))).status).toBe(303)
    expect(rowsOf((await translator.get(paths.glossary({ q: 'doan hung' }))).text)).toEqual([])
    const all = await translator.get(paths.glossary({ q: 'doan hung', status: 'all' }))
    expect(rowsOf(all.text)).toHaveLength(1)
    expect((await terminologist.post(paths.conceptRestoration(id))).status).toBe(303)
    expect(rowsOf((await translator.get(paths.glossary({ q: 'doan hung' }))).text)).toHaveLength(1)
  })

  test('says in which phrases a term is another word, and what is wrong with one that holds no term', async () => {
    const fields = { 'vi:preferred': 'thứ tư', 'th:preferred': 'วันพุธ' }
    const id = await add({ ...fields, 'vi:exclusions': 'thứ tư là|lần thứ tư', 'vi:contextWords': 'tuần' })
    const page = (await terminologist.get(paths.concept(id))).text
    expect(page).toMatch(/name="vi:exclusions"[^>]*>thứ tư là\nlần thứ tư<\/textarea>/)
    expect(page).toMatch(/<ins lang="vi">lần thứ tư<\/ins>/)
    expect(page).not.toContain('name="th:exclusions"')
    expect((await translator.get(paths.concept(id))).text).toContain('thứ tư là | lần thứ tư')

    const refused = await terminologist.post(paths.concept(id), {
      ...fields,
      basedOn: await basedOn(id),
      'vi:exclusions': 'lần đầu',
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toMatch(/id="vi:exclusions-error"/)
    expect(refused.text).toMatch(/name="vi:exclusions"[^>]*>lần đầu<\/textarea>/)
  })

  test('keeps terms of languages beyond the first two', async () => {
    const id = await add({ 'vi:preferred': 'Bộ Y tế', 'en:preferred': 'Ministry of Health' })
    const { text } = await terminologist.get(paths.concept(id))
    expect(text).toMatch(/name="en:preferred"[^>]* value="Ministry of Health"/)
    expect((await terminologist.get(paths.glossary({ q: 'MINISTRY of' }))).text).toContain(
      'Ministry of Health',
    )
  })

  test('never lets a text become part of the page', async () => {
    const hostile = `</textarea><script>alert(1)</script><img src=x onerror=alert(1)>"'&`
    const id = await add({
      'vi:preferred': `Bẫy ${hostile}`,
      'th:preferred': `กับดัก ${hostile}`,
      'th:deprecated': `กับ ${hostile}`,
      subject: hostile,
      definition: hostile,
      note: hostile,
      source: hostile,
    })
    for (const path of [
      paths.concept(id),
      paths.glossary({ q: 'bay' }),
      paths.glossary({ q: hostile, subject: hostile }),
      paths.newConcept({ source: hostile, target: hostile }),
    ]) {
      const { text } = await terminologist.get(path)
      expect(text).not.toContain('<script>alert')
      expect(text).not.toContain('<img src=x')
      expect(text).toContain('&lt;script&gt;')
    }
  })
})

describe('importing', () => {
  const file = (...rows: string[]) => ['vi,th,th:admitted,th:deprecated,subject,note', ...rows].join('\n')
  const upload = async (text: string) =>
    terminologist.agent
      .post(paths.glossaryImports())
      .field('_csrf', await terminologist.csrf())
      .attach('file', Buffer.from(text), { filename: 'bảng thuật ngữ.csv', contentType: 'text/csv' })

  test('shows what a file would change, and changes it when told to', async () => {
    await add({ 'vi:preferred': 'Vĩnh Tường', 'th:preferred': 'หวินเตื่อง' })
    const answer = await upload(file('Vĩnh Tường,หวินเตื่อง,,วินห์เตือง,places,', 'Bình Xuyên,บิ่ญเซวียน,,,places,'))
    expect(answer.status).toBe(303)
    const preview = String(answer.headers.location)
    const shown = await terminologist.get(`${preview}?state=all`)
    expect(shown.text).toContain('bảng thuật ngữ.csv')
    expect(rowsOf(shown.text)).toHaveLength(2)
    expect(shown.text).toMatch(/<ins lang="th">วินห์เตือง<\/ins>/)
    expect((await translator.get(preview)).status).toBe(403)
    const done = await terminologist.post(`${preview}/confirmation`)
    expect(done.headers.location).toBe(paths.glossary())
    expect((await terminologist.get(paths.glossary({ q: 'binh xuyen' }))).text).toContain('บิ่ญเซวียน')
    expect((await terminologist.get(preview)).status).toBe(404)
    expect((await terminologist.post(`${preview}/confirmation`)).status).toBe(404)
  })

  test('keeps everything back for one bad row, until it is left out', async () => {
    const pasted = file(
      'Lập Thạch,เหลิบถัก,,,places,',
      'Sông Lô,,,,places,',
      'Tam Dương,<script>alert(1)</script>',
    )
    const answer = await terminologist.post(paths.glossaryImports(), { pasted })
    const preview = String(answer.headers.location)
    const before = await desk.workbench.storage.glossary.latestChange()
    expect(rowsOf((await terminologist.get(preview)).text)).toHaveLength(2)
    expect((await terminologist.post(`${preview}/confirmation`)).status).toBe(422)
    expect(await desk.workbench.storage.glossary.latestChange()).toBe(before)
    expect((await terminologist.post(`${preview}/confirmation`, { leaveOutErrors: 'yes' })).status).toBe(303)
    expect(await desk.workbench.storage.glossary.latestChange()).toBe(before + 1)
  })

  test('says what is wrong with a file that cannot be read, and keeps the paste', async () => {
    const answer = await terminologist.post(paths.glossaryImports(), { pasted: 'vi;en\nmột;one' })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/id="pasted-error"[^>]*>[^<]*“th”/)
    expect(answer.text).toContain('một;one')
    const unclosed = file('Một,หนึ่ง,,,,', '"Hai,สอง,,,,', ...Array.from({ length: 50 }, () => 'Ba,สาม,,,,'))
    expect((await terminologist.post(paths.glossaryImports(), { pasted: unclosed })).text).toContain(
      'บรรทัดที่ 3:',
    )
    expect((await terminologist.post(paths.glossaryImports(), {})).status).toBe(422)
    expect((await upload('')).status).toBe(422)
  })

  test('shows hostile cells as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>'
    const answer = await upload(file(`${hostile}a,${hostile}ก,,${hostile}ข,${hostile},${hostile}`))
    const { text } = await terminologist.get(String(answer.headers.location))
    expect(text).not.toContain('<img src=x')
    expect(text).toContain('&lt;img')
  })
})
