import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../../src/project-root.ts'
import { startDesk, type Desk } from '../support/desk.ts'

let desk: Desk
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tukham-glossary-'))
const file = path.join(folder, 'glossary.csv')
beforeAll(async () => {
  desk = await startDesk()
})
afterAll(() => fs.rmSync(folder, { recursive: true }))

const tukham = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const env = { ...process.env, DATABASE_URL: desk.url }
    const command = ['--import', 'tsx', 'src/cli/tukham.ts', 'glossary', ...args]
    const child = execFile(process.execPath, command, { cwd: projectRoot, env }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })
const concepts = () => desk.workbench.storage.glossary.active()

test('a file with an error is refused whole, its lines named, and taken without them on request', async () => {
  fs.writeFileSync(file, 'vi,th,note\nThái Bình,ท้ายบิ่ญ,\nNam Định,,\nTiền Giang,เตี่ยนซาง,x\n')
  const as = ['--as', desk.people.terminologist.email]
  const refused = await tukham('import', file, ...as)
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toMatch(/^3: th: /m)
  expect(await concepts()).toEqual([])
  const taken = await tukham('import', file, ...as, '--leave-out-errors')
  expect(taken).toMatchObject({ code: 0 })
  expect(taken.out).toContain('New: 2')
  expect(await concepts()).toHaveLength(2)
})

test('only somebody who may write the glossary can import', async () => {
  fs.writeFileSync(file, 'vi,th\nHà Giang,ห่าซาง\n')
  expect((await tukham('import', file, '--as', desk.people.editor.email)).code).toBe(1)
  expect((await concepts()).length).toBe(2)
})
