import { randomUUID } from 'node:crypto'
import type { Express } from 'express'
import { pino } from 'pino'
import supertest, { type Response } from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { interfaceLocales } from '../../src/domain/people.ts'
import { connect, migrate } from '../../src/storage/database.ts'
import { startEmbedded, type EmbeddedPostgres } from '../../src/storage/embedded-postgres.ts'
import { createApp } from '../../src/web/app.ts'
import { paths } from '../../src/web/paths.ts'
import { createWorkbench, type Workbench } from '../../src/workbench.ts'
import { hashPassword } from '../../src/workflows/password.ts'
import { makeDraft, type MadeDraft } from '../support/factories.ts'
import { killProcess, serverIn } from '../support/program.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const folder = temporaryFolder()
let server: EmbeddedPostgres
let workbench: Workbench
let app: Express
let made: MadeDraft
let agent: ReturnType<typeof supertest.agent>
let token: string

beforeAll(async () => {
  server = await startEmbedded(folder.path)
  const knex = connect(server.url, { max: 1 })
  await migrate(knex)
  await knex.destroy()
  workbench = createWorkbench({
    config: readConfig({ LOG_LEVEL: 'silent' }),
    databaseUrl: server.url,
    logger: pino({ level: 'silent' }),
    sessionSecret: 'a secret for tests',
  })
  app = createApp(workbench)
  const password = 'a password for tests'
  const email = 'writer@desk.example'
  const passwordHash = await hashPassword(password)
  const by = await workbench.storage.people.add({
    name: 'W',
    email,
    passwordHash,
    locale: 'vi',
    roles: ['translator'],
  })
  made = await makeDraft(workbench.storage, {
    by,
    title: { source: 'Lúa chín sớm', target: 'ข้าวสุกเร็ว' },
    paragraphs: Array.from({ length: 20 }, (_, n) => ({ source: `Đoạn ${n}.`, target: `ย่อหน้า ${n}` })),
  })
  agent = supertest.agent(app)
  const tokenOf = ({ text }: Response) => /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const _csrf = tokenOf(await agent.get(paths.signIn()))
  await agent.post(paths.signIn()).type('form').send({ email, password, _csrf })
  token = tokenOf(await agent.get(paths.account()))
})
afterAll(async () => {
  await workbench.close()
  await folder.remove()
})

const kill = () => killProcess(serverIn(folder.path).pid)
/** PostgreSQL's "fast" shutdown: it tells its clients, and they see it in the middle of what they do. */
const shutDown = async () => {
  const { pid } = serverIn(folder.path)
  process.kill(pid, 'SIGINT')
  await expect.poll(() => isGone(), { timeout: 10_000 }).toBe(true)
}
const isGone = () => {
  try {
    return serverIn(folder.path).pid === 0
  } catch {
    return true
  }
}

async function save(segment: number, text: string, operationId = randomUUID()): Promise<Response> {
  const segmentId = made.segmentIds[segment] ?? 0
  const form = { text, basedOn: String(revisions.get(segmentId) ?? segmentId), operationId, _csrf: token }
  return agent
    .post(paths.segmentRevisions(segmentId))
    .type('form')
    .set('Accept', 'application/json')
    .send(form)
}
const revisions = new Map<number, number>()
const noteRevisions = async () => {
  for (const { id, revision } of await workbench.storage.segments.list(made.draftId))
    revisions.set(id, revision.id)
}

test.each([
  ['is killed', kill],
  ['is shut down', shutDown],
])(
  'when the database %s, every page says so in the reader’s language, and works again by itself',
  async (_, end) => {
    expect((await agent.get(paths.draft(made.draftId))).status).toBe(200)
    await noteRevisions()
    await end()

    const pages = [
      paths.home(),
      paths.draft(made.draftId),
      paths.account(),
      paths.glossary(),
      paths.publicArticle('th', 'x-1'),
    ]
    const started = Date.now()
    for (const page of pages) {
      for (const locale of interfaceLocales) {
        // The session cannot be read, so the language is the one that this browser was left in.
        const cookie = `${cookieOf(agent)}; tukham.lang=${locale}`
        const answer = await supertest(app).get(page).set('Cookie', cookie)
        expect(answer.status, page).toBe(503)
        expect(answer.headers['retry-after'], page).toBe('5')
        expect(answer.text, page).toContain(`<html lang="${locale}">`)
      }
    }
    const text = `ข้อความ ${randomUUID()}`
    const operationId = randomUUID()
    const lost = await save(0, text, operationId)
    expect([lost.status, (lost.body as { code?: string }).code]).toEqual([503, 'unavailable'])
    expect((await agent.get('/healthz')).status).toBe(200)
    expect((await agent.get('/readyz')).status).toBe(503)
    const each = (Date.now() - started) / (pages.length * interfaceLocales.length + 3)
    console.log(`without a database an answer took ${Math.round(each)} ms`)
    expect(each).toBeLessThan(5_000)

    const recovering = Date.now()
    await server.ensureRunning()
    const answers = await Promise.all([
      save(0, text, operationId),
      save(0, text, operationId),
      save(0, text, operationId),
    ])
    console.log(`the first save after the server was called back came ${Date.now() - recovering} ms later`)
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await workbench.storage.reader('segment_revisions').where({ text })).toHaveLength(1)
    for (const page of pages.slice(0, -1)) expect((await agent.get(page)).status, page).toBe(200)
    expect((await agent.get('/readyz')).status).toBe(200)
  },
)

function cookieOf({ jar }: ReturnType<typeof supertest.agent>): string {
  const session = jar.getCookie('tukham.sid', {
    domain: '127.0.0.1',
    path: '/',
    secure: false,
    script: false,
  })
  return `tukham.sid=${session?.value ?? ''}`
}

test('requests that the end of the server interrupts fail as “unavailable”, never otherwise', async () => {
  await noteRevisions()
  const asked = Array.from({ length: 60 }, (_, n) =>
    n % 3 === 0 ? save(n % 20, `ข้อความ ${n}`) : agent.get(paths.draft(made.draftId)).then((answer) => answer),
  )
  await new Promise((resolve) => setTimeout(resolve, 60))
  await kill()
  const answers = await Promise.all(asked)
  for (const { status } of answers) expect([200, 409, 503]).toContain(status)
  expect(answers.some(({ status }) => status === 503)).toBe(true)
  await server.ensureRunning()
  expect((await agent.get(paths.draft(made.draftId))).status).toBe(200)
})

test('fifty pages and fifty saves at once are all answered: nothing waits for a connection while it holds one', async () => {
  await noteRevisions()
  const started = Date.now()
  const pages = Array.from({ length: 50 }, () =>
    agent.get(paths.draft(made.draftId)).then(({ status }) => status),
  )
  expect(new Set(await Promise.all(pages))).toEqual(new Set([200]))
  const loaded = Date.now()
  const saves = Array.from({ length: 50 }, (_, n) =>
    save(n % 20, `ข้อความใหม่ ${n}`).then(({ status }) => status),
  )
  const statuses = await Promise.all(saves)
  console.log(`50 pages in ${loaded - started} ms, 50 saves in ${Date.now() - loaded} ms`)
  expect(statuses.filter((status) => status === 200)).toHaveLength(20)
  expect(statuses.filter((status) => status === 409)).toHaveLength(30)
}, 120_000)
