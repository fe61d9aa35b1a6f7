import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { startDesk, type Desk } from '../support/desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})

const program = path.resolve(import.meta.dirname, '../../src/cli/tukham.ts')

async function tukham(args: readonly string[], input = '') {
  const child = spawn(process.execPath, ['--import', 'tsx', program, 'user', ...args], {
    env: { ...process.env, DATABASE_URL: desk.url },
  })
  child.stdin.end(input)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, err, code: child.exitCode }
}

test('makes an account with the password given on standard input', async () => {
  const email = 'First@desk.example'
  const password = 'mật khẩu của quản trị'
  const args = [
    'add',
    '--email',
    email,
    '--name',
    'Lê An',
    '--role',
    'administrator',
    '--role',
    'editor',
    '--locale',
    'vi',
  ]
  const { out, code } = await tukham(args, `${password}\n`)
  expect({ out, code }).toEqual({ out: `Lê An can sign in as ${email}.\n`, code: 0 })
  const visitor = desk.visitor()
  expect((await visitor.post(paths.signIn(), { email, password })).status).toBe(303)
  const page = await visitor.get(paths.people())
  expect(page.status).toBe(200)
  expect(page.text).toContain('<html lang="vi"')
})

test('makes up a password when none is given, and another when it is forgotten', async () => {
  const email = 'second@desk.example'
  const added = await tukham(['add', '--email', email, '--name', 'B', '--role', 'translator'])
  const replaced = await tukham(['password', '--email', email])
  const [first, second] = [added, replaced].map(({ out }) => /Password: (\S+)/.exec(out)?.[1] ?? '')
  expect((await desk.visitor().post(paths.signIn(), { email, password: String(first) })).status).toBe(422)
  expect((await desk.visitor().post(paths.signIn(), { email, password: String(second) })).status).toBe(303)
})

test.each([
  [['--email', 'editor@desk.example', '--name', 'C', '--role', 'editor'], 'email: somebody has it already'],
  [['--email', 'c@desk.example', '--name', 'C'], 'roles: give at least one --role'],
  [['--email', 'c@desk.example', '--name', 'C', '--role', 'king'], 'there is no role king'],
  [['--role', 'editor'], 'name: is missing'],
])('says why it cannot add %j', async (args, reason) => {
  const { err, code } = await tukham(['add', ...args], 'a long enough password\n')
  expect(err).toContain(reason)
  expect(code).toBe(1)
})

test('lists everybody', async () => {
  expect((await tukham(['list'])).out).toContain('editor@desk.example\teditor\teditor\n')
})
