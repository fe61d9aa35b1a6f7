import { execFileSync, spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { projectRoot } from '../../src/project-root.ts'

const command = ['--import', 'tsx', 'src/cli/tukham.ts', 'transliterate']
const tukham = (args: readonly string[], input = '') =>
  execFileSync(process.execPath, [...command, ...args], { cwd: projectRoot, input, encoding: 'utf8' })
test('one answer for each name on standard input, blank lines left out', () => {
  const lines = tukham(['--from', 'vi', '--to', 'th', '--json'], 'Phú Thọ\n\nHà Nội\r\nKrông Pắc\n')
    .trimEnd()
    .split('\n')
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { source: 'Phú Thọ', target: 'ฟู้เถาะ', alternates: ['ฟู้ เถาะ'], origin: 'rule' },
    { source: 'Hà Nội', target: 'ฮานอย', alternates: [], origin: 'exonym' },
    { source: 'Krông Pắc', target: null, alternates: [], origin: null },
  ])
})

test('for people names stand in a column, and reasons under them', () => {
  expect(tukham(['--explain', '--kind', 'person', 'Đạo', 'Khải Định']).split('\n')).toEqual([
    'Đạo        ด่าว | เด่า',
    expect.stringMatching(/^ {4}Đạo +ด่าว = đ ด \(mid\) \+ ao -าว \+ nặng เอก, .*เด่า/),
    'Khải Định  ขาย ดิ่ญ',
    expect.stringMatching(/^ {4}Khải +ขาย = /),
    expect.stringMatching(/^ {4}Định +ดิ่ญ = /),
    '',
  ])
})

test('a kind that is none is refused', () => {
  const { status, stderr } = spawnSync(process.execPath, [...command, '--kind', 'river'], {
    cwd: projectRoot,
    encoding: 'utf8',
  })
  expect(status).toBe(2)
  expect(stderr).toContain('usage: tukham transliterate')
})
