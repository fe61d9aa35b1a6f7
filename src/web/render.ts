import fs from 'node:fs'
import path from 'node:path'
import ejs from 'ejs'
import { can, type Actor, type Permission } from '../domain/people.ts'
import { projectRoot, runsFromSource } from '../project-root.ts'
import type { Words } from '../i18n.ts'
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
    if (arePieces(value)) data[name] = await renderPieces(value, data)
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

async function renderPieces({ view, models }: Pieces, data: object): Promise<string> {
  let html = ''
  let turn = performance.now()
  for (const model of models) {
    html += await ejs.renderFile(fileOf(view), { ...data, ...model }, options)
    if (performance.now() - turn < longestTurn) continue
    await new Promise(setImmediate)
    turn = performance.now()
  }
  return html
}

const fileOf = (view: string) => path.join(viewsFolder, `${view}.ejs`)

const options = { cache: !runsFromSource, root: viewsFolder, views: [viewsFolder] }

const locals = ({ words, actor, csrfToken, path: here, notice }: Frame) => ({
  ...words,
  actor,
  csrfToken,
  here,
  notice,
  paths,
  asset,
  may: (permission: Permission) => actor !== null && can(actor, permission),
})
