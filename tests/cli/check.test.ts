import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { execFile } from 'node:child_process'
import { afterAll, expect, test } from 'vitest'
import { projectRoot } from '../../src/project-root.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tukham-check-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))
const file = (name: string, text: string): string => {
  fs.writeFileSync(path.join(folder, name), text)
  return path.join(folder, name)
}

const tukham = (args: string[], input = '') =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const command = ['--import', 'tsx', 'src/cli/tukham.ts', ...args]
    const child = execFile(process.execPath, command, { cwd: projectRoot }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
    child.stdin?.end(input)
  })

const sourceText = 'Mưa lớn ở Phú Thọ.\nCó 1.500 người dân Phú Thọ dự lễ.\n'
const targetText = 'ฝนตกหนักที่ฟู้โถ่\nมีชาวฟู้เถาะ 1,050 คนร่วมพิธี\n'
const source = file('bai.vi.txt', sourceText)
const target = file('bai.th.txt', targetText)
const glossary = file('terms.csv', 'vi,th\nmưa lớn,ฝนตกหนัก\nlễ,พิธี\n')

test('two files are aligned and checked; a person reads where, what, and what to write', async () => {
  const { code, out } = await tukham(['check', '--language', 'en', source, target])
  expect(code).toBe(0)
  expect(out).toContain(`${target}:1:9  Name spelled another way`)
  expect(out).toContain('⟦ฟู้โถ่⟧')
  expect(out).toContain('→ ฟู้เถาะ')
  expect(out).toContain(`${target}:2:11  Numbers differ`)
  expect(out).toContain('The source has 1.500, the translation has 1,050.')
})

test('the words are those of the language asked for', async () => {
  const { out } = await tukham(['check', '--language', 'th', source, target])
  expect(out).toContain('ต้นฉบับเป็น 1.500 แต่บทแปลเป็น 1,050')
  expect((await tukham(['check', '--language', 'xx', source, target])).code).toBe(2)
})

test('with --json the places are those in the files', async () => {
  const { out } = await tukham(['check', '--json', source, target])
  const { findings } = JSON.parse(out) as { findings: Placed[] }
  const wrong = findings.find(({ check }) => check === 'numbers-differ')!
  expect(targetText.slice(wrong.start, wrong.end)).toBe('1,050')
  expect(sourceText.slice(wrong.sourceStart, wrong.sourceEnd)).toBe('1.500')
})

interface Placed {
  readonly check: string
  readonly start: number
  readonly end: number
  readonly sourceStart?: number
  readonly sourceEnd?: number
}

test('pairs on standard input are answered line for line, or read by a person', async () => {
  const pairs = [
    { source: 'Có 5 người.', target: 'มี 5 คน' },
    { source: 'Có 5 người.', target: 'มี 6 คน' },
  ]
  const input = pairs.map((pair) => JSON.stringify(pair)).join('\n')
  const lines = (await tukham(['check', '--json'], input)).out.trimEnd().split('\n')
  const answers = lines.map((line) => (JSON.parse(line) as { findings: { check: string }[] }).findings)
  expect(answers.map((findings) => findings.map(({ check }) => check))).toEqual([[], ['numbers-differ']])
  const { out } = await tukham(['check', '--language', 'en'], input)
  expect(out).toMatch(/^line 2:1:3 {2}Numbers differ/)
  expect(out).toContain('1 finding.')
})

test('renderings of names and terms are counted', async () => {
  const args = ['--glossary', glossary, source, target]
  const { out } = await tukham(['renderings', '--json', ...args])
  const { renderings } = JSON.parse(out) as { renderings: { source: string; forms: Form[] }[] }
  const phuTho = renderings.find((each) => each.source === 'Phú Thọ')!
  expect(phuTho.forms.map(({ text, count }) => [text, count]).toSorted()).toEqual([
    ['ฟู้เถาะ', 1],
    ['ฟู้โถ่', 1],
  ])
  for (const { text, places } of phuTho.forms)
    for (const [start, end] of places) expect(targetText.slice(start, end)).toBe(text)
  expect(renderings.map((each) => each.source)).toContain('Mưa lớn')

  const shown = (await tukham(['renderings', '--language', 'en', ...args])).out
  expect(shown).toMatch(/^Phú Thọ {2}× 2$/m)
  expect(shown).toMatch(/1 × ฟู้โถ่ {2}\(another spelling\)/)
  expect(shown).toMatch(/1 × ฝนตกหนัก {2}\(preferred term\)/)
})

interface Form {
  readonly text: string
  readonly count: number
  readonly places: readonly [number, number][]
}

test('one file alone, or a file that is not there, is refused', async () => {
  expect((await tukham(['check', source])).code).toBe(2)
  expect((await tukham(['renderings', source])).code).toBe(2)
  expect((await tukham(['check', source, path.join(folder, 'none.txt')])).code).toBe(1)
})
