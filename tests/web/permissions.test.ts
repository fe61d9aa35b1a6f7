import { randomUUID } from 'node:crypto'
import type { Response } from 'supertest'
import { beforeAll, describe, expect, test } from 'vitest'
import { can, roles, type Role } from '../../src/domain/people.ts'
import type { Action } from '../../src/web/action.ts'
import { paths } from '../../src/web/paths.ts'
import { deskActions, publicActions } from '../../src/web/routes.ts'
import { previewGlossary } from '../../src/workflows/import-glossary.ts'
import { previewImport } from '../../src/workflows/preview-import.ts'
import { bridge, plain } from '../support/bridge-article.ts'
import { startDesk, type Desk, type DeskAgent } from '../support/desk.ts'
import { digestOf } from '../support/digest.ts'
import { liveIn, type LivedIn } from '../support/lived-in-desk.ts'
import { routesOf } from '../support/router-walk.ts'

let desk: Desk
let there: LivedIn
/** A waiting import of each who may have one, an article's and a glossary's. */
let imports: Readonly<Partial<Record<Role, string>>>
let glossaryImport: string
const agents = new Map<Role | null, DeskAgent>()

beforeAll(async () => {
  desk = await startDesk()
  there = await liveIn(desk)
  const { workbench, people } = desk
  const waiting = (['translator', 'editor', 'administrator'] as const).map(async (role) => {
    const nothing = { text: '', file: null }
    const id = await previewImport(workbench, people[role], {
      source: { ...nothing, text: plain(bridge) },
      target: nothing,
      sourceLanguage: 'vi',
      targetLanguage: 'th',
      sourceUrl: '',
      articleId: null,
    })
    return [role, id] as const
  })
  imports = Object.fromEntries(await Promise.all(waiting))
  glossaryImport = await previewGlossary(workbench, people.terminologist, {
    name: '',
    text: 'vi,th\nxã Tân Lập,ตำบลเตินเลิป\n',
  })
})

const actions = [...publicActions, ...deskActions]
const byName = (action: Action) => `${action.method} ${action.path}`
const guarded = actions.filter(({ who }) => who !== 'anyone')

/** Everybody signs in anew when their session was ended, by a sign-out for one. */
async function as(role: Role | null): Promise<DeskAgent> {
  const known = agents.get(role)
  if (known && (role === null || (await known.get(paths.account())).status === 200)) return known
  const agent = role === null ? desk.visitor() : await desk.agentFor(role)
  agents.set(role, agent)
  return agent
}

/** An address of the action where there is something to see or to change. */
function addressOf({ path }: Action, role: Role | null): string {
  const values: Readonly<Record<string, string | number>> = {
    ...there,
    checkId: 'numbers-differ',
    importId: path.startsWith('/glossary')
      ? glossaryImport
      : ((role && imports[role]) ?? imports.translator ?? ''),
    language: 'th',
    token: randomUUID(),
    notificationId: 1,
    chart: 'words',
    format: 'text',
    part: 1,
    slug: `x-${there.draftId}`,
  }
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`no example of ${name} in ${path}`)
    return String(value)
  })
}

async function ask(action: Action, role: Role | null, headers: Record<string, string>): Promise<Response> {
  const agent = await as(role)
  const address = addressOf(action, role)
  return action.method === 'get' ? agent.agent.get(address).set(headers) : agent.post(address, {}, headers)
}

const asPage = { Accept: 'text/html' }
const asData = { Accept: 'application/json' }
const codeOf = ({ body }: Response) => (body as { code?: unknown }).code

describe('what the application answers is what routes.ts declares', () => {
  test('no route without an action, no action without a route', () => {
    const walked = routesOf(desk.app).map(({ method, path }) => `${method} ${path}`)
    expect(walked.sort()).toEqual(actions.map(byName).sort())
  })

  test('every place of the tests leads somewhere', async () => {
    for (const action of actions.filter(({ method }) => method === 'get')) {
      const role = roles.find((role) => action.who === 'anyone' || can({ roles: [role] }, action.who)) ?? null
      const { status } = await ask(action, action.who === 'anyone' ? null : role, asPage)
      // The mending page wants to know which name; the public address is put right.
      const expected = action.path.endsWith('/mending')
        ? 404
        : action.path === '/read/:language/:slug'
          ? 301
          : 200
      expect(status, byName(action)).toBe(expected)
    }
  })
})

describe.each([null, ...roles])('%s', (role) => {
  const may = ({ who }: Action) => who === 'anyone' || (role !== null && can({ roles: [role] }, who))

  test('is refused everything else, and leaves no trace of it', async () => {
    await as(role)
    const before = await digestOf(desk.workbench.storage.reader)
    for (const action of guarded.filter((action) => !may(action))) {
      const page = await ask(action, role, asPage)
      const data = await ask(action, role, asData)
      if (role === null) {
        expect(page.status, byName(action)).toBe(303)
        const next = action.method === 'get' ? { next: addressOf(action, role) } : {}
        expect(page.headers.location, byName(action)).toBe(paths.signIn(next))
        expect([data.status, codeOf(data)], byName(action)).toEqual([401, 'signed-out'])
      } else {
        expect(page.status, byName(action)).toBe(403)
        expect([data.status, codeOf(data)], byName(action)).toEqual([403, 'forbidden'])
      }
      expect(await digestOf(desk.workbench.storage.reader), byName(action)).toBe(before)
    }
  })

  test('is let in where the table says so', async () => {
    for (const action of actions.filter(may)) {
      const data = await ask(action, role, asData)
      expect(data.status, byName(action)).toBeLessThan(action.path === '/readyz' ? 504 : 500)
      expect(data.status, byName(action)).not.toBe(401)
      // An editor's own work is refused by another name.
      expect([403, codeOf(data)], byName(action)).not.toEqual([data.status, 'forbidden'])
      if (action.path !== '/sign-out')
        expect(data.headers.location ?? '', byName(action)).not.toMatch(/^\/sign-in/)
    }
  })
})

test('a form without its token, or with somebody else’s, changes nothing', async () => {
  const [stranger, visitor] = [await as('terminologist'), await as(null)]
  const tokens = [undefined, '', randomUUID(), await stranger.csrf()]
  for (const action of actions.filter(({ method }) => method === 'post')) {
    const role =
      roles.find((role) => action.who !== 'anyone' && can({ roles: [role] }, action.who)) ?? 'editor'
    const address = addressOf(action, role)
    const asker = await desk.agentFor(role)
    const before = await digestOf(desk.workbench.storage.reader)
    for (const agent of [asker, visitor]) {
      // Nobody's long body is read who may not send it, so there the token is not looked for.
      const early = agent === visitor && action.body !== undefined && action.who !== 'anyone'
      const refusal = early ? [401, 'signed-out'] : [403, 'form-expired']
      const answers = [
        ...tokens.map((_csrf) => agent.agent.post(address).type('form').send({ _csrf }).set(asData)),
        agent.agent.post(address).field('x', '1').set(asData),
        agent.agent.post(`${address}?_csrf=${await asker.csrf()}`).set(asData),
      ]
      for (const answering of answers) {
        const answer = await answering
        expect([answer.status, codeOf(answer)], byName(action)).toEqual(refusal)
      }
    }
    expect(await digestOf(desk.workbench.storage.reader), byName(action)).toBe(before)
  }
}, 90_000)
