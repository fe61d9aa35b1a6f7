import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockInstance } from '../../src/storage/instance-lock.ts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tukham-lock-'))
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true })
})

test('a second instance is refused and told where the first one is', async () => {
  const lock = await lockInstance(folder)
  await expect(lockInstance(folder)).rejects.toMatchObject({ address: null, pid: process.pid })
  lock.announce('http://127.0.0.1:3000')
  await expect(lockInstance(folder)).rejects.toMatchObject({ address: 'http://127.0.0.1:3000' })
  lock.release()
  ;(await lockInstance(folder)).release()
  expect(fs.readdirSync(folder)).toEqual([])
})

test('of many that start at once, one gets the folder', async () => {
  const starts = await Promise.allSettled(Array.from({ length: 20 }, () => lockInstance(folder)))
  const taken = starts.filter((start) => start.status === 'fulfilled')
  expect(taken).toHaveLength(1)
  taken[0]?.value.release()
})

test('a process that is killed does not keep the folder', async () => {
  const source = path.resolve(import.meta.dirname, '../../src/storage/instance-lock.ts')
  const script = `const { lockInstance } = await import(${JSON.stringify(source)}); await lockInstance(process.argv[1])
    console.log('locked'); setInterval(() => {}, 1000)`
  const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script, folder])
  await once(holder.stdout, 'data')
  await expect(lockInstance(folder)).rejects.toMatchObject({ pid: holder.pid })

  holder.kill('SIGKILL')
  await once(holder, 'exit')
  ;(await lockInstance(folder)).release()
})

test('a lock whose pid and port belong to other programs by now is taken over', async () => {
  const other = net
    .createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    .listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as net.AddressInfo
  const left = { pid: process.pid, port, token: 'of another life', address: 'http://127.0.0.1:3000' }
  fs.writeFileSync(path.join(folder, 'instance.json'), JSON.stringify(left))
  ;(await lockInstance(folder)).release()
  other.close()
})

test('a lock that is not readable is taken over', async () => {
  fs.writeFileSync(path.join(folder, 'instance.json'), '')
  ;(await lockInstance(folder)).release()
})
