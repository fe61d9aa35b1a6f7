import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { EmbeddedUnavailable } from './embedded-unavailable.ts'

export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** Whom the server runs as: PostgreSQL refuses root, so root lends it an account; anyone else (undefined) runs it himself. */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) {
    requirePasswdEntry()
    return undefined
  }
  const rows = fs.readFileSync('/etc/passwd', 'utf8').split('\n')
  const accounts = rows.map((row) => row.split(':'))
  const row = ['postgres', 'nobody'].map((name) => accounts.find((row) => row[0] === name)).find(Boolean)
  if (!row) throw new EmbeddedUnavailable('There is no account "postgres" or "nobody" to run the server as.')
  return { name: String(row[0]), uid: Number(row[2]), gid: Number(row[3]) }
}

/**
 * The folder of the server: `<base>/postgres`. When that lies where the account may not go (a project under /root, say),
 * it becomes a link to a folder under /var/lib, which is as lasting as the project; a temporary folder would not be.
 * The link keeps the data findable, and with the project when the project is moved.
 */
export function serverHome(base: string, account: Account | undefined): string {
  const here = path.join(path.resolve(base), 'postgres')
  fs.mkdirSync(base, { recursive: true })
  if (!fs.lstatSync(here, { throwIfNoEntry: false })) {
    if (!account || reaches(account, base)) fs.mkdirSync(here)
    else
      fs.symlinkSync(`/var/lib/tukham-${createHash('sha256').update(here).digest('hex').slice(0, 8)}`, here)
  }
  const home = fs.lstatSync(here).isSymbolicLink() ? fs.readlinkSync(here) : here
  fs.mkdirSync(home, { recursive: true })
  if (account) fs.chownSync(home, account.uid, account.gid)
  if (!account ? !isWritable(home) : !reaches(account, home)) {
    throw new EmbeddedUnavailable(`The user "${account?.name ?? os.userInfo().username}" cannot use ${home}.`)
  }
  fs.chmodSync(home, 0o700)
  return home
}

/** Asked of the system itself, for modes, lists and mounts all have a say. */
const reaches = ({ uid, gid }: Account, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0

function isWritable(folder: string): boolean {
  try {
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** PostgreSQL looks its own user up by number and stops when the system has no such entry. */
function requirePasswdEntry() {
  try {
    os.userInfo()
  } catch {
    throw new EmbeddedUnavailable(
      `The user number ${String(process.getuid?.())} has no entry in /etc/passwd.`,
    )
  }
}
