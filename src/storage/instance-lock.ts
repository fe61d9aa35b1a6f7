import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { z } from 'zod'

export interface InstanceLock {
  /** Tells those who are refused where this instance is to be found. */
  announce(address: string): void
  release(): void
}

/** Another instance works on the folder. `address` is null while that one is still starting. */
class AlreadyRunning extends Error {
  readonly address: string | null
  readonly pid: number

  constructor({ address, pid }: Holder) {
    super(
      `Another instance (process ${String(pid)}) works on this folder: ${address ?? 'it is still starting'}.`,
    )
    this.name = 'AlreadyRunning'
    this.address = address
    this.pid = pid
  }
}

/**
 * Takes a folder for this process alone, or throws AlreadyRunning. The holder listens on a port of its own, and whoever
 * finds the lock asks there for its token: a lock that a killed process left, even one whose pid or port is another
 * program's by now, gives no such answer and is taken over.
 */
export async function lockInstance(folder: string): Promise<InstanceLock> {
  const file = path.join(folder, 'instance.json')
  const token = randomUUID()
  const own = `${file}.${token}`
  const listener = await answerWith(token)
  const holder = { pid: process.pid, port: (listener.address() as net.AddressInfo).port, token }
  const write = (address: string | null) => {
    fs.writeFileSync(own, JSON.stringify({ ...holder, address }), { mode: 0o600 })
  }

  fs.mkdirSync(folder, { recursive: true })
  write(null)
  try {
    while (!linked(own, file)) await removeIfStale(file, own)
  } catch (error) {
    listener.close()
    throw error
  } finally {
    fs.rmSync(own, { force: true })
  }
  return {
    announce(address) {
      write(address)
      fs.renameSync(own, file)
    },
    release() {
      listener.close()
      if (read(file)?.token === token) fs.rmSync(file)
    },
  }
}

const Holder = z.object({
  pid: z.number(),
  port: z.number(),
  token: z.string(),
  address: z.string().nullable(),
})
type Holder = z.infer<typeof Holder>

async function answerWith(token: string): Promise<net.Server> {
  const server = net.createServer((socket) => socket.on('error', () => undefined).end(token))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  return server.unref()
}

/** A link appears whole or not at all, and never in the place of another's. */
function linked(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Throws when the holder lives. Moves before it removes, to put back a lock that a third process took in between. */
async function removeIfStale(file: string, own: string) {
  const holder = read(file)
  if (holder && (await lives(holder))) throw new AlreadyRunning(holder)
  const aside = `${own}.stale`
  fs.renameSync(file, aside)
  if (read(aside)?.token !== holder?.token) linked(aside, file)
  fs.rmSync(aside)
}

/** A process too busy to answer counts as living as long as it exists. */
async function lives({ pid, port, token }: Holder): Promise<boolean> {
  const answer = await ask(port)
  if (answer === 'refused') return false
  return answer === token || (answer === '' && exists(pid))
}

const ask = (port: number) =>
  new Promise<string>((resolve) => {
    let answer = ''
    const socket = net.connect(port, '127.0.0.1').setEncoding('utf8').setTimeout(2000)
    socket.on('data', (data) => (answer += String(data)))
    socket.once('error', () => {
      resolve('refused')
    })
    socket.once('timeout', () => socket.destroy())
    socket.once('close', () => {
      resolve(answer)
    })
  })

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function read(file: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
