import { beforeAll, describe, expect, test } from 'vitest'
import { demoDomain, demoPassword } from '../../src/storage/screens/demo-accounts.ts'
import { attemptsPerAccount } from '../../src/storage/sign-in-throttle.ts'
import { paths } from '../../src/web/paths.ts'
import { hashPassword } from '../../src/workflows/password.ts'
import { password, startDesk, type Desk } from '../support/desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})

const sessionOf = (headers: unknown) =>
  /tukham\.sid=([^;]+)/.exec(String((headers as Record<string, unknown>)['set-cookie']))?.[1]

const isSignedIn = async (agent: { get(path: string): PromiseLike<{ status: number }> }) =>
  (await agent.get(paths.account())).status === 200

describe('signing in', () => {
  test('gives a session of another id than the visitor had', async () => {
    const visitor = desk.visitor()
    const before = sessionOf((await visitor.get(paths.signIn())).headers)
    const answer = await visitor.post(paths.signIn(), { email: desk.people.editor.email, password })
    expect(answer.status).toBe(303)
    expect(before).toBeTypeOf('string')
    expect(sessionOf(answer.headers)).toBeTypeOf('string')
    expect(sessionOf(answer.headers)).not.toBe(before)
  })

  test('takes an address in capitals and with spaces around it', async () => {
    const visitor = desk.visitor()
    const email = `  ${desk.people.editor.email.toUpperCase()} `
    expect((await visitor.post(paths.signIn(), { email, password })).status).toBe(303)
  })

  test('says the same of a wrong password, an unknown account and a password no account can have', async () => {
    const answers = await Promise.all(
      [
        { email: desk.people.editor.email, password: 'not the password' },
        { email: 'nobody@desk.example', password },
        { email: desk.people.editor.email, password: 'x'.repeat(1000) },
      ].map((form) => desk.visitor().post(paths.signIn(), form)),
    )
    for (const { status, text } of answers) {
      expect(status).toBe(422)
      expect(text).toContain('The e-mail or the password is not right.')
      expect(text).not.toContain('not the password')
    }
  })

  test('asks for a token that the page gave', async () => {
    const form = { email: desk.people.editor.email, password, _csrf: 'made-up' }
    const { agent } = desk.visitor()
    await agent.get(paths.signIn())
    const answer = await agent.post(paths.signIn()).type('form').send(form)
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('This page is out of date')
    expect(await isSignedIn(agent)).toBe(false)
  })

  test.each([
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
    ['https://elsewhere.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/\t/elsewhere.example', '/'],
    ['/.//elsewhere.example', '/'],
    ['/x/..//elsewhere.example', '/'],
    ['/account?x=1', '/account?x=1'],
  ])('goes from next=%j to %j', async (next, to) => {
    const visitor = desk.visitor()
    const form = { email: desk.people.editor.email, password, next }
    const answer = await visitor.post(paths.signIn(), form)
    expect(answer.headers.location).toBe(to)
    // A page that somebody signed in opens sends them on in the same way.
    expect((await visitor.get(paths.signIn({ next }))).headers.location).toBe(to)
  })

  test('brings back to the page that asked for it', async () => {
    const visitor = desk.visitor()
    const asked = await visitor.get(paths.person(1))
    expect(asked.headers.location).toBe(paths.signIn({ next: '/people/1' }))
    const page = await visitor.get(String(asked.headers.location))
    expect(page.text).toContain('name="next" value="/people/1"')
  })
})

describe('signing out', () => {
  test('ends the session itself, not only the cookie', async () => {
    const editor = await desk.agentFor('editor')
    const session = sessionOf((await editor.get(paths.account())).headers)
    expect((await editor.post(paths.signOut())).headers.location).toBe(paths.signIn())
    const old = await desk
      .visitor()
      .get(paths.account())
      .set('Cookie', `tukham.sid=${String(session)}`)
    expect(old.status).toBe(303)
    expect(await isSignedIn(editor)).toBe(false)
  })
})

describe('guessing passwords', () => {
  test('stops after ten for an account, also when they come at once, and says when to go on', async () => {
    const email = 'guessed@desk.example'
    const passwordHash = await hashPassword(password)
    await desk.workbench.storage.people.add({
      name: 'A',
      email,
      passwordHash,
      locale: 'en',
      roles: ['editor'],
    })
    const visitor = desk.visitor()
    await visitor.csrf()
    const guesses = await Promise.all(
      Array.from({ length: attemptsPerAccount + 3 }, (_, n) =>
        visitor.post(paths.signIn(), { email, password: `guess number ${n}` }),
      ),
    )
    expect(guesses.filter(({ status }) => status === 422)).toHaveLength(attemptsPerAccount)
    const right = await visitor.post(paths.signIn(), { email, password })
    expect(right.status).toBe(429)
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(14 * 60)
    expect(right.text).toContain('Too many attempts. Try again after')
    expect(await isSignedIn(visitor)).toBe(false)
  })

  test('a right password forgives the wrong ones before it', async () => {
    const email = desk.people.terminologist.email
    const visitor = desk.visitor()
    for (let round = 0; round < 2; round++) {
      for (let guess = 1; guess < attemptsPerAccount; guess++)
        expect((await visitor.post(paths.signIn(), { email, password: 'wrong' })).status).toBe(422)
      expect((await visitor.post(paths.signIn(), { email, password })).status).toBe(303)
      await visitor.post(paths.signOut())
    }
  })
})

describe('the account', () => {
  test('a new password needs the current one, and ends every other session', async () => {
    const [here, there] = [await desk.agentFor('translator'), await desk.agentFor('translator')]
    const form = { current: password, next: 'mật khẩu mới của tôi' }
    const wrong = await here.post(paths.accountPassword(), { ...form, current: 'something else' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('aria-invalid="true"')
    expect((await here.post(paths.accountPassword(), { ...form, next: 'short' })).status).toBe(422)
    expect(await isSignedIn(there)).toBe(true)

    expect((await here.post(paths.accountPassword(), form)).headers.location).toBe(paths.account())
    expect(await isSignedIn(here)).toBe(true)
    expect(await isSignedIn(there)).toBe(false)

    const { email } = desk.people.translator
    const visitor = desk.visitor()
    expect((await visitor.post(paths.signIn(), { email, password })).status).toBe(422)
    // Typed on a system that writes marks apart from their letters.
    const decomposed = form.next.normalize('NFD')
    expect((await visitor.post(paths.signIn(), { email, password: decomposed })).status).toBe(303)
  })

  test('other sessions end when asked, this one goes on', async () => {
    const [here, there] = [await desk.agentFor('secondTranslator'), await desk.agentFor('secondTranslator')]
    await here.post(paths.accountSessionsEnd())
    expect(await isSignedIn(here)).toBe(true)
    expect(await isSignedIn(there)).toBe(false)
  })
})

describe('the interface language', () => {
  test('of a visitor is remembered by a cookie, and leads back to the page', async () => {
    const visitor = desk.visitor()
    const answer = await visitor.post(paths.language(), { locale: 'th', next: '/sign-in?next=%2Fpeople' })
    expect(answer.headers.location).toBe('/sign-in?next=%2Fpeople')
    expect((await visitor.get(paths.signIn())).text).toContain('<html lang="th">')
  })

  test('never leads elsewhere', async () => {
    const answer = await desk.visitor().post(paths.language(), { locale: 'th', next: '//elsewhere.example' })
    expect(answer.headers.location).toBe('/')
  })

  test('of an account goes with it to another browser', async () => {
    const first = await desk.agentFor('terminologist')
    await first.post(paths.language(), { locale: 'vi', next: '/account' })
    const second = await desk.agentFor('terminologist')
    expect((await second.get(paths.account())).text).toContain('<html lang="vi"')
  })

  test('a language that there is not is refused', async () => {
    expect((await desk.visitor().post(paths.language(), { locale: 'xx' })).status).toBe(422)
  })
})

describe('demo accounts', () => {
  const email = `lan@${demoDomain}`
  const add = async ({ workbench }: Desk) => {
    const passwordHash = await hashPassword(demoPassword)
    const person = { name: 'Lan', email, passwordHash, locale: 'vi', roles: ['translator'] } as const
    await workbench.storage.people.add(person)
  }

  test('are offered where they exist on an embedded database', async () => {
    expect((await desk.visitor().get(paths.signIn())).text).not.toContain(demoPassword)
    await add(desk)
    const visitor = desk.visitor()
    expect((await visitor.get(paths.signIn())).text).toContain(`value="${email}"`)
    expect((await visitor.post(paths.signIn(), { email, password: demoPassword })).status).toBe(303)
  })

  test('are never offered on a database server', async () => {
    const served = await startDesk({ config: { databaseUrl: 'postgres://desk.example/tukham' } })
    await add(served)
    expect((await served.visitor().get(paths.signIn())).text).not.toContain(demoPassword)
  })
})

describe('health', () => {
  test('a process that serves is alive and ready, and no session is made for asking', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const answer = await desk.visitor().get(path)
      expect(answer.status).toBe(200)
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  })

  test('a database that lacks a migration is not ready', async () => {
    const behind = await startDesk()
    await behind.workbench.storage.reader.raw(
      'delete from knex_migrations where id = (select max(id) from knex_migrations)',
    )
    expect((await behind.visitor().get('/readyz')).status).toBe(503)
    expect((await behind.visitor().get('/healthz')).status).toBe(200)
  })
})
