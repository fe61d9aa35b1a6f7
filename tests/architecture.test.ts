import path from 'node:path'
import { expect, test } from 'vitest'
import ts from 'typescript'
import { importsOf, type Import } from './support/imports.ts'
import { filesIn, syntaxTree } from './support/source-files.ts'

/** What each room may import. `types` of a room are its `import type`s alone; `*` is everything. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'project-root': [],
  config: [],
  logger: ['config'],
  i18n: ['domain', 'project-root'],
  mail: [],
  engine: [],
  domain: ['engine'],
  formats: ['engine', 'domain'],
  storage: ['engine', 'domain', 'project-root'],
  workflows: ['engine', 'domain', 'formats', 'storage', 'types workbench'],
  web: ['engine', 'domain', 'workflows', 'storage/screens', 'i18n', 'project-root', 'types workbench'],
  jobs: ['engine', 'domain', 'workflows', 'storage/screens', 'project-root', 'types workbench'],
  browser: ['engine/text', 'types domain/commands'],
  demo: [
    'domain',
    'formats',
    'types storage',
    'storage/screens',
    'workflows',
    'project-root',
    'types workbench',
  ],
  workbench: ['config', 'engine', 'domain', 'formats', 'storage', 'workflows', 'jobs', 'project-root'],
  cli: [
    'engine',
    'domain',
    'formats',
    'storage',
    'workflows',
    'workbench',
    'config',
    'logger',
    'i18n',
    'project-root',
  ],
  main: ['*'],
}

/** The same inside the engine; files beside the folders (`analyze.ts`) stand between the first and the last. */
const engineRooms: Readonly<Record<string, readonly string[]>> = {
  text: [],
  languages: ['text'],
  alignment: ['text', 'languages'],
  glossary: ['text', 'languages'],
  memory: ['text', 'languages'],
  transliteration: ['text', 'languages'],
  names: ['text', 'languages', 'transliteration'],
  analyze: ['text', 'languages', 'alignment', 'glossary', 'transliteration', 'names'],
  checks: ['text', 'languages', 'alignment', 'glossary', 'transliteration', 'names', 'analyze'],
}

/** Who may use what the rest of the code must not know. */
const keptPackages: Readonly<Record<string, readonly string[]>> = {
  knex: ['storage'],
  pg: ['storage', 'workbench'],
  'connect-pg-simple': ['web'],
  express: ['web', 'main'],
  ejs: ['web'],
  i18next: ['i18n'],
  nodemailer: ['mail'],
}
const pure = ['engine', 'domain', 'formats']
const readsEnvironment = [
  'src/config.ts',
  'src/storage/postgres-cluster.ts', // hands Windows' own variables to the server it starts
]

const sources = filesIn('src', '.ts').map((file) => ({ file, tree: syntaxTree(file) }))
const imports = sources.flatMap(({ file, tree }) => importsOf(file, tree))

test('imports point left', () => {
  const wrong = imports.filter(({ from, to, typeOnly }) => {
    const home = roomOf(from)
    const allowed = (rooms[home] ?? []).filter((room) => typeOnly || !room.startsWith('types '))
    const may = ['*', home, ...allowed.map((room) => room.replace('types ', ''))]
    return to.startsWith('src/') && !may.some((room) => room === '*' || isWithin(to, `src/${room}`))
  })
  expect(wrong.map(line), rule('The rooms and what they may import', rooms)).toEqual([])
})

test('inside the engine, text knows nobody and checks know everybody', () => {
  const engineRoom = (file: string) => /^src\/engine\/(\w+)\//.exec(file)?.[1] ?? 'analyze'
  const wrong = imports.filter(({ from, to }) => {
    if (!isWithin(from, 'src/engine') || !isWithin(to, 'src/engine')) return false
    const [home, target] = [engineRoom(from), engineRoom(to)]
    return home !== target && !engineRooms[home]?.includes(target)
  })
  expect(wrong.map(line), rule('The engine, and what its folders may import', engineRooms)).toEqual([])
})

test('no circle leads from a room back to it', () => {
  const next = new Map<string, Set<string>>()
  for (const { from, to, typeOnly } of imports) {
    if (typeOnly || !to.startsWith('src/') || roomOf(from) === roomOf(to)) continue
    next.set(roomOf(from), (next.get(roomOf(from)) ?? new Set()).add(roomOf(to)))
  }
  const reachable = (room: string, seen = new Set<string>()): Set<string> => {
    for (const other of next.get(room) ?? []) if (!seen.has(other)) reachable(other, seen.add(other))
    return seen
  }
  expect([...next.keys()].filter((room) => reachable(room).has(room))).toEqual([])
})

test('pure rooms touch no system, and only their keepers import the database and the web', () => {
  const wrong = imports.filter(({ from, to }) => {
    const room = roomOf(from)
    if (pure.includes(room) && to.startsWith('node:')) return to !== 'node:buffer'
    return keptPackages[to] !== undefined && !keptPackages[to].includes(room)
  })
  expect(
    wrong.map(line),
    rule(`${pure.join(', ')} are pure; packages and their keepers`, keptPackages),
  ).toEqual([])
})

test('only the configuration reads the environment', () => {
  const readers = sources.filter(({ tree }) => /\bprocess\.env\b/.test(tree.text)).map(({ file }) => file)
  expect(readers.filter((file) => !readsEnvironment.includes(file))).toEqual([])
})

test('names are exported as they are: nothing by default, nothing passed on', () => {
  const wrong = sources.filter(({ file, tree }) => {
    const exported = tree.statements.some(
      (node) =>
        ts.isExportAssignment(node) ||
        (ts.isExportDeclaration(node) && node.moduleSpecifier) ||
        (ts.canHaveModifiers(node) &&
          ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)),
    )
    return exported || path.basename(file) === 'index.ts'
  })
  expect(wrong.map(({ file }) => file)).toEqual([])
})

const roomOf = (file: string) => /^src\/([^/.]+)/.exec(file)?.[1] ?? ''
const isWithin = (file: string, room: string) => file === `${room}.ts` || file.startsWith(`${room}/`)
const line = ({ from, to }: Import) => `${from} imports ${to}`
const rule = (title: string, table: Readonly<Record<string, readonly string[]>>) =>
  [
    `${title}:`,
    ...Object.entries(table).map(([room, may]) => `  ${room}: ${may.join(', ') || 'nothing'}`),
  ].join('\n')
