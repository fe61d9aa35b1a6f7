import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { approveVersion } from '../../src/workflows/approve-version.ts'
import { publishVersion } from '../../src/workflows/publish-version.ts'
import { submitDraft } from '../../src/workflows/submit-draft.ts'
import { withdrawPublication } from '../../src/workflows/withdraw-publication.ts'
import { startDesk, type Desk } from '../support/desk.ts'
import { makeDraft, writeIn, type DraftParts, type MadeDraft } from '../support/factories.ts'

const site = 'http://news.example'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk({
    config: { publicUrl: site },
    clock: () => new Date('2026-09-03T10:00:00Z'),
  })
})

const parts = (): DraftParts => ({
  by: desk.people.translator.id,
  title: { source: 'Cầu mới ở Huế', target: 'สะพานใหม่ที่เมืองเว้ </script><b>&' },
  lead: { source: 'Cầu dài 700 m.', target: 'สะพานยาว 700 ม.' },
  paragraphs: [
    [
      { source: 'Cầu đẹp.', target: 'สะพานงาม' },
      { source: 'Ai cũng mừng.', target: 'ทุกคนยินดี' },
    ],
    { source: 'Hết.', target: 'จบ' },
  ],
  byline: 'Lê Thu',
  publishedOn: '2026-09-02',
  sourceUrl: `https://source.example/${crypto.randomUUID()}`,
})

async function publish(made: MadeDraft): Promise<string> {
  const { workbench, people } = desk
  const { id } = await submitDraft(workbench, people.translator, { draftId: made.draftId, note: '' })
  await approveVersion(workbench, people.editor, id, { note: '', comments: [] })
  return (await publishVersion(workbench, people.editor, id)).slug
}

const withdraw = async ({ draftId }: MadeDraft) => {
  const live = await desk.workbench.storage.versions.livePublication(draftId)
  await withdrawPublication(desk.workbench, desk.people.editor, live?.id ?? 0)
}

const read = (path: string) => desk.visitor().get(path)

let made: MadeDraft
let path: string
beforeEach(async () => {
  made = await makeDraft(desk.workbench.storage, parts())
  path = paths.publicArticle('th', await publish(made))
})

describe('a published article', () => {
  test('reads in its own language, in order, with its dates in the Buddhist calendar', async () => {
    const { status, text } = await read(path)
    expect(status).toBe(200)
    expect(text).toContain('<html lang="th">')
    const order = ['สะพานใหม่ที่เมืองเว้', 'สะพานยาว 700 ม.', 'สะพานงาม ทุกคนยินดี', '<p>จบ</p>']
    const places = order.map((words) => text.lastIndexOf(words))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(text).toContain('Lê Thu')
    expect(text).toContain('3 กันยายน พ.ศ. 2569')
    expect(text).toContain('<time datetime="2026-09-02" lang="th">2 กันยายน พ.ศ. 2569</time>')
    expect(text).toMatch(/<a href="https:\/\/source\.example\/[^"]+"[^>]*lang="vi">Cầu mới ở Huế<\/a>/)
  })

  test('is the same for everybody: no session, no cookie, no script', async () => {
    const editor = await desk.agentFor('editor')
    const [visitor, member] = [await read(path).set('Accept-Language', 'vi'), await editor.get(path)]
    for (const { headers } of [visitor, member]) {
      expect(headers['set-cookie']).toBeUndefined()
      expect(headers['cache-control']).toBe('public, max-age=60')
    }
    expect(member.text).toBe(visitor.text)
    expect(visitor.text).not.toMatch(/<script(?! type="application\/ld\+json")/)
  })

  test('tells machines what it is, and no title can end the script element', async () => {
    const { text } = await read(path)
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? []
    expect(JSON.parse(json ?? '')).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'สะพานใหม่ที่เมืองเว้ </script><b>&',
      description: 'สะพานยาว 700 ม.',
      inLanguage: 'th',
      datePublished: '2026-09-03T10:00:00.000Z',
      author: { name: 'Lê Thu' },
      mainEntityOfPage: site + path,
      translationOfWork: { inLanguage: 'vi', headline: 'Cầu mới ở Huế', datePublished: '2026-09-02' },
    })
    expect(text).toContain(`<link rel="canonical" href="${site}${path}">`)
    expect(text).toContain('<meta property="og:locale" content="th_TH">')
    expect(text).not.toContain('<b>&')
  })

  test('is sent once: an unchanged page answers 304, a changed one is sent again', async () => {
    const first = await read(path)
    const { etag, 'last-modified': lastModified } = first.headers as Record<string, string>
    expect(etag).toMatch(/"/)
    expect((await read(path).set('If-None-Match', etag ?? '')).status).toBe(304)
    expect((await read(path).set('If-Modified-Since', lastModified ?? '')).status).toBe(304)
    await writeIn(desk.workbench, desk.people.translator, made.segmentIds[4] ?? 0, 'จบข่าว')
    expect((await read(path).set('If-None-Match', etag ?? '')).status).toBe(304)
    await publish(made)
    const again = await read(path).set('If-None-Match', etag ?? '')
    expect(again.status).toBe(200)
    expect(again.text).toContain('จบข่าว')
  })

  test('names its other languages as long as they are live', async () => {
    const { storage } = desk.workbench
    const units = await storage.articles.units(made.articleId)
    const draftId = await storage.transaction(async (tx) => {
      const id = await tx.articles.addDraft(made.articleId, 'en', desk.people.translator.id, new Date())
      await tx.segments.add(
        id,
        units.map(({ id: unitId, sourceText }, index) => ({
          ...{ unitId, position: String(index + 1), sourceText, sourceAfter: '', targetAfter: '' },
          state: 'initial' as const,
          revisions: [
            {
              text: sourceText.includes('700') ? 'The bridge is 700 m long.' : 'A new bridge',
              origin: 'machine' as const,
              authorId: null,
            },
          ],
        })),
        new Date(),
      )
      return id
    })
    const english = { ...made, draftId }
    const there = paths.publicArticle('en', await publish(english))
    const link = (language: string, to: string) =>
      `<link rel="alternate" hreflang="${language}" href="${site}${to}">`
    for (const page of [path, there]) {
      const { text } = await read(page)
      expect(text).toContain(link('th', path))
      expect(text).toContain(link('en', there))
    }
    expect((await read(there)).text).toMatch(/September[ ,\d]* 2026<\/time>/)
    await withdraw(english)
    expect((await read(path)).text).not.toContain('hreflang="en"')
  })

  test('is found by its id, and sent to its own address', async () => {
    for (const other of [`/read/th/something-else-${made.draftId}`, `/read/en/x-${made.draftId}`]) {
      const { status, headers } = await read(other)
      expect([status, headers.location]).toEqual([301, path])
    }
  })

  test('that is withdrawn is gone, in its own language, and comes back at the same address', async () => {
    await withdraw(made)
    const gone = await read(path)
    expect(gone.status).toBe(410)
    expect(gone.text).toContain('<html lang="th">')
    expect(gone.text).not.toContain('สะพาน')
    expect((await read(`/read/th/x-${made.draftId}`)).status).toBe(410)
    const { storage } = desk.workbench
    const latest = await storage.versions.latest(made.draftId)
    await publishVersion(desk.workbench, desk.people.secondEditor, latest?.id ?? 0)
    expect((await read(path)).status).toBe(200)
  })
})

test('what was never published is not there, whoever asks', async () => {
  const { draftId } = await makeDraft(desk.workbench.storage, {
    ...parts(),
    sourceUrl: 'https://source.example/x',
  })
  const editor = await desk.agentFor('editor')
  for (const unknown of [`/read/th/cau-moi-${draftId}`, '/read/th/nothing', '/read/th/nothing-999999']) {
    expect((await read(unknown)).status).toBe(404)
    expect((await editor.get(unknown)).status).toBe(404)
  }
})
