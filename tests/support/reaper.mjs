// Waits until the process that started it is gone (its end of the pipe closes, even on kill -9), then ends every
// PostgreSQL server whose data lies in the folder, and removes the folder.
import fs from 'node:fs'
import path from 'node:path'

const folder = process.argv[2]
process.stdin.resume().once('close', () => {
  for (const entry of fs.readdirSync(folder, { recursive: true })) {
    if (path.basename(entry) === 'postmaster.pid')
      end(Number.parseInt(fs.readFileSync(path.join(folder, entry), 'utf8')))
  }
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})

function end(pid) {
  try {
    process.kill(pid, 'SIGQUIT')
  } catch {
    // It has ended already.
  }
}
