import { XmlDocument } from 'libxml2-wasm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { localTime } from '../../src/domain/desk-time.ts'
import { paths } from '../../src/web/paths.ts'
import { approveVersion } from '../../src/workflows/approve-version.ts'
import { publishDue } from '../../src/workflows/publish-due.ts'
import { publishVersion } from '../../src/workflows/publish-version.ts'
import { submitDraft } from '../../src/workflows/submit-draft.ts'
import { withdrawPublication } from '../../src/workflows/withdraw-publication.ts'
import { startDesk, type Desk, type DeskAgent } from '../support/desk.ts'
import { makeDraft, writeIn, type MadeDraft } from '../support/factories.ts'

const site = 'http://news.example'
const minute = 60_000

let now = new Date('2026-09-03T10:00:00Z')
let desk: Desk
let editor: DeskAgent
beforeAll(async () => {
  desk = await startDesk({ config: { publicUrl: site }, clock: () => now })
  editor = await desk.agentFor('editor')
})
beforeEach(() => {
  now = new Date(now.getTime() + 60 * minute)
})

const makeBridge = (targetLanguage = 'th', target = 'สะพานใหม่ที่ฟู้เถาะ') =>
  makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Cầu mới', target },
    lead: {
      source: 'Cầu dài 700 m.',
      target: targetLanguage === 'th' ? 'สะพานยาว 700 ม.' : 'The bridge is 700 m long.',
    },
    paragraphs: [
      {
        source: targetLanguage === 'th' ? 'Ai cũng mừng.' : 'Ai ở Đắk Lắk cũng mừng.',
        target: targetLanguage === 'th' ? 'ทุกคนยินดี & <b>' : 'Everybody at Đắk Lắk rejoices.',
      },
    ],
    sourceUrl: `https://source.example/${crypto.randomUUID()}`,
    targetLanguage,
  })

async function approve({ draftId }: MadeDraft): Promise<number> {
  const { workbench, people } = desk
  const { id } = await submitDraft(workbench, people.translator, { draftId, note: '' })
  await approveVersion(workbench, people.editor, id, { note: '', comments: [] })
  return id
}

const publish = (versionId: number) => publishVersion(desk.workbench, desk.people.editor, versionId)
const live = ({ draftId }: MadeDraft) => desk.workbench.storage.versions.livePublication(draftId)
const withdraw = async (made: MadeDraft) =>
  withdrawPublication(desk.workbench, desk.people.editor, (await live(made))?.id ?? 0)
const read = (path: string) => desk.visitor().get(path)
const later = (minutes: number) => localTime(new Date(now.getTime() + minutes * minute))
const schedule = (versionId: number, due = later(30)) =>
  editor.post(paths.versionSchedule(versionId), { due })
const historyOf = async ({ articleId }: MadeDraft) => (await editor.get(paths.article(articleId))).text

describe('a publication that is scheduled', () => {
  test('is carried out when it is due, once, and shows in the index, the feeds and the sitemap', async () => {
    const made = await makeBridge()
    const versionId = await approve(made)
    const page = await editor.get(paths.version(versionId))
    expect(page.text).toContain('Asia/Bangkok')
    expect((await schedule(versionId)).status).toBe(303)
    expect(await publishDue(desk.workbench)).toBe(0)
    expect(await live(made)).toBeUndefined()
    now = new Date(now.getTime() + 31 * minute)
    // Two processes look at the same time.
    const done = await Promise.all([publishDue(desk.workbench), publishDue(desk.workbench)])
    expect(done.reduce((a, b) => a + b)).toBe(1)
    const publication = await live(made)
    expect(publication?.versionId).toBe(versionId)
    expect((await historyOf(made)).match(/published version 1/g)).toHaveLength(1)
    const address = paths.publicArticle('th', publication?.slug ?? '')
    expect((await read(address)).status).toBe(200)
    for (const path of [
      paths.publicIndex('th'),
      paths.publicFeed('th', 'feed.atom'),
      paths.publicFeed('th', 'rss.xml'),
      paths.publicFeed('th', 'feed.json'),
      paths.sitemap(),
    ])
      expect((await read(path)).text, path).toContain(address)
  })

  test('is given up, with an event, when something else is published or taken back before', async () => {
    const made = await makeBridge()
    const first = await approve(made)
    await writeIn(desk.workbench, desk.people.translator, made.segmentIds[2] ?? 0, 'ทุกคนดีใจ')
    const second = await approve(made)
    await schedule(second)
    await publish(first)
    now = new Date(now.getTime() + 60 * minute)
    await publishDue(desk.workbench)
    expect((await live(made))?.versionId).toBe(first)
    expect(await historyOf(made)).toContain('was given up')
    expect((await editor.get(paths.version(second))).text).toContain('was left alone')
  })

  test('can be cancelled, and there is one of a draft at a time', async () => {
    const made = await makeBridge()
    const versionId = await approve(made)
    await schedule(versionId)
    expect((await schedule(versionId)).status).toBe(422)
    expect((await editor.post(paths.versionScheduleCancellation(versionId))).status).toBe(303)
    now = new Date(now.getTime() + 60 * minute)
    expect(await publishDue(desk.workbench)).toBe(0)
    expect((await editor.post(paths.versionScheduleCancellation(versionId))).status).toBe(422)
  })

  test('lies in the future, at a time that there is', async () => {
    const versionId = await approve(await makeBridge())
    for (const due of [later(-1), '2026-02-30T10:00', 'soon', later(3 * 366 * 24 * 60)])
      expect((await schedule(versionId, due)).status, due).toBe(422)
  })

  test('is the business of editors', async () => {
    const versionId = await approve(await makeBridge())
    const translator = await desk.agentFor('translator')
    expect((await translator.post(paths.versionSchedule(versionId), { due: later(5) })).status).toBe(403)
  })
})

test('an earlier version takes the place of a later one, and what is taken back is gone', async () => {
  const made = await makeBridge()
  const first = await approve(made)
  const { slug } = await publish(first)
  await writeIn(desk.workbench, desk.people.translator, made.segmentIds[2] ?? 0, 'ทุกคนดีใจ')
  await publish(await approve(made))
  const address = paths.publicArticle('th', slug)
  expect((await read(address)).text).toContain('ทุกคนดีใจ')
  await withdraw(made)
  expect((await read(address)).status).toBe(410)
  expect((await read(paths.publicFeed('th', 'feed.atom'))).text).not.toContain(address)
  expect((await read(paths.sitemap())).text).not.toContain(address)
  expect((await editor.post(paths.versionPublication(first))).status).toBe(303)
  expect((await read(address)).text).toContain('ทุกคนยินดี')
})

test('the preview is the public page, byte for byte', async () => {
  const versionId = await approve(await makeBridge())
  const preview = await editor.get(paths.versionPreview(versionId))
  expect([preview.status, preview.headers['x-robots-tag']]).toEqual([200, 'noindex'])
  const { slug } = await publish(versionId)
  const shown = await read(paths.publicArticle('th', slug))
  expect(preview.text).toBe(shown.text)
  expect((await editor.get(paths.versionPreview(versionId))).text).toBe(shown.text)
})

describe('the index of a language', () => {
  test('finds words of title and text whatever their marks and case', async () => {
    const thai = await makeBridge('th', 'น้ำท่วมที่ตื้อดึ๊ก')
    const english = await makeBridge('en', 'Đà Nẵng builds')
    const [inThai, inEnglish] = [await publish(await approve(thai)), await publish(await approve(english))]
    const found = async (language: string, q: string) => (await read(paths.publicIndex(language, { q }))).text
    expect(await found('th', 'ตือดึก')).toContain(inThai.slug)
    expect(await found('th', 'ยินดี น้ำท่วม')).toContain(inThai.slug)
    expect(await found('en', 'dak lak DA NANG')).toContain(inEnglish.slug)
    const none = await found('en', 'nowhere')
    expect(none).not.toContain(inEnglish.slug)
    expect(none).toContain('0 articles with “nowhere”')
    expect(none).toContain('<meta name="robots" content="noindex">')
    expect(await found('en', '<script>')).not.toContain('<script>')
  })

  test('is cut into pages that name each other', async () => {
    for (let count = 0; count < 21; count++)
      await publish(await approve(await makeBridge('en', 'A new bridge')))
    const first = (await read(paths.publicIndex('en'))).text
    expect(first).toContain(`<link rel="canonical" href="${site}/read/en">`)
    expect(first).toContain(`<link rel="next" href="${site}/read/en?page=2">`)
    expect(first).toContain(`<link rel="alternate" hreflang="th" href="${site}/read/th">`)
    const second = (await read(paths.publicIndex('en', { page: 2 }))).text
    expect(second).toContain(`<link rel="canonical" href="${site}/read/en?page=2">`)
    expect(second).toContain(`<link rel="prev" href="${site}/read/en">`)
    expect((await read(paths.publicIndex('en', { page: 9 }))).status).toBe(404)
  })

  test('is not there where nothing was ever published, whatever the language is called', async () => {
    for (const language of ['de', 'zz', 'not-a-language-at-all-whatever-it-is', '%3Cb%3E'])
      expect((await read(`/read/${language}`)).status, language).toBe(404)
  })
})

test('feeds and sitemap are well-formed, and say language, dates, addresses and other editions', async () => {
  const made = await makeBridge('th', 'หัวข้อ & <b> ]]>')
  const { slug } = await publish(await approve(made))
  const address = site + paths.publicArticle('th', slug)
  const [atom, rss, json, sitemap] = await Promise.all([
    read(paths.publicFeed('th', 'feed.atom')),
    read(paths.publicFeed('th', 'rss.xml')),
    read(paths.publicFeed('th', 'feed.json')),
    read(paths.sitemap()),
  ])
  for (const { text } of [atom, rss, sitemap]) XmlDocument.fromString(text).dispose()
  expect(atom.headers['content-type']).toContain('application/atom+xml')
  expect(atom.text).toContain(`<id>${address}</id>`)
  expect(atom.text).toContain(`<updated>${now.toISOString()}</updated>`)
  expect(rss.text).toContain('<language>th</language>')
  const parsed = JSON.parse(json.text) as {
    language?: string
    items: { id: string; content_html?: string }[]
  }
  expect(parsed.items[0]).toMatchObject({ id: address })
  expect(parsed.items[0]?.content_html).toContain('ทุกคนยินดี &amp; &lt;b&gt;')
  expect(sitemap.text).toContain(`<xhtml:link rel="alternate" hreflang="th" href="${address}"/>`)
  expect((await read('/robots.txt')).text).toContain(`Sitemap: ${site}/sitemap.xml`)
  const summary = await read(`${paths.publicFeed('th', 'feed.json')}?content=summary`)
  expect(summary.text).not.toContain('ทุกคนยินดี')
})

test('what has not changed is not sent again', async () => {
  const made = await makeBridge()
  await publish(await approve(made))
  for (const path of [paths.publicIndex('th'), paths.publicFeed('th', 'feed.atom'), paths.sitemap()]) {
    const { headers } = await read(path)
    const { etag = '', 'last-modified': modified = '' } = headers as Record<string, string>
    expect(headers['cache-control'], path).toBe('public, max-age=60')
    expect((await read(path).set('If-None-Match', etag)).status, path).toBe(304)
    expect((await read(path).set('If-Modified-Since', modified)).status, path).toBe(304)
    now = new Date(now.getTime() + minute)
    await publish(await approve(await makeBridge()))
    expect((await read(path).set('If-None-Match', etag)).status, path).toBe(200)
    expect((await read(path).set('If-Modified-Since', modified)).status, path).toBe(200)
  }
})

describe('a version as a file', () => {
  test('can be had by everybody at the desk, under the name of its title', async () => {
    const made = await makeBridge()
    const versionId = await approve(made)
    const translator = await desk.agentFor('translator')
    for (const [format, extension] of [
      ['html', 'html'],
      ['text', 'txt'],
      ['docx', 'docx'],
      ['xliff', 'xlf'],
      ['tmx', 'tmx'],
    ] as const) {
      const { status, headers } = await translator.get(paths.versionExport(versionId, format))
      expect(status, format).toBe(200)
      expect(headers['content-disposition']).toContain(
        `filename*=UTF-8''${encodeURIComponent('สะพานใหม่ที่ฟู้เถาะ')}-v1.${extension}`,
      )
    }
    expect((await translator.get(paths.versionExport(versionId, 'exe'))).status).toBe(404)
  })

  test('keeps what was approved, while the draft has what stands there now', async () => {
    const made = await makeBridge()
    const versionId = await approve(made)
    await writeIn(desk.workbench, desk.people.translator, made.segmentIds[2] ?? 0, 'ทุกคนดีใจ')
    const version = (await editor.get(paths.versionExport(versionId, 'xliff')).buffer()).text
    const draft = (await editor.get(paths.draftExport(made.draftId, 'xliff')).buffer()).text
    expect(version).toContain('state="final"><source>Ai cũng mừng.</source><target>ทุกคนยินดี')
    expect(draft).toContain('state="translated"><source>Ai cũng mừng.</source><target>ทุกคนดีใจ')
  })
})
