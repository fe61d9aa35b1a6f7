import type { Express } from 'express'
import { pino, type Logger } from 'pino'
import supertest, { type Response, type Test } from 'supertest'
import { afterAll } from 'vitest'
import { readConfig, type Config } from '../../src/config.ts'
import { interfaceLocales, type Role } from '../../src/domain/people.ts'
import type { Person } from '../../src/storage/repositories/people.ts'
import { createApp } from '../../src/web/app.ts'
import { paths } from '../../src/web/paths.ts'
import { createWorkbench, type Workbench } from '../../src/workbench.ts'
import { hashPassword } from '../../src/workflows/password.ts'
import { freshDatabase } from './database.ts'

/** The people of every test desk, and their roles. All have the same password. */
const cast = {
  translator: ['translator'],
  secondTranslator: ['translator'],
  editor: ['editor'],
  secondEditor: ['editor', 'translator'],
  terminologist: ['terminologist'],
  administrator: ['administrator'],
} as const satisfies Record<string, readonly Role[]>
export type Member = keyof typeof cast

export const password = 'a password for tests'

type Fields = Readonly<Record<string, string | number | readonly (string | number)[]>>

/** A browser of somebody: keeps cookies, and sends the CSRF token with what it posts. */
export interface DeskAgent {
  get(path: string): Test
  /** Posts a form. `headers` may ask for JSON: `{ Accept: 'application/json' }`. */
  post(path: string, fields?: Fields, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** The token of this session, for a request made by hand through `agent`. */
  csrf(): Promise<string>
  readonly agent: ReturnType<typeof supertest.agent>
}

export interface Desk {
  readonly workbench: Workbench
  readonly app: Express
  readonly url: string
  readonly people: Readonly<Record<Member, Person>>
  visitor(): DeskAgent
  /** Signs somebody in through the real form. */
  agentFor(member: Member): Promise<DeskAgent>
}

/** A desk with its people and nothing else, on a database of its own; closed after the file's last test. */
export async function startDesk(
  parts: { config?: Partial<Config>; clock?: () => Date; logger?: Logger } = {},
): Promise<Desk> {
  const { url } = await freshDatabase()
  const workbench = createWorkbench({
    config: { ...readConfig({ LOG_LEVEL: 'silent' }), ...parts.config },
    databaseUrl: url,
    logger: parts.logger ?? pino({ level: 'silent' }),
    sessionSecret: 'a secret for tests',
    ...(parts.clock ? { clock: parts.clock } : {}),
  })
  desks.push(workbench)
  const app = createApp(workbench)
  const people = await hire(workbench)
  const visitor = () => createAgent(app)
  const agentFor = async (member: Member) => {
    const agent = visitor()
    const answer = await agent.post(paths.signIn(), { email: people[member].email, password })
    if (answer.status !== 303) throw new Error(`${member} could not sign in: ${answer.status} ${answer.text}`)
    return agent
  }
  return { workbench, app, url, people, visitor, agentFor }
}

const desks: Workbench[] = []

afterAll(async () => {
  for (const workbench of desks.splice(0)) await workbench.close()
})

async function hire({ storage }: Workbench): Promise<Record<Member, Person>> {
  const passwordHash = await hashPassword(password)
  const entries = Object.entries(cast).map(async ([name, roles], index) => {
    const locale = interfaceLocales[index % 3] ?? 'en'
    const email = `${name.toLowerCase()}@desk.example`
    return [
      name,
      await storage.people.get(await storage.people.add({ name, email, passwordHash, locale, roles })),
    ]
  })
  return Object.fromEntries((await Promise.all(entries)) as [Member, Person][]) as Record<Member, Person>
}

function createAgent(app: Express): DeskAgent {
  const agent = supertest.agent(app).set('Accept-Language', 'en')
  let session: string | undefined
  let token: string | undefined
  /** A new session has a new token. */
  const note = ({ headers }: Response) => {
    const cookies = (headers['set-cookie'] ?? []) as unknown as readonly string[]
    const now = cookies
      .map((cookie) => /^tukham\.sid=([^;]*)/.exec(cookie)?.[1])
      .find((id) => id !== undefined)
    if (now === undefined || now === session) return
    session = now
    token = undefined
  }
  const csrf = async () => {
    if (token) return token
    // Everybody can see their account page; a visitor is sent on to the sign-in page. Both have forms.
    const page = await agent.get(paths.account()).redirects(1)
    note(page)
    token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1]
    if (!token) throw new Error('no page gave a CSRF token')
    return token
  }
  return {
    agent,
    csrf,
    get: (path) => agent.get(path),
    async post(path, fields = {}, headers = {}) {
      const form = { ...fields, _csrf: await csrf() }
      const answer = await agent.post(path).set(headers).type('form').send(form)
      note(answer)
      return answer
    },
  }
}
