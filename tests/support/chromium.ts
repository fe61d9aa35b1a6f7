import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export interface Chromium {
  readonly executablePath: string
  readonly env: Record<string, string>
}

/** CHROMIUM_PATH, else a Chromium of the system, else (on x64 Linux) the one that npm installed. */
export function findChromium(): Chromium {
  const executablePath = process.env.CHROMIUM_PATH ?? systemChromium()
  if (executablePath) return { executablePath, env: environment() }
  if (process.platform === 'linux' && process.arch === 'x64') return bundledChromium()
  throw new Error(
    'The browser tests found no Chromium. Install Chromium or Chrome, or set CHROMIUM_PATH to the program of one.',
  )
}

function systemChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
  const onMac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  )
  const onWindows = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']].flatMap((folder) =>
    folder
      ? ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((name) =>
          path.join(folder, name),
        )
      : [],
  )
  return [...onPath, ...onMac, ...onWindows].find((file) => fs.existsSync(file))
}

/**
 * @sparticuz/chromium is packed for a cloud function. Here it gets a folder of its own (it would trust whatever lies in
 * the shared temporary folder), its libraries for systems that have none (it unpacks them only where it believes to be
 * in that cloud), and a list of fonts without its fixed folder /tmp/fonts.
 */
function bundledChromium(): Chromium {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(fs.readFileSync(path.join(entry, '../../../package.json'), 'utf8')) as {
    version: string
  }
  const folder = path.resolve(import.meta.dirname, `../../node_modules/.cache/chromium-${version}`)
  if (!fs.existsSync(folder)) unpack(folder)
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      ...environment(),
      LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  }
}

/** Under another name first: test files that start together must not find half a browser. */
function unpack(folder: string) {
  const half = `${folder}.${String(process.pid)}`
  fs.mkdirSync(half, { recursive: true })
  const script = "await (await import('@sparticuz/chromium')).default.executablePath()"
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: half, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  })
  fs.writeFileSync(
    path.join(half, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir>` +
      `<dir>/usr/share/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`,
  )
  try {
    fs.renameSync(half, folder)
  } catch (error) {
    if (!fs.existsSync(folder)) throw error
    fs.rmSync(half, { recursive: true })
  }
}

const environment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
