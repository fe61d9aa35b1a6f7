import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bridge, bridgeInThai, bridgePage, bridgeUrl, linesOf, plain } from '../support/bridge-article.ts'
import { startDesk, type Desk } from '../support/desk.ts'

let desk: Desk
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tukham-cli-'))
const file = (name: string, content: string | Buffer) => {
  fs.writeFileSync(path.join(folder, name), content)
  return path.join(folder, name)
}
beforeAll(async () => {
  desk = await startDesk()
})
afterAll(() => {
  fs.rmSync(folder, { recursive: true })
})

const program = path.resolve(import.meta.dirname, '../../src/cli/tukham.ts')
const as = ['--as', 'translator@desk.example']

async function tukham(...args: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', program, 'import', ...args], {
    env: { ...process.env, DATABASE_URL: desk.url },
  })
  child.stdin.end()
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, err, code: child.exitCode }
}

test('shows what it found, and imports it only when told to', { timeout: 120_000 }, async () => {
  const args = [
    ...as,
    '--source',
    file('page.txt', bridgePage),
    '--target',
    file('draft.txt', plain(bridgeInThai)),
  ]
  const shown = await tukham(...args)
  expect(shown).toMatchObject({ code: 0, err: '' })
  expect(shown.out).toContain('Source (Vietnamese): 4 paragraphs kept, 6 lines dropped')
  expect(shown.out).toContain(`Title: ${bridge.title}`)
  expect(shown.out).toContain('Empty place on the page: No data')
  expect(shown.out).toContain(`Source address: ${bridgeUrl}`)
  expect(shown.out).toContain('Nothing was imported.')
  expect(await desk.workbench.storage.articles.findBySourceUrl(bridgeUrl)).toBeUndefined()

  const imported = await tukham(...args, '--yes')
  expect(imported).toMatchObject({ code: 0, err: '' })
  const article = await desk.workbench.storage.articles.findBySourceUrl(bridgeUrl)
  expect(imported.out).toMatch(new RegExp(`Imported as article ${String(article?.id)}, draft \\d+\\.`))
  const units = await desk.workbench.storage.articles.units(article?.id ?? 0)
  expect(units.map(({ sourceText }) => sourceText)).toEqual(linesOf(bridge))

  const twin = await tukham(...args, '--yes')
  expect(twin.code).toBe(1)
  expect(twin.err).toContain(`--article ${String(article?.id)}`)
})

test.each([
  [
    'half a character',
    () => file('half.txt', Buffer.from(`\ufeff${plain(bridge)}\na\ud83db`, 'utf16le')),
    /half\.txt: Line 10, column 2: half a character/,
  ],
  ['Thai as the source', () => file('thai.txt', plain(bridgeInThai)), /thai\.txt: This is Thai/],
  ['a PDF', () => file('a.pdf', '%PDF-1.7'), /a\.pdf: This is a PDF/],
  ['no such file', () => path.join(folder, 'nowhere.txt'), /nowhere\.txt/],
])('says why it takes no file: %s', async (_, source, words) => {
  const { out, err, code } = await tukham(...as, '--source', source(), '--yes')
  expect({ out, code }).toEqual({ out: '', code: 1 })
  expect(err).toMatch(words)
})

test('is for those who may import', async () => {
  const source = file('ok.txt', plain(bridge))
  expect(await tukham('--as', 'terminologist@desk.example', '--source', source, '--yes')).toMatchObject({
    code: 1,
  })
  expect(await tukham('--as', 'nobody@desk.example', '--source', source, '--yes')).toMatchObject({ code: 1 })
  expect(await tukham(...as)).toMatchObject({ code: 2 })
})
