import fs from 'node:fs'
import path from 'node:path'
import ejs from 'ejs'
import { can, type Actor, type Permission } from '../domain/people.ts'
import { projectRoot, runsFromSource } from '../project-root.ts'
import type { Words } from '../i18n.ts'
import { blanks, contentOf, keptFragment } from './kept-fragments.ts'
import { paths } from './paths.ts'
import { arePieces, type Notice, type Pieces } from './response.ts'

/** What the frame needs to know, and every view may use. */
export interface Frame {
  readonly words: Words
  readonly actor: Actor | null
  readonly csrfToken: string | null
  readonly path: string
  readonly notice: Notice | null
}

const viewsFolder = path.join(projectRoot, 'views')
const manifestFile = path.join(projectRoot, 'dist', 'assets', 'manifest.json')

let manifest: Readonly<Record<string, string>> | null = null

/** The address of a script, style or font, with the hash of its content in it. */
function asset(name: string): string {
  if (!manifest || runsFromSource)
    manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8')) as Record<string, string>
  const file = manifest[name]
  if (!file) throw new Error(`no asset ${name}: run npm run build`)
  return `/assets/${file}`
}

/** Renders `views/<view>.ejs` alone. The model comes from an action, never from a request. */
export async function renderFragment(view: string, model: object, frame: Frame): Promise<string> {
  const data: Record<string, unknown> = { ...locals(frame), ...model }
  for (const [name, value] of Object.entries(model))
    if (arePieces(value)) data[name] = await renderPieces(value, data, frame)
  return ejs.renderFile(fileOf(view), data, options)
}

/** Renders a view inside the frame. A view's model says its own `title`. */
export async function renderPage(view: string, model: object, frame: Frame): Promise<string> {
  const body = await renderFragment(view, model, frame)
  return ejs.renderFile(
    path.join(viewsFolder, 'layout.ejs'),
    { ...locals(frame), ...model, body, view },
    options,
  )
}

/** Rendering is synchronous work: after some milliseconds of it, whatever else waits has its turn. */
const longestTurn = 20

async function renderPieces(list: Pieces, data: object, frame: Frame): Promise<string> {
  const render = list.keptWith ? keptRenderer(list.view, list.keptWith, frame) : renderer(list.view, data)
  let html = ''
  let turn = performance.now()
  for (const model of list.models) {
    html += render(model)
    if (performance.now() - turn < longestTurn) continue
    await new Promise(setImmediate)
    turn = performance.now()
  }
  return html
}

function renderer(view: string, data: object): (model: object) => string {
  const template = templateOf(view)
  return (model) => template({ ...data, ...model })
}

/** What a kept fragment is made from is all in its key: the view, the language, the roles, what all share, and the model. */
function keptRenderer(view: string, shared: object, frame: Frame): (model: object) => string {
  const { actor, words, csrfToken } = frame
  const common = `${view} ${viewsRevision()} ${words.locale} ${(actor?.roles ?? []).join()} ${contentOf(shared)}`
  const known = { ...words, csrfToken: blanks.csrfToken, paths, asset, may: mayOf(actor) }
  const render = renderer(view, { ...known, ...shared })
  return (model) => {
    const parts = Object.entries(model).map(([name, value]) => `${name} ${contentOf(value)}`)
    return keptFragment([common, ...parts].join('\n'), csrfToken ?? '', () => render(model))
  }
}

/** Views change under a process that runs from source. */
function viewsRevision(): number {
  if (!runsFromSource) return 0
  const files = fs.readdirSync(viewsFolder, { recursive: true, encoding: 'utf8' })
  return Math.max(...files.map((file) => fs.statSync(path.join(viewsFolder, file)).mtimeMs))
}

const templates = new Map<string, ejs.TemplateFunction>()

function templateOf(view: string): ejs.TemplateFunction {
  const known = templates.get(view)
  if (known && !runsFromSource) return known
  const filename = fileOf(view)
  const made = ejs.compile(fs.readFileSync(filename, 'utf8'), { ...options, filename })
  templates.set(view, made)
  return made
}

const fileOf = (view: string) => path.join(viewsFolder, `${view}.ejs`)

/** The space that a view's lines are indented by is left out: it is a tenth of what a long page weighs. What is put in stays as it is. */
const options = { cache: !runsFromSource, rmWhitespace: true, root: viewsFolder, views: [viewsFolder] }

const locals = ({ words, actor, csrfToken, path: here, notice }: Frame) => ({
  ...words,
  actor,
  csrfToken,
  here,
  notice,
  paths,
  asset,
  may: mayOf(actor),
})

const mayOf = (actor: Actor | null) => (permission: Permission) => actor !== null && can(actor, permission)
