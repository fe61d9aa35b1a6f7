import fs from 'node:fs'
import net from 'node:net'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { demoPeople } from '../../src/demo/people.ts'
import { connect } from '../../src/storage/database.ts'
import { demoPassword } from '../../src/storage/screens/demo-accounts.ts'
import { startEmbedded } from '../../src/storage/embedded-postgres.ts'
import { signInAt } from '../support/http-client.ts'
import { isRunning, serverIn, startProgram } from '../support/program.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

describe('a desk of its own', () => {
  const folder = temporaryFolder()
  const env = { TUKHAM_DATA: folder.path, LOG_LEVEL: 'error' }
  afterAll(() => folder.remove())

  test('says every slow step, where it is and who can sign in; a second one is told where the first is', async () => {
    const first = startProgram(env)
    const address = await first.address
    expect(first.output()).toMatch(
      /making a new data folder[^]*starting[^]*migrations applied[^]*Filling the empty desk/,
    )
    for (const { email, name } of demoPeople)
      await expect.poll(() => first.output()).toContain(`${email.padEnd(30)} ${name}`)
    await signInAt(address, demoPeople[0]?.email ?? '', demoPassword)

    const second = startProgram(env)
    expect(await second.exit).toBe(1)
    expect(second.output()).toContain(address.replace('127.0.0.1', 'localhost'))
    expect((await fetch(`${address}/readyz`)).status).toBe(200)

    const { pid } = serverIn(folder.path)
    const slow = fetch(`${address}/sign-in`)
    await first.kill('SIGTERM')
    expect(await first.exit).toBe(0)
    expect((await slow).status).toBe(200)
    expect(isRunning(pid)).toBe(false)
    expect(fs.existsSync(`${folder.path}/instance.json`)).toBe(false)
  }, 120_000)

  test('starts again after a stop with what it had, and after Ctrl+C in the middle of a start', async () => {
    const interrupted = startProgram(env)
    while (!interrupted.output().includes('Database: starting')) await sleep(5)
    await interrupted.kill('SIGINT')
    expect(await interrupted.exit, interrupted.output()).toBe(0)
    expect(() => serverIn(folder.path)).toThrow()
    expect(fs.existsSync(`${folder.path}/instance.json`)).toBe(false)

    const program = startProgram(env)
    const address = await program.address
    expect(program.output()).not.toContain('Filling')
    await signInAt(address, demoPeople[0]?.email ?? '', demoPassword)
    const { pid } = serverIn(folder.path)
    await program.kill('SIGTERM')
    expect(isRunning(pid)).toBe(false)
  }, 120_000)

  test('a port that is taken is named, and nothing is left running', async () => {
    const other = net.createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as net.AddressInfo
    const program = startProgram({ ...env, PORT: String(port) })
    await expect(program.address).rejects.toThrow()
    expect(await program.exit).toBe(1)
    expect(program.output()).toContain(`Port ${port} is taken: choose another with PORT.`)
    expect(() => serverIn(folder.path)).toThrow()
    other.close()
  }, 120_000)

  test('a configuration that is wrong is named before anything starts', async () => {
    const program = startProgram({ ...env, PORT: 'many', DATABASE_URL: 'mysql://x' })
    expect(await program.exit).toBe(1)
    expect(program.output()).toMatch(/PORT[^]*DATABASE_URL/)
  })

  test('a command beside a running desk uses its server and leaves it running; alone it starts one and stops it', async () => {
    const list = { file: 'dist/cli/tukham.js', args: ['user', 'list'] }
    const program = startProgram(env)
    const address = await program.address
    const { pid } = serverIn(folder.path)
    const beside = startProgram(env, list)
    expect(await beside.exit, beside.output()).toBe(0)
    expect(beside.output()).toContain(demoPeople[0]?.email)
    expect(isRunning(pid)).toBe(true)
    expect((await fetch(`${address}/readyz`)).status).toBe(200)
    await program.kill('SIGTERM')

    const alone = startProgram(env, list)
    expect(await alone.exit, alone.output()).toBe(0)
    expect(alone.output()).toContain(demoPeople[0]?.email)
    expect(() => serverIn(folder.path)).toThrow()
  }, 120_000)
})

describe('on a server of somebody else’s', () => {
  const folder = temporaryFolder()
  afterAll(() => folder.remove())

  test('there is no demo desk and no default account; the first administrator is made on the command line', async () => {
    const server = await startEmbedded(folder.path)
    const knex = connect(server.url, { max: 1 })
    await knex.raw('create database desk')
    const env = { DATABASE_URL: server.url.replace(/postgres$/, 'desk'), LOG_LEVEL: 'error' }

    const program = startProgram(env)
    const address = await program.address
    await expect.poll(() => program.output()).toContain('npx tukham user add')
    expect(program.output()).not.toContain(demoPassword)
    for (const { email } of demoPeople)
      await expect(signInAt(address, email, demoPassword)).rejects.toThrow('could not sign in')
    expect(await (await fetch(`${address}/sign-in`)).text()).not.toContain(demoPassword)

    const password = 'một mật khẩu dài'
    const add = startProgram(env, {
      file: 'dist/cli/tukham.js',
      args: ['user', 'add', '--email', 'lan@bao.example', '--name', 'Lan', '--role', 'administrator'],
      input: `${password}\n`,
    })
    expect(await add.exit, add.output()).toBe(0)
    expect(add.output()).not.toContain(password)
    const lan = await signInAt(address, 'lan@bao.example', password)
    expect((await lan.get('/people')).status).toBe(200)

    await program.kill('SIGTERM')
    expect(await program.exit).toBe(0)
    expect(await knex('pg_database').where({ datname: 'desk' })).toHaveLength(1)

    await knex.raw(`alter database desk set synchronous_commit = off`)
    const careless = startProgram(env)
    expect(await careless.exit).toBe(1)
    expect(careless.output()).toContain('synchronous_commit = off')
    await knex.destroy()
    await server.stop()
  }, 120_000)

  test('a server that is not there is told in a sentence', async () => {
    const program = startProgram({ DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:1/none' })
    expect(await program.exit).toBe(1)
    expect(program.output()).toContain('ECONNREFUSED')
    expect(program.output()).not.toMatch(/secret|\n {4}at /)
  })
})
