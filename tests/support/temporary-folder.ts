import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export interface TemporaryFolder {
  readonly path: string
  /** Ends the servers whose data lies in it, and removes it. Happens by itself when this process dies, however it dies. */
  remove(): Promise<void>
}

/** A folder that the server's account can reach: in memory where there is plenty, else on disk. */
export function temporaryFolder(): TemporaryFolder {
  const folder = fs.mkdtempSync(path.join(roomyMemory() ?? os.tmpdir(), 'tukham-test-'))
  fs.chmodSync(folder, 0o755)
  const reaper = spawn(process.execPath, [path.join(import.meta.dirname, 'reaper.mjs'), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const done = new Promise<void>((resolve) =>
    reaper.once('exit', () => {
      resolve()
    }),
  )
  reaper.unref()
  return {
    path: folder,
    async remove() {
      reaper.stdin.end()
      await done
    },
  }
}

/** Containers often have 64 MB there, which a database soon fills, or forbid to run programs from it. */
function roomyMemory(): string | undefined {
  const folder = '/dev/shm'
  if (!fs.existsSync(folder)) return undefined
  const { bavail, bsize } = fs.statfsSync(folder)
  const noexec = /^\S+ \/dev\/shm \S+ \S*\bnoexec\b/m.test(fs.readFileSync('/proc/mounts', 'utf8'))
  return bavail * bsize > 2 ** 30 && !noexec ? folder : undefined
}
