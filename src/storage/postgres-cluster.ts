import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EmbeddedUnavailable } from './embedded-unavailable.ts'
import type { Account } from './server-account.ts'
import type { Program, ServerPrograms } from './server-programs.ts'

/** A killed server may hold its memory for a while, and replays its log before it serves again. */
const recoveryTime = 60_000

/** The user that owns the database. */
const superuser = 'tukham'

/**
 * One data folder under `home` and the server on it, driven through pg_ctl. `flags` go on the server's command line.
 * Checksums and fsync are PostgreSQL's own defaults and stay on.
 */
export function createCluster(
  home: string,
  account: Account | undefined,
  programs: ServerPrograms,
  flags: readonly string[],
) {
  const data = path.join(home, `data-${programs.major}`)
  const log = path.join(home, 'postgres.log')
  const passwordFile = path.join(home, 'password')

  const run = (program: Program, args: readonly string[]) =>
    new Promise<boolean>((resolve, reject) => {
      const output = fs.openSync(log, 'a', 0o600)
      if (account) fs.fchownSync(output, account.uid, account.gid)
      const child = spawn(programs.path(program), args, {
        ...(account && { uid: account.uid, gid: account.gid }),
        cwd: home,
        env: process.platform === 'win32' ? process.env : { LC_ALL: 'C', TZ: 'UTC' },
        stdio: ['ignore', output, output],
        windowsHide: true,
      })
      fs.closeSync(output)
      child.once('error', reject).once('exit', (code) => {
        resolve(code === 0)
      })
    })
  const logTail = () => fs.readFileSync(log, 'utf8').slice(-1500)

  async function isServing(): Promise<boolean> {
    const found = readPostmaster(data)
    return found !== undefined && found.ready && isPostgres(found.pid) && (await answers(found.port))
  }

  return {
    isServing,

    isInitialised: () => fs.existsSync(path.join(data, 'PG_VERSION')),

    /** Under another name first, so that an interrupted start leaves nothing half made. */
    async initialise() {
      refuseOlderData(home, programs.major)
      if (!fs.existsSync(passwordFile)) {
        fs.writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
        if (account) fs.chownSync(passwordFile, account.uid, account.gid)
      }
      const half = `${data}.new`
      fs.rmSync(half, { recursive: true, force: true })
      const where = ['-D', half, '-U', superuser, '-E', 'UTF8', '--data-checksums']
      const access = ['-A', 'scram-sha-256', '--pwfile', passwordFile]
      const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      if (!(await run('initdb', [...where, ...access, ...locale]))) {
        throw new EmbeddedUnavailable(
          `The embedded PostgreSQL could not make its data folder:\n${logTail()}\n`,
        )
      }
      fs.renameSync(half, data)
    },

    /** True when the server last ended without a clean stop. */
    wasLeftRunning: () => readPostmaster(data) !== undefined,

    /** Where it listens; only while it is serving. */
    url(): string {
      const password = fs.readFileSync(passwordFile, 'utf8')
      return `postgresql://${superuser}:${password}@127.0.0.1:${String(readPostmaster(data)?.port)}/postgres`
    },
    port: () => readPostmaster(data)?.port,

    /** Waits until the server answers. Without a port it takes a free one. */
    async start(port?: number) {
      const deadline = Date.now() + recoveryTime
      for (let attempt = 1; ; attempt += 1) {
        const left = discardStalePid(data)
        const listen = ['-c listen_addresses=127.0.0.1', `-p ${String(port ?? (await freePort()))}`]
        if (process.platform !== 'win32') listen.push("-c unix_socket_directories=''")
        const settings = [...listen, ...flags].join(' ')
        if (await run('pg_ctl', ['-D', data, '-w', '-t', '60', '-l', log, '-o', settings, 'start'])) return
        if (await isServing()) return
        // Only a dead server's remains or a port just taken pass with time; the rest had better be told soon.
        if (Date.now() > deadline || (!left && port === undefined && attempt === 3)) {
          throw new EmbeddedUnavailable(`The embedded PostgreSQL did not start:\n${logTail()}\n`)
        }
        await sleep(200)
      }
    },

    async stop() {
      if (
        !(await run('pg_ctl', ['-D', data, '-m', 'fast', '-w', '-t', '60', 'stop'])) &&
        (await isServing())
      ) {
        throw new Error(`The embedded PostgreSQL did not stop:\n${logTail()}`)
      }
    },
  }
}

function refuseOlderData(home: string, major: string) {
  const older = fs.readdirSync(home).find((name) => /^data-\d+$/.test(name))
  if (!older) return
  throw new Error(
    `${path.join(home, older)} holds data of PostgreSQL ${older.slice('data-'.length)}, which PostgreSQL ${major} cannot ` +
      'read. Make a backup with the release that wrote it, set the folder aside, and restore the backup here.',
  )
}

/** What the server wrote about itself in its data folder: pid in line 1, port in line 4, state in line 8. */
function readPostmaster(data: string): { pid: number; port: number; ready: boolean } | undefined {
  try {
    const lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.startsWith('ready') ?? false }
  } catch {
    return undefined
  }
}

/**
 * Removes a pid file that would keep the server from starting although its process is dead (a zombie that PID 1 of a
 * container never collects) or another program by now. A server that does live still guards its data with its memory key.
 */
function discardStalePid(data: string): boolean {
  const found = readPostmaster(data)
  if (found && processState(found.pid) === 'other')
    fs.rmSync(path.join(data, 'postmaster.pid'), { force: true })
  return found !== undefined
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return processState(pid) !== 'other'
  } catch {
    return false
  }
}

/** Unknown where there is no /proc, or no such process in it. */
function processState(pid: number): 'postgres' | 'other' | 'unknown' {
  try {
    const stat = fs.readFileSync(`/proc/${String(pid)}/stat`, 'latin1')
    return /^\d+ \(postgres\) [^XZ]/.test(stat) ? 'postgres' : 'other'
  } catch {
    return 'unknown'
  }
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.once('error', () => {
      resolve(false)
    })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => {
        resolve(port)
      })
    })
  })
