// Builds dist/: the programs for Node, and the scripts, styles and fonts for browsers. `--assets` builds only the latter.
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const dist = path.join(root, 'dist')
const manifestFile = path.join(dist, 'assets/manifest.json')

const esbuild = await import('esbuild').catch(() => {
  console.error('esbuild is not installed: run `npm ci` first.')
  process.exit(1)
})

const common = {
  absWorkingDir: root,
  bundle: true,
  sourcemap: true,
  metafile: true,
  logLevel: 'warning',
  // Nothing is written before everything is built, so a failure leaves the last good build as it was.
  write: false,
}

const forNode = async () =>
  esbuild.build({
    ...common,
    entryPoints: [
      required({ in: 'src/main.ts', out: 'main' }),
      required({ in: 'src/cli/tukham.ts', out: 'cli/tukham' }),
      ...optional({ in: 'src/jobs/engine-worker.ts', out: 'jobs/engine-worker' }),
      ...files('migrations', '.ts').map((file) => ({ in: file, out: file.replace(/\.ts$/, '') })),
    ],
    outdir: dist,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
  })

/** Names carry a hash of the content, so that browsers may keep the files for ever. */
const forBrowsers = () =>
  esbuild.build({
    ...common,
    entryPoints: [
      ...files('src/browser', '.ts'),
      ...files('views/assets', '.css', '.svg', '.png', '.ico', '.webmanifest'),
    ],
    outdir: path.join(dist, 'assets'),
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    format: 'iife',
    target: 'es2022',
    minify: true,
    loader: {
      '.woff2': 'file',
      // Every browser that runs the scripts reads woff2.
      '.woff': 'empty',
      '.svg': 'copy',
      '.png': 'copy',
      '.ico': 'copy',
      '.webmanifest': 'copy',
    },
  })

function required(entry) {
  if (!fs.existsSync(path.join(root, entry.in))) throw new Error(`${entry.in} is missing.`)
  return entry
}

const optional = (entry) => (fs.existsSync(path.join(root, entry.in)) ? [entry] : [])

function files(folder, ...extensions) {
  const inside = path.join(root, folder)
  if (!fs.existsSync(inside)) return []
  const names = fs.readdirSync(inside).filter((name) => extensions.includes(path.extname(name)))
  return names.sort().map((name) => `${folder}/${name}`)
}

/** Which file a view means by `desk.js`, `desk.css` or `sarabun-thai-400-normal.woff2`. */
function manifestOf({ outputs }) {
  const built = Object.entries(outputs).filter(([file]) => !file.endsWith('.map'))
  const pairs = built.map(([file, { entryPoint, inputs }]) => {
    const source = entryPoint ?? Object.keys(inputs)[0]
    return [path.basename(source).replace(/\.ts$/, '.js'), path.basename(file)]
  })
  return Object.fromEntries(pairs.sort())
}

const day = 24 * 60 * 60 * 1000

/** What an earlier build left is removed a day later: a desk that is still running serves its own scripts and starts its own workers. */
function write(outputs, folder) {
  const current = new Set(outputs.map((output) => output.path))
  for (const { path: file, contents } of outputs) {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, contents)
  }
  if (!fs.existsSync(folder)) return
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isFile() && !current.has(file) && Date.now() - fs.statSync(file).mtimeMs > day) fs.rmSync(file)
  }
}

async function build({ assetsOnly }) {
  const [browsers, node] = await Promise.all([forBrowsers(), assetsOnly ? undefined : forNode()])
  const manifest = {
    path: manifestFile,
    contents: `${JSON.stringify(manifestOf(browsers.metafile), null, 2)}\n`,
  }
  write(
    [...browsers.outputFiles, manifest, ...(node?.outputFiles ?? [])],
    assetsOnly ? path.dirname(manifestFile) : dist,
  )
  if (!assetsOnly) makeCommand(path.join(dist, 'cli/tukham.js'))
}

function makeCommand(file) {
  if (!fs.readFileSync(file, 'utf8').startsWith('#!'))
    throw new Error('src/cli/tukham.ts must begin with #!/usr/bin/env node')
  fs.chmodSync(file, 0o755)
}

try {
  await build({ assetsOnly: process.argv.includes('--assets') })
} catch (error) {
  // esbuild has shown its own errors already.
  if (!error.errors) console.error(error.message)
  process.exitCode = 1
}
