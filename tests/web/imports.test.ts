import { beforeAll, describe, expect, test } from 'vitest'
import type { Response } from 'supertest'
import { paths } from '../../src/web/paths.ts'
import { bridge, bridgeInThai, bridgePage, bridgeUrl, linesOf, plain } from '../support/bridge-article.ts'
import { startDesk, type Desk, type DeskAgent, type Member } from '../support/desk.ts'

let desk: Desk
const agents = new Map<Member, DeskAgent>()
beforeAll(async () => {
  desk = await startDesk()
  for (const member of ['translator', 'secondTranslator', 'editor'] as const)
    agents.set(member, await desk.agentFor(member))
})

/** The editor's interface is English. */
const agent = (member: Member = 'editor'): DeskAgent => {
  const found = agents.get(member)
  if (!found) throw new Error(`${member} is not signed in`)
  return found
}

interface Given {
  readonly fields?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, { name: string; bytes: Buffer }>>
}

/** Sends the form as a browser does. */
async function send({ fields = {}, files = {} }: Given, member?: Member): Promise<Response> {
  const sender = agent(member)
  let request = sender.agent.post(paths.imports()).field('_csrf', await sender.csrf())
  for (const [name, value] of Object.entries(fields)) request = request.field(name, value)
  for (const [name, { name: file, bytes }] of Object.entries(files))
    request = request.attach(name, bytes, { filename: file, contentType: 'text/plain' })
  return request
}

const tables = [
  'articles',
  'units',
  'drafts',
  'segments',
  'segment_revisions',
  'findings',
  'import_previews',
  'events',
]
const rowCounts = async () => {
  const { reader } = desk.workbench.storage
  return Promise.all(
    tables.map(async (table) => (await reader(table).count<{ count: number }[]>('* as count'))[0]?.count),
  )
}

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

/** The fields of the confirmation as the preview page has them filled in. */
function formOf({ text }: Response): Record<string, string | string[]> {
  const lists = (name: string, pattern: RegExp) => ({
    [name]: [...text.matchAll(pattern)].map((match) => String(match[1])),
  })
  const value = (name: string) => new RegExp(`name="${name}"[^>]*?value="([^"]*)"`).exec(text)?.[1] ?? ''
  const side = (name: string) => ({
    ...lists(`${name}Keep`, new RegExp(`name="${name}Keep" value="(\\d+)" checked`, 'g')),
    ...lists(`${name}Kind`, new RegExp(`name="${name}Kind"[\\s\\S]*?<option value="(\\w+)" selected`, 'g')),
  })
  const article = /<input type="hidden" name="article" value="(\d+)"/.exec(text)?.[1]
  return {
    ...side('source'),
    ...side('target'),
    sourceUrl: value('sourceUrl'),
    byline: value('byline'),
    publishedOn: value('publishedOn'),
    ...(article ? { article } : {}),
  }
}

async function preview(given: Given): Promise<Response> {
  const answer = await send(given)
  expect(answer.status, textOf(answer.text).slice(0, 400)).toBe(303)
  return agent().get(String(answer.headers.location))
}

const confirm = (page: Response, changes: Readonly<Record<string, string | string[]>> = {}) => {
  const id = /action="\/imports\/([\w-]+)\/confirmation"/.exec(page.text)?.[1] ?? ''
  return agent().post(paths.importConfirmation(id), { ...formOf(page), ...changes })
}

const idIn = (answer: Response) => Number(/\d+/.exec(String(answer.headers.location))?.[0])
const draftText = async (draftId: number) =>
  (await desk.workbench.storage.segments.list(draftId))
    .map(({ revision, targetAfter }) => revision.text + targetAfter)
    .join('')

let pages = 0
/** Another article, so that no test meets the one of another. */
const freshUrl = () => `https://bao.example/bai-${String((pages += 1))}.html`

describe('what cannot be read', () => {
  const vietnamese = plain(bridge)
  const thai = plain(bridgeInThai)
  const file = (name: string, bytes: Buffer | string) => ({ name, bytes: Buffer.from(bytes) })
  const cases: readonly (readonly [string, Given, RegExp])[] = [
    ['nothing at all', {}, /There is nothing to import/],
    ['white space', { fields: { source: ' \n\t\u00a0 ' } }, /There is nothing to import/],
    ['an empty file', { files: { sourceFile: file('empty.txt', '') } }, /empty\.txt: There is no text in it/],
    [
      'a picture',
      { files: { sourceFile: file('photo.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')) } },
      /photo\.txt: This is a picture/,
    ],
    ['a PDF', { files: { targetFile: file('bài báo.txt', '%PDF-1.7\n…') } }, /bài báo\.txt: This is a PDF/],
    [
      'a binary file',
      { files: { sourceFile: file('data.txt', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0])) } },
      /data\.txt: This file is not text/,
    ],
    [
      'a file of another encoding',
      { files: { sourceFile: file('cu.txt', Buffer.from('a49ec9e8f3b7d1a0b4c2'.repeat(20), 'hex')) } },
      /cu\.txt: .*(encod|not text|UTF-8)/i,
    ],
    [
      'a damaged file',
      {
        files: {
          sourceFile: file(
            'hỏng.txt',
            Buffer.concat([
              Buffer.from(`${vietnamese}\nmột dòng `),
              Buffer.from([0xe1, 0xba]),
              Buffer.from(' nữa'),
            ]),
          ),
        },
      },
      /hỏng\.txt: .*damaged or not saved as UTF-8.*line 10/,
    ],
    [
      'half a character',
      { files: { targetFile: file('half.txt', Buffer.from(`\ufeff${thai}\nก\ud83dข`, 'utf16le')) } },
      /half\.txt: Line 10, column 2: half a character/,
    ],
    [
      'an empty character',
      { fields: { source: `${vietnamese}\nmột\u0000hai` } },
      /Line 10, column 4: an empty character \(U\+0000\)/,
    ],
    ['Thai as the source', { fields: { source: thai } }, /This is Thai, but the source should be Vietnamese/],
    [
      'Vietnamese as the draft',
      { fields: { source: vietnamese, target: vietnamese } },
      /This is Vietnamese, but the draft should be Thai/,
    ],
    ['figures alone', { fields: { source: '12 345\n\n67 890' } }, /There are no letters in this text/],
    [
      'a text and a file',
      { fields: { source: vietnamese }, files: { sourceFile: file('a.txt', vietnamese) } },
      /Give a text or a file, not both/,
    ],
    [
      'an address that is none',
      { fields: { source: vietnamese, sourceUrl: 'bao example' } },
      /This is not a web address/,
    ],
    [
      'one language twice',
      { fields: { source: vietnamese, targetLanguage: 'vi' } },
      /must be in another language/,
    ],
    [
      'a language that is none',
      { fields: { source: vietnamese, targetLanguage: 'tiếng Thái' } },
      /This is not a language/,
    ],
    [
      'a paste of more characters than an article has',
      { fields: { source: 'Mưa lớn ở miền Bắc. '.repeat(350_000) } },
      /has 7000000 characters; at most 2000000/,
    ],
    [
      'a file of more than 10 MB',
      { files: { sourceFile: file('big.txt', Buffer.alloc(10 * 1024 * 1024 + 1, 'a\n')) } },
      /The file is too large \(10 MB at most\)/,
    ],
    [
      'a paste of more than 12 MB',
      { fields: { source: 'a '.repeat(6.5 * 1024 * 1024) } },
      /This is too much to paste: at most 12 MB/,
    ],
  ]

  test.each(cases)(
    '%s is refused in words, beside the form, and nothing is written',
    async (_, given, words) => {
      const before = await rowCounts()
      const answer = await send(given)
      expect(answer.status).toBe(422)
      expect(textOf(answer.text)).toMatch(words)
      expect(answer.text).toContain('enctype="multipart/form-data"')
      expect(answer.text).not.toMatch(/import\.errors\.|errors\.field\.|\{\{/)
      expect(await rowCounts()).toEqual(before)
    },
  )

  test('what was typed stays in the form', async () => {
    const answer = await send({
      fields: { source: thai, target: 'สวัสดี <b>&', sourceUrl: bridgeUrl, targetLanguage: 'lo' },
    })
    expect(answer.text).toContain(bridgeInThai.paragraphs[0])
    expect(answer.text).toContain('สวัสดี &lt;b&gt;&amp;</textarea>')
    expect(answer.text).toContain(`value="${bridgeUrl}"`)
    expect(answer.text).toContain('<option value="lo" selected>')
  })

  test('both sides are spoken of at once, and fields say what describes them', async () => {
    const { text } = await send({ fields: { source: thai, target: vietnamese } })
    expect(textOf(text)).toMatch(/source should be Vietnamese.*draft should be Thai/)
    expect(text).toMatch(
      /id="source"[^>]*aria-invalid="true"[^>]*aria-describedby="source-hint source-error"/,
    )
    expect(text).toContain('id="target-error"')
  })

  test.each([
    ['translator', 'Đây là tiếng Thái'],
    ['secondTranslator', 'ข้อความนี้เป็นภาษาไทย'],
    ['editor', 'This is Thai'],
  ] as const)('the %s is told in the language of their interface', async (member, words) => {
    expect((await send({ fields: { source: thai } }, member)).text).toContain(words)
  })

  test('an unknown article is not found', async () => {
    expect((await agent().get(paths.importPage({ article: 999_999 }))).status).toBe(404)
    const answer = await send({ fields: { article: '999999', target: thai } })
    expect(answer.status).toBe(404)
  })
})

describe('the preview', () => {
  test('shows what was found, and what was dropped with the reason', async () => {
    const page = await preview({ fields: { source: bridgePage, target: plain(bridgeInThai) } })
    const text = textOf(page.text)
    expect(page.status).toBe(200)
    expect(text).toContain('4 paragraphs kept , 6 lines dropped')
    expect(text).toContain('4 paragraphs kept , 0 lines dropped')
    expect(text).toMatch(/No data Empty place on the page/)
    expect(text).toMatch(/Giá lúa đông xuân nhích lên trong tuần đầu tháng Headlines of other articles/)
    const form = formOf(page)
    expect(form).toMatchObject({ sourceUrl: bridgeUrl, byline: 'Lê Minh Hoa', publishedOn: '2025-03-12' })
    expect(form.sourceKeep).toHaveLength(5)
    expect(form.targetKind).toEqual(['title', 'lead', 'paragraph', 'paragraph', 'paragraph'])
  })

  test('is nobody else’s', async () => {
    const answer = await send({ fields: { source: plain(bridge) } })
    const place = String(answer.headers.location)
    expect((await agent('translator').get(place)).status).toBe(404)
    expect((await agent('translator').post(`${place}/confirmation`)).status).toBe(404)
    expect((await agent().get(place)).status).toBe(200)
  })

  test('that nobody confirms is swept after two days', async () => {
    const { sweepLeftovers } = await import('../../src/workflows/sweep-leftovers.ts')
    const place = String((await send({ fields: { source: plain(bridge) } })).headers.location)
    const inHours = (hours: number) => ({
      ...desk.workbench,
      clock: () => new Date(Date.now() + hours * 3_600_000),
    })
    await sweepLeftovers(inHours(47))
    expect((await agent().get(place)).status).toBe(200)
    expect(await sweepLeftovers(inHours(49))).toBeGreaterThan(0)
    expect((await agent().get(place)).status).toBe(404)
  })
})

describe('confirming', () => {
  test('writes both texts side by side and goes to the draft', async () => {
    const page = await preview({ fields: { source: bridgePage, target: plain(bridgeInThai) } })
    const sourceUrl = freshUrl()
    const answer = await confirm(page, { sourceUrl, byline: 'Lê Hoa', publishedOn: '2025-03-13' })
    expect(answer.status).toBe(303)
    const draftId = idIn(answer)
    expect(answer.headers.location).toBe(paths.draft(draftId))
    expect(await draftText(draftId)).toBe(linesOf(bridgeInThai).join('\n\n'))
    const { articleId } = await desk.workbench.storage.articles.draft(draftId)
    expect(await desk.workbench.storage.articles.get(articleId)).toMatchObject({
      sourceUrl,
      byline: 'Lê Hoa',
      publishedOn: '2025-03-13',
    })
    const units = await desk.workbench.storage.articles.units(articleId)
    expect(units.map(({ sourceText }) => sourceText)).toEqual(linesOf(bridge))
    expect(
      (await agent().get(paths.importPreview(/imports\/([\w-]+)\//.exec(page.text)?.[1] ?? ''))).status,
    ).toBe(404)
  })

  test('takes the lines as they are ticked, and as what they are called', async () => {
    const page = await preview({ fields: { source: bridgePage } })
    const form = formOf(page)
    const kinds = form.sourceKind as string[]
    const numberOf = (words: string) => {
      const lines = [...page.text.matchAll(/name="sourceKeep" value="(\d+)"[\s\S]*?<span[^>]*>([^<]*)</g)]
      return lines.find((line) => line[2]?.includes(words))?.[1] ?? ''
    }
    const restored = numberOf('Mưa lớn diện rộng')
    const dropped = numberOf('Sáng 12/3')
    const answer = await confirm(page, {
      sourceUrl: '',
      sourceKeep: [restored, ...(form.sourceKeep as string[]).filter((index) => index !== dropped)],
      sourceKind: kinds.map((kind, index) => (String(index) === restored ? 'heading' : kind)),
    })
    expect(answer.headers.location).toBe(paths.article(idIn(answer)))
    const units = await desk.workbench.storage.articles.units(idIn(answer))
    expect(units.map(({ kind, sourceText }) => [kind, sourceText])).toEqual([
      ['title', bridge.title],
      ['lead', bridge.lead],
      ['paragraph', bridge.paragraphs[1]],
      ['paragraph', bridge.paragraphs[2]],
      ['heading', 'Mưa lớn diện rộng, nhiều tuyến đường ngập cục bộ'],
    ])
  })

  test('twice, even at once, makes one article', async () => {
    const page = await preview({ fields: { source: plain(bridge), target: plain(bridgeInThai) } })
    const answers = await Promise.all([confirm(page), confirm(page), confirm(page)])
    const later = await confirm(page)
    expect(new Set([...answers, later].map(({ headers }) => headers.location)).size).toBe(1)
    expect(later.status).toBe(303)
  })

  test.each([
    ['an address that is none', { sourceUrl: 'nowhere' }, /This is not a web address/],
    ['a date that is none', { publishedOn: '2025-02-31' }, /This is not a date/],
    ['no line at all', { sourceKeep: [] as string[] }, /There is nothing to import/],
    [
      'two titles',
      { sourceKind: ['title', 'title', 'paragraph', 'paragraph', 'paragraph'] },
      /Two lines are marked as the title/,
    ],
    ['a byline that no text may hold', { byline: 'a\u0000b' }, /There is a character in it/],
  ])('%s is refused with the choices kept, and nothing is written', async (_, changes, words) => {
    const page = await preview({ fields: { source: plain(bridge) } })
    const before = await rowCounts()
    const answer = await confirm(page, { byline: 'Người viết', ...changes })
    expect(answer.status).toBe(422)
    expect(textOf(answer.text)).toMatch(words)
    if (!('byline' in changes)) expect(formOf(answer)).toMatchObject({ byline: 'Người viết' })
    expect(await rowCounts()).toEqual(before)
  })
})

describe('a source address that is here already', () => {
  async function importedAt(fields: Readonly<Record<string, string>>) {
    const sourceUrl = freshUrl()
    const answer = await confirm(await preview({ fields: { ...fields, sourceUrl } }))
    expect(answer.status).toBe(303)
    return { sourceUrl, answer }
  }

  test('is offered for its draft instead of a twin', async () => {
    const { sourceUrl, answer } = await importedAt({ source: plain(bridge) })
    const articleId = idIn(answer)
    const page = await preview({
      fields: { source: bridgePage, target: plain(bridgeInThai), sourceUrl: `${sourceUrl}?utm_source=x#top` },
    })
    expect(textOf(page.text)).toContain('This article is here already')
    expect(page.text).toContain(`href="${paths.article(articleId)}"`)
    expect(page.text).toContain(`name="article" value="${String(articleId)}"`)
    const twin = await confirm(page)
    expect(twin.status).toBe(409)
    expect(textOf(twin.text)).toContain('Add the draft to it')
    const added = await confirm(page, { article: String(articleId) })
    expect(added.status).toBe(303)
    expect((await desk.workbench.storage.articles.draftsOf(articleId)).map(({ id }) => id)).toEqual([
      idIn(added),
    ])
    expect(await draftText(idIn(added))).toBe(linesOf(bridgeInThai).join('\n\n'))
    const units = await desk.workbench.storage.articles.units(articleId)
    expect(units.map(({ sourceText }) => sourceText)).toEqual(linesOf(bridge))
  })

  test('is offered for its source when only a draft came before', async () => {
    const { sourceUrl, answer } = await importedAt({ target: plain(bridgeInThai) })
    const draftId = idIn(answer)
    const { articleId } = await desk.workbench.storage.articles.draft(draftId)
    const page = await preview({ fields: { source: plain(bridge), sourceUrl } })
    expect(textOf(page.text)).toContain('Add the source to it')
    const added = await confirm(page, { article: String(articleId) })
    expect(added.headers.location).toBe(paths.draft(draftId))
    expect(await draftText(draftId)).toBe(linesOf(bridgeInThai).join('\n\n'))
  })

  test('found only on confirming leads to the same offer', async () => {
    const page = await preview({ fields: { source: plain(bridge), target: plain(bridgeInThai) } })
    const { sourceUrl, answer } = await importedAt({ source: plain(bridge) })
    const late = await confirm(page, { sourceUrl })
    expect(late.status).toBe(409)
    expect(late.text).toContain(`name="article" value="${String(idIn(answer))}"`)
    expect(formOf(late).sourceUrl).toBe(sourceUrl)
  })

  test('with both halves there is only opened', async () => {
    const { sourceUrl } = await importedAt({ source: plain(bridge), target: plain(bridgeInThai) })
    const page = await preview({ fields: { source: plain(bridge), target: plain(bridgeInThai), sourceUrl } })
    expect(textOf(page.text)).toContain('It has what you bring already')
    expect(page.text).not.toContain('name="article"')
  })
})

describe('coming from an article', () => {
  test('only the half that is missing is asked for', async () => {
    const answer = await confirm(await preview({ fields: { source: plain(bridge) } }), { sourceUrl: '' })
    const articleId = idIn(answer)
    const form = await agent().get(paths.importPage({ article: articleId }))
    expect(textOf(form.text)).toContain('The source is here (Vietnamese).')
    expect(form.text).toContain(bridge.title)
    expect(form.text).not.toContain('name="source"')
    const page = await preview({ fields: { article: String(articleId), target: plain(bridgeInThai) } })
    expect(textOf(page.text)).toContain('This is added to')
    const draftId = idIn(await confirm(page))
    expect((await desk.workbench.storage.articles.draft(draftId)).articleId).toBe(articleId)

    const again = await agent().get(paths.importPage({ article: articleId }))
    expect(textOf(again.text)).toContain('Drafts here: Thai.')
    expect(again.text).not.toContain('<option value="th"')
    expect(again.text).toContain('<option value="lo"')
  })

  test('a draft waits for its source', async () => {
    const answer = await confirm(await preview({ fields: { target: plain(bridgeInThai) } }))
    const { articleId } = await desk.workbench.storage.articles.draft(idIn(answer))
    const form = await agent().get(paths.importPage({ article: articleId }))
    expect(form.text).not.toContain('name="target"')
    const page = await preview({ fields: { article: String(articleId), source: plain(bridge) } })
    const added = await confirm(page)
    expect(added.headers.location).toBe(paths.draft(idIn(answer)))
  })
})

test('a hundred thousand words can be imported', { timeout: 120_000 }, async () => {
  const source = [bridge.title, bridge.lead, ...Array.from({ length: 1200 }, () => bridge.paragraphs).flat()]
  const target = [
    bridgeInThai.title,
    bridgeInThai.lead,
    ...Array.from({ length: 1200 }, () => bridgeInThai.paragraphs).flat(),
  ]
  expect(source.join(' ').split(/\s+/).length).toBeGreaterThan(100_000)
  const page = await preview({ fields: { source: source.join('\n\n'), target: target.join('\n\n') } })
  expect(textOf(page.text).match(/3,?601 paragraphs kept/g)).toHaveLength(2)
  const answer = await confirm(page)
  expect(answer.status).toBe(303)
  expect(await draftText(idIn(answer))).toBe(target.join('\n\n'))
})
