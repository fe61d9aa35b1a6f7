import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { readConfig } from '../../src/config.ts'
import { demoPeople } from '../../src/demo/people.ts'
import { seedDemo } from '../../src/demo/seed.ts'
import { projectRoot } from '../../src/project-root.ts'
import { connect, migrate } from '../../src/storage/database.ts'
import { startEmbedded } from '../../src/storage/embedded-postgres.ts'
import { sessionSecret } from '../../src/storage/settings.ts'
import { createWorkbench, type Workbench } from '../../src/workbench.ts'
import { recheckOutdatedDrafts } from '../../src/workflows/recheck.ts'
import { makeDraft } from '../support/factories.ts'
import { demoArticles } from './material.ts'

export interface BenchDesk {
  readonly url: string
  /** The server's process. */
  readonly postmaster: number
  readonly workbench: Workbench
  /** Of one person of the demo. */
  readonly translator: { readonly id: number; readonly email: string }
  /** A draft of so many segments, checked. */
  draftOf(segments: number): Promise<{ draftId: number; segmentIds: readonly number[] }>
  close(): Promise<void>
}

/** The demo's desk on a server and a disk of its own that keeps what it is given. */
export async function startBenchDesk(): Promise<BenchDesk> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tukham-bench-'))
  fs.chmodSync(folder, 0o755)
  const server = await startEmbedded(folder)
  const knex = connect(server.url, { max: 1 })
  await migrate(knex)
  const secret = await sessionSecret(knex)
  const { rows } = await knex.raw<{ rows: { directory: string }[] }>(
    `select current_setting('data_directory') as directory`,
  )
  await knex.destroy()
  const workbench = createWorkbench({
    config: readConfig({ LOG_LEVEL: 'silent' }),
    databaseUrl: server.url,
    logger: pino({ level: 'silent' }),
    sessionSecret: secret,
  })
  await seedDemo(workbench)
  const { email } = demoPeople.find(({ roles }) => roles.includes('translator'))!
  const { id } = (await workbench.storage.people.findByEmail(email))!
  const lines = demoArticles().flatMap(({ vi, th }) => {
    const [sources, targets] = [vi, th].map((text) => text.split('\n').filter((line) => line.trim() !== ''))
    return sources!.slice(0, targets!.length).map((source, at) => ({ source, target: targets![at]! }))
  })
  return {
    url: server.url,
    postmaster: Number(
      fs.readFileSync(path.join(rows[0]!.directory, 'postmaster.pid'), 'utf8').split('\n')[0],
    ),
    workbench,
    translator: { id, email },
    async draftOf(segments) {
      const paragraphs = Array.from({ length: segments - 1 }, (_, at) => lines[at % lines.length]!)
      const made = await makeDraft(workbench.storage, { by: id, title: lines[0]!, paragraphs })
      await recheckOutdatedDrafts(workbench)
      return made
    },
    async close() {
      await workbench.close()
      await server.stop()
      fs.rmSync(folder, { recursive: true })
    },
  }
}

export interface Served {
  readonly address: string
  readonly pid: number
  stop(): Promise<void>
}

/** A program that says `ready: <address>`. */
export async function serve(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Served> {
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { PATH: process.env.PATH ?? '', PORT: '0', LOG_LEVEL: 'error', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let written = ''
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      if (/ready: /.test(written)) process.stderr.write(piece)
      else written += piece
      const found = /ready: (http:\S+)/.exec(written)?.[1]
      if (found) resolve(found.replace('localhost', '127.0.0.1'))
    })
    child.once('exit', () => {
      reject(new Error(`the program ended:\n${written}`))
    })
  })
  return {
    address,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'close')
    },
  }
}

/** CPU milliseconds of a process, all its threads, since it began; of one that has ended, none. Linux only. */
export function cpuOf(pid: number): number {
  try {
    const threads = fs.readdirSync(`/proc/${pid}/task`)
    const times = threads.map((thread) =>
      Number(fs.readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    )
    return times.reduce((sum, time) => sum + time, 0) / 1e6
  } catch {
    return 0
  }
}

/** The same of a database server with all that it has started. */
export function cpuOfServer(postmaster: number): number {
  const children = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === postmaster)
  return [String(postmaster), ...children].reduce((sum, pid) => sum + cpuOf(Number(pid)), 0)
}

function parentOf(pid: string): number {
  try {
    return Number(
      fs
        .readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    )
  } catch {
    return 0
  }
}
