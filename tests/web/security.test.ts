import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Express } from 'express'
import { pino } from 'pino'
import supertest, { type Response } from 'supertest'
import { beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { createLogger } from '../../src/logger.ts'
import type { Action } from '../../src/web/action.ts'
import { createApp } from '../../src/web/app.ts'
import { paths } from '../../src/web/paths.ts'
import { deskActions } from '../../src/web/routes.ts'
import { createWorkbench } from '../../src/workbench.ts'
import { password, startDesk, type Desk, type DeskAgent } from '../support/desk.ts'
import { digestOf } from '../support/digest.ts'
import { liveIn, type LivedIn } from '../support/lived-in-desk.ts'

/** Would run, close an attribute, or end a script, wherever it stood unescaped. */
const canary = `"'><script data-canary></script></textarea>&`
const escaped = '&#34;&#39;&gt;&lt;script data-canary&gt;'

const logged: string[] = []
let desk: Desk
let there: LivedIn
/** Somebody who may do everything. */
let everyone: DeskAgent

beforeAll(async () => {
  desk = await startDesk({ logger: createLogger('trace', { write: (line) => void logged.push(line) }) })
  const knex = desk.workbench.storage.reader
  await knex('people').update({ name: knex.raw('name || ?', [` ${canary}`]) })
  there = await liveIn(desk, canary)
  await desk.workbench.storage.people.setRoles(desk.people.secondEditor.id, [
    'translator',
    'editor',
    'terminologist',
    'administrator',
  ])
  await desk.workbench.storage.people.setLocale(desk.people.secondEditor.id, 'en')
  everyone = await desk.agentFor('secondEditor')
  await everyone.csrf()
})

const cookieOf = ({ headers }: Response): string =>
  /tukham\.sid=([^;]+)/.exec(String(headers['set-cookie']))?.[1] ?? ''

const json = { Accept: 'application/json' }

function addressOf({ path }: Pick<Action, 'path'>, given: Readonly<Record<string, string>> = {}): string {
  const values: Readonly<Record<string, string | number>> = {
    ...there,
    checkId: 'numbers-differ',
    importId: randomUUID(),
    token: randomUUID(),
    notificationId: 1,
    chart: 'words',
    format: 'html',
    ...given,
  }
  return path.replace(/:(\w+)/g, (_, name: string) => String(values[name]))
}

describe('headers', () => {
  test('every kind of answer forbids what is not ours', async () => {
    const [asset = ''] = fs.readdirSync(path.resolve(import.meta.dirname, '../../dist/assets'))
    const visitor = desk.visitor().agent
    const lost = supertest(withoutDatabase())
    const cookie = { Cookie: `tukham.sid=${cookieOf(await everyone.get(paths.account()))}` }
    const huge = `text=${'x'.repeat(600_000)}`
    const post = (where: string) => everyone.agent.post(where).type('form')
    const answers: Readonly<Record<string, [number, PromiseLike<Response>]>> = {
      page: [200, everyone.get(paths.articles())],
      fragment: [200, everyone.get(paths.draftParts(there.draftId))],
      data: [200, visitor.get('/healthz')],
      asset: [200, visitor.get(`/assets/${asset}`)],
      'missing asset': [404, visitor.get('/assets/none.css')],
      redirect: [303, visitor.get(paths.articles())],
      'missing page': [404, everyone.get('/none')],
      'malformed address': [400, everyone.get('/articles/%E0%A4%A')],
      'public page': [301, visitor.get(paths.publicArticle('th', `x-${there.draftId}`))],
      'missing public page': [404, visitor.get(paths.publicArticle('th', 'none'))],
      'other method': [404, visitor.put('/articles')],
      forbidden: [403, post(paths.people())],
      'too large': [413, post(paths.segmentRevisions(there.segmentId)).send(huge)],
      invalid: [422, everyone.post(paths.segmentRevisions(there.segmentId))],
      'invalid data': [422, everyone.post(paths.segmentRevisions(there.segmentId), {}, json)],
      'server gone': [503, lost.get(paths.articles()).set(cookie)],
      'server gone, data': [503, lost.get(paths.articles()).set(cookie).set(json)],
    }
    for (const [kind, [status, answering]] of Object.entries(answers)) {
      const { status: given, headers } = await answering
      expect(given, kind).toBe(status)
      expectSafe(headers, kind)
    }
  })

  test('what only a signed-in person sees is stored nowhere on the way', async () => {
    for (const where of [paths.home(), paths.draft(there.draftId), paths.account(), '/none'])
      expect((await everyone.get(where)).headers['cache-control'], where).toBe('no-store')
  })

  test('public pages, probes and assets neither read nor set a cookie', async () => {
    const { slug } = await desk.workbench.storage.reader('publications').first<{ slug: string }>('slug')
    const [asset = ''] = fs.readdirSync(path.resolve(import.meta.dirname, '../../dist/assets'))
    for (const where of ['/healthz', '/readyz', `/assets/${asset}`, paths.publicArticle('th', slug)]) {
      for (const { agent } of [desk.visitor(), everyone]) {
        const answer = await agent.get(where)
        expect(answer.status, where).toBe(200)
        expect(answer.headers['set-cookie'], where).toBeUndefined()
      }
      expect((await everyone.get(where)).text).toBe((await desk.visitor().get(where)).text)
    }
  })

  test('the session’s cookie is out of reach for scripts and other sites', async () => {
    const { headers } = await desk.visitor().get(paths.signIn())
    const [cookie = ''] = headers['set-cookie'] as unknown as string[]
    expect(cookie).toMatch(/^tukham\.sid=s%3A[\w-]{32}\./)
    expect(cookie).toMatch(/; Path=\/; .*HttpOnly; SameSite=Lax$/)
  })
})

function withoutDatabase(): Express {
  const workbench = createWorkbench({
    config: readConfig({ LOG_LEVEL: 'silent' }),
    databaseUrl: 'postgresql://nobody:nothing@127.0.0.1:1/none',
    logger: pino({ level: 'silent' }),
    sessionSecret: 'a secret for tests',
  })
  return createApp(workbench)
}

function expectSafe(headers: Readonly<Record<string, string>>, kind: string) {
  const policy = headers['content-security-policy'] ?? ''
  for (const directive of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ])
    expect(policy.split(';'), kind).toContain(directive)
  expect(policy, kind).not.toMatch(/unsafe|\*/)
  expect(headers['x-content-type-options'], kind).toBe('nosniff')
  expect(headers['referrer-policy'], kind).toBe('same-origin')
  expect(headers['cross-origin-opener-policy'], kind).toBe('same-origin')
  expect(headers['x-request-id'], kind).toMatch(/^[\da-f-]{36}$/)
  expect(headers, kind).not.toHaveProperty('x-powered-by')
  expect(headers, kind).not.toHaveProperty('server')
}

describe('stored text', () => {
  const pages = deskActions.filter(({ method, path }) => method === 'get' && !path.includes('importId'))

  test('is shown escaped on every page, and every text that people write is shown on some', async () => {
    const { slug } = await desk.workbench.storage.reader('publications').first<{ slug: string }>('slug')
    const places = [
      ...pages.map((action) => addressOf(action)),
      `${paths.version(there.versionId)}?show=all`,
      `${paths.version(there.versionId - 1)}?show=all&against=none`,
      paths.articles({ q: canary }),
      paths.glossary({ q: canary }),
      paths.newConcept({ source: canary, target: canary }),
      paths.publicArticle('th', slug),
    ]
    let everything = ''
    for (const place of places) {
      const { text, type } = await everyone.get(place)
      // Data is never taken for a page: its type says so, and no browser may guess.
      if (type === 'application/json') continue
      expect(text, place).not.toContain('<script data-canary')
      expect(text, place).not.toContain('</textarea>&')
      everything += text
    }
    for (const text of [
      'Lê Hoa',
      'Chợ nổi mở lại',
      'ตลาดน้ำกลับมาเปิด',
      'ดูตรงนี้',
      'ส่งให้ตรวจ',
      'แก้ตรงนี้',
      'ต้นฉบับผิด',
      'Bến Gỗ',
      'เบ๊นโก๋',
      'Một nơi',
      'หมายเหตุ',
      'มติ',
      'Người Lạ',
      'translator',
    ])
      expect(everything, text).toContain(`${text} ${escaped}`)
  })

  test('what a form sends back is escaped too', async () => {
    const answers = [
      await desk.visitor().post(paths.signIn(), { email: canary, password: 'x', next: canary }),
      await everyone.post(paths.people(), { name: canary, email: canary, locale: 'en', roles: 'editor' }),
      await everyone.post(paths.imports(), {
        source: canary,
        target: '',
        sourceUrl: canary,
        sourceLanguage: canary,
      }),
      await everyone.post('/glossary', {
        'vi:preferred': '!',
        note: canary,
        subject: canary,
        source: canary,
      }),
      await everyone.post(paths.segmentRevisions(there.segmentId), { ...save(canary), basedOn: 1 }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 409])
    for (const { text } of answers) {
      expect(text).not.toContain('<script data-canary')
      expect(text).toContain('&lt;script data-canary')
    }
    const missing = await everyone.get(`/${encodeURIComponent(canary)}?x=${canary}`)
    expect(missing.status).toBe(404)
    expect(missing.text).not.toContain('<script data-canary')
  })
})

const save = (text: string) => ({ text, basedOn: 1, operationId: randomUUID() })

/** For every form: the fields that make it whole, and those that hold what somebody types. */
const forms: Readonly<Record<string, { whole: Record<string, string | number>; typed: readonly string[] }>> =
  {
    '/sign-in': {
      whole: { email: 'nobody@desk.example', password: 'nothing' },
      typed: ['email', 'password'],
    },
    '/language': { whole: {}, typed: ['locale'] },
    '/account/password': {
      whole: { current: 'nothing', next: 'a longer password' },
      typed: ['current', 'next'],
    },
    '/account/comfort': { whole: {}, typed: ['textSize', 'theme'] },
    '/account/keys': { whole: {}, typed: ['key-confirm'] },
    '/account/mail': { whole: { frequency: 'daily' }, typed: ['frequency', 'kind'] },
    '/notifications/reading': { whole: {}, typed: ['id', 'upTo'] },
    '/queue/assignments': {
      whole: { draft: 999_999 },
      typed: ['draft', 'translatorId', 'editorId', 'dueOn'],
    },
    '/imports': {
      whole: { source: 'Một câu.', target: '', sourceLanguage: 'vi', targetLanguage: 'th', article: '' },
      typed: ['source', 'target', 'sourceLanguage', 'targetLanguage', 'sourceUrl', 'article'],
    },
    '/imports/:importId/confirmation': {
      whole: { sourceKeep: 0, sourceKind: 'title' },
      typed: ['sourceKeep', 'sourceKind', 'sourceUrl', 'byline', 'publishedOn', 'article'],
    },
    '/segments/:segmentId/revisions': {
      whole: { basedOn: 1, operationId: randomUUID(), text: 'x' },
      typed: ['text', 'basedOn', 'operationId'],
    },
    '/drafts/:draftId/resegmentations': {
      whole: { kind: 'merge', segmentId: 999_999 },
      typed: ['kind', 'segmentId'],
    },
    '/segments/:segmentId/check': { whole: { text: 'x' }, typed: ['text'] },
    '/segments/:segmentId/repetitions': { whole: {}, typed: ['place'] },
    '/findings/:findingId/replacement': { whole: { replacement: 'x' }, typed: ['replacement'] },
    '/findings/:findingId/dismissal': { whole: {}, typed: ['reason'] },
    '/drafts/:draftId/change-sets': {
      whole: { place: '1:999999:0:1', replacement: 'x', reason: 'x' },
      typed: ['place', 'replacement', 'reason'],
    },
    '/drafts/:draftId/replacements': {
      whole: { place: '1:999999:0:1', find: 'x', replacement: 'y' },
      typed: ['place', 'find', 'replacement'],
    },
    '/drafts/:draftId/presence': { whole: { window: 'x' }, typed: ['window', 'segmentId'] },
    '/drafts/:draftId/proposals': {
      whole: { segmentId: 999_999, source: 'x', target: 'x' },
      typed: ['segmentId', 'source', 'target', 'note'],
    },
    '/drafts/:draftId/comments': { whole: {}, typed: ['body', 'segmentId'] },
    '/drafts/:draftId/versions': { whole: {}, typed: ['note'] },
    '/versions/:versionId/segments/:segmentId/decision': {
      whole: { verdict: 'accepted' },
      typed: ['note', 'comment-1', 'verdict'],
    },
    '/versions/:versionId/accepted-rest': { whole: {}, typed: ['note', 'comment-1'] },
    '/versions/:versionId/marks': {
      whole: { segmentId: 999_999, side: 'target', quote: 'x', type: 'style.awkward', severity: 'minor' },
      typed: ['segmentId', 'side', 'quote', 'occurrence', 'type', 'severity', 'note'],
    },
    '/versions/:versionId/schedule': { whole: {}, typed: ['due'] },
    '/versions/:versionId/approval': { whole: {}, typed: ['note', 'comment-1'] },
    '/versions/:versionId/return': { whole: { note: '' }, typed: ['note', 'comment-1'] },
    '/checks/:checkId/severity': { whole: {}, typed: ['severity'] },
    '/alignment/models': {
      whole: { sourceLanguage: 'vi', targetLanguage: 'lo' },
      typed: ['sourceLanguage', 'targetLanguage'],
    },
    '/glossary': {
      whole: { 'vi:preferred': '' },
      typed: ['vi:preferred', 'th:admitted', 'note', 'subject', 'source', 'definition', 'xx:preferred'],
    },
    '/glossary/:conceptId': {
      whole: { basedOn: 0, 'vi:preferred': '' },
      typed: ['vi:preferred', 'note', 'subject', 'source', 'definition', 'basedOn'],
    },
    '/glossary/proposals/:proposalId/decline': { whole: {}, typed: ['reason'] },
    '/glossary/imports': { whole: {}, typed: ['pasted'] },
    '/glossary/imports/:importId/confirmation': { whole: {}, typed: ['leaveOutErrors'] },
    '/people': {
      whole: { name: '', email: 'x', locale: 'en', roles: 'editor' },
      typed: ['name', 'email', 'password', 'locale', 'roles'],
    },
    '/people/:personId': { whole: {}, typed: ['roles', 'disabled'] },
  }

/** What no text may hold. A form cannot carry a lone surrogate; a part of an upload can. */
const unwanted = {
  NUL: 'a\0b',
  bell: 'a\u0007b',
  escape: '\u001b[2J',
  noncharacter: 'a\ufffeb',
}

describe('what cannot be text', () => {
  test('the table of forms is complete', () => {
    const expected = deskActions
      .filter(({ method, form }) => method === 'post' && form)
      .map(({ path }) => path)
    expect(Object.keys(forms).sort()).toEqual(expected.sort())
  })

  test.each(Object.entries(forms))(
    '%s answers it like a mistake, and stores nothing',
    async (path, { whole, typed }) => {
      const address = addressOf({ path })
      const before = await digestOf(desk.workbench.storage.reader)
      for (const field of typed) {
        for (const [kind, value] of Object.entries(unwanted)) {
          const form = { ...whole, [field]: value, _csrf: await everyone.csrf() }
          const answer = await everyone.agent.post(address).type('form').set(json).send(form)
          expect(answer.status, `${field}: ${kind}`).toBeGreaterThan(399)
          expect(answer.status, `${field}: ${kind}`).toBeLessThan(500)
        }
      }
      expect(await digestOf(desk.workbench.storage.reader)).toBe(before)
      for (const field of typed) {
        const token = await everyone.csrf()
        const answer = await everyone.agent
          .post(address)
          .type('form')
          .send(`${field}=a%FF%C0%AFb&_csrf=${token}`)
        expect(answer.status, field).toBeLessThan(500)
      }
    },
  )

  test.each(Object.entries(forms))(
    '%s takes strange names and repeated fields for what they are',
    async (path, { whole, typed }) => {
      const address = addressOf({ path })
      const strange = [
        '__proto__',
        '__proto__[x]',
        'constructor',
        'constructor[prototype][x]',
        'toString',
        'hasOwnProperty',
        '',
      ]
      const names = [...typed, ...strange]
      for (const name of names) {
        const body = new URLSearchParams(Object.entries(whole).map(([key, value]) => [key, String(value)]))
        body.append(name, '\u0007')
        body.append(name, '\u0007')
        body.append('_csrf', await everyone.csrf())
        const answer = await everyone.agent.post(address).type('form').set(json).send(body.toString())
        expect(answer.status, name).toBeLessThan(500)
      }
      expect(({} as { x?: unknown }).x).toBeUndefined()
    },
  )

  test('numbers beyond every id name nothing', async () => {
    const numbers = [
      '0',
      '-1',
      '2147483648',
      '99999999999',
      '9007199254740991',
      '9007199254740993',
      '1e999',
      'NaN',
    ]
    for (const action of deskActions.filter(({ path }) => path.includes(':') && !path.includes('importId'))) {
      for (const number of numbers) {
        const address = action.path.replace(/:\w+/g, number)
        const whole = forms[action.path]?.whole ?? {}
        const answer =
          action.method === 'get' ? await everyone.get(address) : await everyone.post(address, whole, json)
        expect([404, 409, 422], `${action.method} ${address}`).toContain(answer.status)
      }
    }
    const { draftId, segmentId } = there
    const comment = { body: 'x', segmentId: '99999999999' }
    expect((await everyone.post(paths.draftComments(draftId), comment)).status).toBeLessThan(500)
    const based = { ...save('x'), basedOn: 2 ** 31 }
    expect((await everyone.post(paths.segmentRevisions(segmentId), based, json)).status).toBe(422)
    expect((await everyone.get(paths.importPage({ article: 99999999999 }))).status).toBeLessThan(500)
    expect((await everyone.post(paths.imports(), { article: 99999999999 })).status).toBeLessThan(500)
    expect((await everyone.get(paths.publicArticle('th', 'x-99999999999'))).status).toBe(404)
    expect((await everyone.get(paths.publicArticle('__proto__', 'x'))).status).toBe(404)
  })

  test('strange addresses are answered, never by a failure', async () => {
    const values = [
      '%00',
      'a%00b',
      '%FF',
      '%F',
      '%',
      '%E0%A4%A',
      '__proto__',
      'constructor',
      '..%2f..%2fetc%2fpasswd',
      '1;2',
      'x'.repeat(5_000),
    ]
    const names = [
      'q',
      'state',
      'page',
      'history',
      'show',
      'against',
      'subject',
      'status',
      'source',
      'target',
      'key',
      'article',
      'next',
    ]
    for (const action of deskActions.filter(({ method }) => method === 'get')) {
      for (const value of values) {
        const inPath = action.path.replace(/:\w+/g, value)
        if (inPath !== action.path) {
          const { status } = await everyone.get(inPath)
          expect([400, 404], inPath.slice(0, 100)).toContain(status)
        }
        const query = names.map((name) => `${name}=${value}&${name}=${value}`).join('&')
        const { status } = await everyone.get(`${addressOf(action)}?${query}`.slice(0, 15_000))
        expect(status, `${action.path}?${value.slice(0, 100)}`).toBeLessThan(500)
        const once = await everyone.get(
          `${addressOf(action)}?${names.map((name) => `${name}=${value.slice(0, 300)}`).join('&')}`,
        )
        expect(once.status, `${action.path}?${value.slice(0, 100)}`).toBeLessThan(500)
      }
    }
  }, 90_000)

  test('nor do strange headers make it fail', async () => {
    const strange: readonly Record<string, string>[] = [
      { 'Accept-Language': 'zz;q=9, ../../etc/passwd, __proto__' },
      { Cookie: 'tukham.lang=__proto__; tukham.lang=../../x; =; ;' },
      { Referer: 'http://[', Accept: '' },
      { Referer: 'not an address', 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-7' },
      { 'X-Forwarded-For': '../../x, 10.0.0.1', 'X-Forwarded-Proto': 'javascript' },
      { 'If-None-Match': '"'.repeat(100), Range: 'bytes=9-1,-' },
      { Host: 'elsewhere.example' },
    ]
    for (const headers of strange) {
      for (const where of [paths.signIn(), paths.articles(), '/none', '/healthz'])
        expect((await desk.visitor().get(where).set(headers)).status, JSON.stringify(headers)).toBeLessThan(
          500,
        )
      const answer = await desk.visitor().agent.post(paths.signIn()).set(headers).send('email=x')
      expect(answer.status, JSON.stringify(headers)).toBeLessThan(500)
    }
  })
})

describe('uploads', () => {
  const csrf = async () => ({ 'X-CSRF-Token': await everyone.csrf() })
  const part = (head: string, body: string) => `--b\r\n${head}\r\n\r\n${body}\r\n`
  const disposition = 'Content-Disposition: form-data; name="source"'
  const broken: Readonly<Record<string, [type: string, body: string | Buffer]>> = {
    'no boundary': ['multipart/form-data', 'x'],
    'an empty boundary': ['multipart/form-data; boundary=', '--\r\n\r\n--'],
    nothing: ['multipart/form-data; boundary=b', ''],
    'no end': ['multipart/form-data; boundary=b', part(disposition, 'x')],
    'half a head': ['multipart/form-data; boundary=b', '--b\r\nContent-Dispo'],
    'no name': ['multipart/form-data; boundary=b', `${part('Content-Disposition: form-data', 'x')}--b--`],
    'no head': ['multipart/form-data; boundary=b', '--b\r\n\r\nx\r\n--b--\r\n'],
    'a head without end': ['multipart/form-data; boundary=b', `--b\r\nX: ${'x'.repeat(100_000)}\r\n--b--`],
    'a thousand heads': [
      'multipart/form-data; boundary=b',
      `--b\r\n${'X: 1\r\n'.repeat(1000)}\r\nx\r\n--b--`,
    ],
    'a thousand parts': ['multipart/form-data; boundary=b', `${part(disposition, 'x').repeat(1000)}--b--`],
    'names of the prototype': [
      'multipart/form-data; boundary=b',
      `${part('Content-Disposition: form-data; name="__proto__"', 'x')}${part('Content-Disposition: form-data; name="constructor"', 'x')}--b--`,
    ],
    'a lone surrogate': [
      'multipart/form-data; boundary=b',
      Buffer.concat([
        Buffer.from(`--b\r\n${disposition}\r\nContent-Type: text/plain; charset=utf-16le\r\n\r\n`),
        Buffer.from([0x61, 0x00, 0x00, 0xd8, 0x62, 0x00]),
        Buffer.from('\r\n--b--\r\n'),
      ]),
    ],
    'an unknown encoding': [
      'multipart/form-data; boundary=b',
      `${part(`${disposition}\r\nContent-Type: text/plain; charset=x-none`, 'x')}--b--`,
    ],
    'a file called nothing good': [
      'multipart/form-data; boundary=b',
      `${part('Content-Disposition: form-data; name="sourceFile"; filename="../../\u0007<b>.html"', '\0\0')}--b--`,
    ],
  }

  test.each(Object.entries(broken))('%s', async (_, [type, body]) => {
    const before = await digestOf(desk.workbench.storage.reader)
    for (const where of [paths.imports(), paths.glossaryImports()]) {
      for (const accept of ['text/html', 'application/json']) {
        const request = everyone.agent
          .post(where)
          .set(await csrf())
          .set('Accept', accept)
        const answer = await request.set('Content-Type', type).send(body as string)
        expect(answer.status, where).toBeGreaterThan(399)
        expect(answer.status, where).toBeLessThan(500)
      }
    }
    expect(await digestOf(desk.workbench.storage.reader)).toBe(before)
  })

  test('one that breaks off leaves nothing, and the next is answered', async () => {
    const server = desk.app.listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const cookie = cookieOf(await everyone.get(paths.account()))
    const before = await digestOf(desk.workbench.storage.reader)
    for (let attempt = 0; attempt < 5; attempt++) {
      const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1')
      socket.write(
        `POST /imports HTTP/1.1\r\nHost: x\r\nCookie: tukham.sid=${cookie}\r\nX-CSRF-Token: ${await everyone.csrf()}\r\n` +
          `Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n${part(disposition, 'x')}`,
      )
      await new Promise((resolve) => setTimeout(resolve, 30))
      socket.destroy()
    }
    expect((await everyone.get(paths.importPage())).status).toBe(200)
    expect(await digestOf(desk.workbench.storage.reader)).toBe(before)
    await new Promise((resolve) => server.close(resolve))
  })
})

describe('limits', () => {
  test.each([
    [paths.signIn(), 600_000],
    [paths.glossary(), 600_000],
    [paths.imports(), 13_000_000],
  ])('%s refuses a body of %d characters with a page', async (where, size) => {
    const answer = await everyone.agent
      .post(where)
      .set('X-CSRF-Token', await everyone.csrf())
      .type('form')
      .send(`source=${'x'.repeat(size)}`)
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('larger than this page takes')
  })

  test('a paste or a file that is too large is told beside the field', async () => {
    const upload = () => everyone.agent.post(paths.imports())
    const token = await everyone.csrf()
    const paste = await upload()
      .field('_csrf', token)
      .field('source', 'x'.repeat(12.5 * 1024 * 1024))
    expect(paste.status).toBe(422)
    expect(paste.text).toContain('too much to paste')
    const file = await upload()
      .field('_csrf', token)
      .attach('sourceFile', Buffer.alloc(10.5 * 1024 * 1024, 'x'), 'a.txt')
    expect(file.status).toBe(422)
    expect(file.text).toContain('file is too large')
  })
})

describe('views', () => {
  test('take nothing that steers the template engine from a request', async () => {
    const steering = {
      settings: 'x',
      'settings[view options][client]': '1',
      'settings[view options][escapeFunction]': 'process.exit',
      _locals: 'x',
      cache: '',
      client: '1',
      compileDebug: '1',
      debug: '1',
      delimiter: 'T',
      openDelimiter: '<',
      closeDelimiter: '>',
      escape: 'process.exit',
      escapeFunction: 'process.exit',
      outputFunctionName: 'x;process.exit();x',
      localsName: 'x',
      destructuredLocals: 'x',
      filename: '/etc/passwd',
      root: '/etc',
      views: '/etc',
      include: '/etc/passwd',
      // Not "injected": what was typed into a form that is refused is given back, as text.
      body: 'body',
      title: 'injected-title',
      may: 'injected',
      paths: 'injected',
      t: 'injected',
    }
    const query = new URLSearchParams(steering).toString()
    const stable = (text: string) =>
      text
        .replaceAll(/ (value|aria-current)="[^"]*"/g, '')
        .replaceAll(/[?&](amp;)?[^"\s]*/g, '')
        .replace(/<code>[^<]*<\/code>/g, '')
        // How long ago something was, and when what is not published yet would be, goes on with the clock.
        .replaceAll(/<time [^>]*>[^<]*<\/time>|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')
    for (const action of deskActions.filter(
      ({ method, path }) => method === 'get' && !path.includes('importId'),
    )) {
      const address = addressOf(action)
      const [given, usual] = [await everyone.get(`${address}?${query}`), await everyone.get(address)]
      expect(given.status, address).toBe(usual.status)
      expect(stable(given.text), address).toBe(stable(usual.text))
    }
    for (const [path, { whole }] of Object.entries(forms)) {
      const { text, status } = await everyone.post(addressOf({ path }), {
        ...whole,
        ...steering,
        note: '',
        source: '',
      })
      expect(status, path).toBeLessThan(500)
      expect(text, path).not.toMatch(/<%|injected|root:x/)
    }
  })
})

describe('sessions', () => {
  test('a cookie that we did not sign, or not so, is nobody’s', async () => {
    const id = (
      await desk.workbench.storage.reader('sessions').whereNotNull('person_id').first<{ sid: string }>('sid')
    ).sid
    const cookies = [
      id,
      `s:${id}`,
      `s%3A${id}.`,
      `s%3A${id}.${'A'.repeat(43)}`,
      `j:{"personId":1}`,
      '__proto__',
      'x'.repeat(7_000),
      '%E0%A4%A',
    ]
    for (const cookie of cookies) {
      const answer = await desk.visitor().get(paths.account()).set('Cookie', `tukham.sid=${cookie}`)
      expect(answer.status, cookie.slice(0, 60)).toBe(303)
      expect(answer.headers.location, cookie.slice(0, 60)).toMatch(/^\/sign-in/)
    }
  })

  test('a session that was ended stays ended, whatever a request under way writes into it', async () => {
    const { people } = desk.workbench.storage
    for (let round = 0; round < 5; round++) {
      const agent = await desk.agentFor('terminologist')
      await agent.csrf()
      // Each of these keeps a sentence for the next page in its session, and writes it back when it ends.
      const underWay = Array.from({ length: 10 }, () => agent.post(paths.conceptDeprecation(there.conceptId)))
      await new Promise((resolve) => setTimeout(resolve, 10 * round))
      await people.endSessions(desk.people.terminologist.id)
      await Promise.all(underWay)
      expect((await agent.get(paths.account())).status).toBe(303)
      expect(await people.countSessions(desk.people.terminologist.id)).toBe(0)
    }
  })

  test('pages opened at once right after signing in have forms of one token', async () => {
    const agent = await desk.agentFor('translator')
    const opened = await Promise.all(
      [paths.account(), paths.articles(), paths.account()].map((to) => agent.get(to)),
    )
    const tokens = opened.map(({ text }) => /name="_csrf" value="([^"]+)"/.exec(text)?.[1])
    expect(tokens[0]).toBeTypeOf('string')
    expect(new Set(tokens).size).toBe(1)
  })

  test('the session that ends the others goes on, and so does its notice', async () => {
    const [here, elsewhere] = [await desk.agentFor('editor'), await desk.agentFor('editor')]
    await here.post(paths.accountSessionsEnd())
    const account = await here.get(paths.account())
    expect(account.status).toBe(200)
    expect(account.text).toContain('notice--good')
    expect((await elsewhere.get(paths.account())).status).toBe(303)
  })
})

describe('a failure of ours', () => {
  test('tells a number, and nothing of the inside', async () => {
    const broken = await startDesk()
    const agent = await broken.agentFor('editor')
    await broken.workbench.storage.reader.raw('drop table segments cascade')
    for (const headers of [{ Accept: 'text/html' }, json]) {
      const answer = await agent.get(paths.articles()).set(headers)
      expect(answer.status).toBe(500)
      expectSafe(answer.headers, '500')
      expect(answer.text).toContain(answer.headers['x-request-id'])
      expect(answer.text).not.toMatch(/segments"|relation|select |node_modules|\.ts:|42P01/)
    }
  })

  test('is logged once with its number, and without the text that it was about', async () => {
    const knex = desk.workbench.storage.reader
    await knex.raw(
      `alter table comments add constraint no_such_comment check (body not like '%unlucky%') not valid`,
    )
    const answer = await everyone.post(paths.draftComments(there.draftId), { body: 'an unlucky remark' })
    expect(answer.status).toBe(500)
    const lines = logged.filter((line) => line.includes(String(answer.headers['x-request-id'])))
    expect(lines.filter((line) => line.includes('request failed'))).toHaveLength(1)
    expect(lines.join('')).toContain('23514')
    expect(logged.join('')).not.toContain('unlucky')
  })
})

test('the logs hold no text, no password, no cookie and no token', async () => {
  const agent = await desk.agentFor('translator')
  await agent.post(paths.segmentRevisions(there.segmentId), save('secret-article-text'), json)
  await agent.post(paths.draftComments(there.draftId), { body: 'secret-comment' })
  await agent.get(paths.articles({ q: 'secret-query' }))
  await desk
    .visitor()
    .post(paths.signIn(), { email: 'secret-email@desk.example', password: 'secret-password' })
  const cookie = cookieOf(await agent.get(paths.account()))
  const all = logged.join('')
  expect(logged.length).toBeGreaterThan(100)
  for (const line of logged) expect(() => JSON.parse(line) as unknown).not.toThrow()
  const hidden = [/secret-/, /Chợ nổi/, /\$argon2/, new RegExp(password), /tukham\.sid/, /_csrf/]
  for (const secret of hidden) expect(all).not.toMatch(secret)
  for (const secret of [await agent.csrf(), cookie]) expect(all).not.toContain(secret)
})
