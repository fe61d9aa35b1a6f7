import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { afterAll, vi } from 'vitest'

/** The built program as a process of its own. */
export interface Program {
  readonly pid: number
  /** Everything it has written so far. */
  output(): string
  /** Where it serves; rejects with its output when it ends before it says so. */
  readonly address: Promise<string>
  /** Its exit code, or the signal that ended it. */
  readonly exit: Promise<number | NodeJS.Signals>
  kill(signal: NodeJS.Signals): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../..')
const running = new Set<Program>()

export function startProgram(
  env: Readonly<Record<string, string>>,
  {
    file = 'dist/main.js',
    args = [] as readonly string[],
    input = '',
    execArgv = [] as readonly string[],
  } = {},
): Program {
  const child = spawn(process.execPath, [...execArgv, path.join(root, file), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', PORT: '0', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => (written += piece))
  child.stdin.end(input)
  const exit = once(child, 'close').then(([code, signal]) => {
    running.delete(program)
    return (signal ?? code) as number | NodeJS.Signals
  })
  const address = new Promise<string>((resolve, reject) => {
    const look = () => {
      const found = /ready: (http:\S+)/.exec(written)?.[1]
      if (found) resolve(found.replace('localhost', '127.0.0.1'))
    }
    child.stdout.on('data', look)
    void exit.then(() => {
      reject(new Error(`the program ended:\n${written}`))
    })
  })
  // Whoever does not wait for it need not hear that it never came.
  address.catch(() => undefined)
  const program: Program = {
    pid: child.pid ?? 0,
    output: () => written,
    address,
    exit,
    async kill(signal) {
      child.kill(signal)
      await exit
    },
  }
  running.add(program)
  return program
}

afterAll(async () => {
  for (const program of [...running]) await program.kill('SIGKILL')
})

/** The embedded server of a data folder, from what it wrote down there. */
export function serverIn(folder: string): { pid: number; url: string } {
  const home = path.join(folder, 'postgres')
  const data = fs.readdirSync(home).find((name) => /^data-\d+$/.test(name)) ?? ''
  const lines = fs.readFileSync(path.join(home, data, 'postmaster.pid'), 'utf8').split('\n')
  const password = fs.readFileSync(path.join(home, 'password'), 'utf8')
  return {
    pid: Number(lines[0]),
    url: `postgresql://tukham:${password}@127.0.0.1:${String(lines[3])}/postgres`,
  }
}

/** A process that is a zombie has ended, whether or not its parent has noticed. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/\) [ZX]/.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

export async function killProcess(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  await vi.waitFor(() => {
    if (isRunning(pid)) throw new Error(`process ${pid} still runs`)
  }, 10_000)
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
