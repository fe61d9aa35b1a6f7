import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { startDesk, type Desk, type DeskAgent } from '../support/desk.ts'

let desk: Desk
let administrator: DeskAgent
beforeAll(async () => {
  desk = await startDesk()
  administrator = await desk.agentFor('administrator')
})

const invitation = { name: 'Phạm Thu', roles: ['translator', 'terminologist'], locale: 'vi', password: '' }

const events = (type: string) =>
  desk.workbench.storage
    .reader('events')
    .where({ type })
    .orderBy('id')
    .select<{ person_id: number; data: Record<string, unknown> }[]>()

const isSignedIn = async (agent: DeskAgent) => (await agent.get(paths.account())).status === 200

test('an invited person signs in with the password that was shown once', async () => {
  const email = 'thu@desk.example'
  const answer = await administrator.post(paths.people(), { ...invitation, email })
  const password = /made-up-password">([^<]+)</.exec(answer.text)?.[1] ?? ''
  expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
  expect((await desk.visitor().post(paths.signIn(), { email, password })).status).toBe(303)
  expect((await administrator.get(paths.people())).text).toContain('Phạm Thu')

  const person = await desk.workbench.storage.people.findByEmail(email)
  expect(person?.roles).toEqual(['terminologist', 'translator'])
  const [event] = await events('person_invited')
  expect(event?.person_id).toBe(desk.people.administrator.id)
  expect(event?.data).toEqual({ person: person?.id, roles: 'translator terminologist' })
})

test('a password that the administrator chose is not shown', async () => {
  const email = 'chosen@desk.example'
  const password = 'chosen by the administrator'
  const answer = await administrator.post(paths.people(), { ...invitation, email, password })
  expect(answer.headers.location).toBe(paths.people())
  expect((await administrator.get(paths.people())).text).not.toContain(password)
  expect((await desk.visitor().post(paths.signIn(), { email, password })).status).toBe(303)
})

test.each([
  ['a taken address', { email: 'EDITOR@desk.example' }, 'email-error'],
  ['no address', { email: 'editor' }, 'email-error'],
  ['no name', { email: 'a@desk.example', name: '  ' }, 'name-error'],
  ['no role', { email: 'a@desk.example', roles: [] }, 'roles-error'],
  ['a short password', { email: 'a@desk.example', password: 'short' }, 'password-error'],
])('an invitation with %s comes back with what was typed, and invites nobody', async (_, fields, error) => {
  const before = await desk.workbench.storage.people.count()
  const answer = await administrator.post(paths.people(), { ...invitation, ...fields })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(`id="${error}"`)
  expect(answer.text).toContain(`value="${fields.email}"`)
  expect(await desk.workbench.storage.people.count()).toBe(before)
})

test('two invitations of one address at once make one account', async () => {
  const email = 'twice@desk.example'
  const answers = await Promise.all(
    [1, 2].map(() => administrator.post(paths.people(), { ...invitation, email })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
})

test('a disabled person is out with their next click, and cannot sign in until enabled', async () => {
  const { id } = desk.people.secondTranslator
  const agent = await desk.agentFor('secondTranslator')
  expect(await isSignedIn(agent)).toBe(true)
  await administrator.post(paths.person(id), { roles: 'translator', disabled: 'yes' })
  expect(await isSignedIn(agent)).toBe(false)
  await expect(desk.agentFor('secondTranslator')).rejects.toThrow('422')
  expect(await desk.workbench.storage.people.countSessions(id)).toBe(0)
  await administrator.post(paths.person(id), { roles: 'translator' })
  expect(await isSignedIn(await desk.agentFor('secondTranslator'))).toBe(true)
  expect((await events('person_changed')).map(({ data }) => data.disabled)).toEqual([true, false])
})

test('a role that is taken away is gone with the next click', async () => {
  const { id } = desk.people.secondEditor
  const agent = await desk.agentFor('secondEditor')
  expect((await agent.get(paths.people())).status).toBe(403)
  await administrator.post(paths.person(id), { roles: ['editor', 'administrator'] })
  expect((await agent.get(paths.people())).status).toBe(200)
  await administrator.post(paths.person(id), { roles: 'editor' })
  expect((await agent.get(paths.people())).status).toBe(403)
})

test('the last administrator can be neither disabled nor given another role', async () => {
  const { id } = desk.people.administrator
  for (const change of [{ roles: 'editor' }, { roles: 'administrator', disabled: 'yes' }]) {
    const answer = await administrator.post(paths.person(id), change)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('The last administrator stays')
  }
  expect((await administrator.get(paths.people())).status).toBe(200)
})

test('two administrators who dismiss each other at the same moment leave one', async () => {
  const first = desk.people.administrator
  const second = desk.people.terminologist
  await administrator.post(paths.person(second.id), { roles: ['terminologist', 'administrator'] })
  const other = await desk.agentFor('terminologist')
  await other.csrf()
  const answers = await Promise.all([
    administrator.post(paths.person(second.id), { roles: 'terminologist' }),
    other.post(paths.person(first.id), { roles: 'translator' }),
  ])
  expect(answers.map(({ status }) => status)).toContain(303)
  const left = (await desk.workbench.storage.people.list()).filter(({ roles }) =>
    roles.includes('administrator'),
  )
  expect(left).toHaveLength(1)
  // As it was, for the tests that follow.
  const { people } = desk.workbench.storage
  await people.setRoles(first.id, ['administrator'])
  await people.setRoles(second.id, ['terminologist'])
})

test('an administrator ends somebody else’s sessions', async () => {
  const { id } = desk.people.editor
  const agents = [await desk.agentFor('editor'), await desk.agentFor('editor')]
  expect((await administrator.get(paths.person(id))).text).toContain('2')
  await administrator.post(paths.personSessionsEnd(id))
  expect(await Promise.all(agents.map(isSignedIn))).toEqual([false, false])
  const [event] = await events('sessions_ended')
  expect(event?.data).toEqual({ person: id, sessions: 2 })
})

test('a forgotten password is replaced by one shown once, which ends every session', async () => {
  const { id, email } = desk.people.translator
  const agent = await desk.agentFor('translator')
  const answer = await administrator.post(paths.personPassword(id))
  const password = /made-up-password">([^<]+)</.exec(answer.text)?.[1] ?? ''
  expect(await isSignedIn(agent)).toBe(false)
  expect((await desk.visitor().post(paths.signIn(), { email, password })).status).toBe(303)
})

test('nobody but an administrator sees or changes people', async () => {
  const editor = await desk.agentFor('editor')
  const { id } = desk.people.administrator
  expect((await editor.get(paths.people())).status).toBe(403)
  const attempts = [paths.people(), paths.person(id), paths.personSessionsEnd(id), paths.personPassword(id)]
  for (const path of attempts) expect((await editor.post(path, { roles: 'administrator' })).status).toBe(403)
})

test('a person who is not there is not found', async () => {
  for (const path of [paths.person(99_999), '/people/x', '/people/-1'])
    expect((await administrator.get(path)).status).toBe(404)
  expect((await administrator.post(paths.person(99_999), { roles: 'editor' })).status).toBe(404)
})
