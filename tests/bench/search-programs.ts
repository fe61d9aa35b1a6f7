import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { median } from './harness.ts'

interface SearchProgram {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

/** Programs that search files for a list of texts; `RG` says where ripgrep is, when it is not on the path. */
export const searchPrograms: readonly SearchProgram[] = [
  { name: 'ripgrep -F -f', command: process.env.RG ?? 'rg', args: ['-j1', '--count-matches', '-F'] },
  { name: 'grep -F -f', command: 'grep', args: ['-F', '-o'] },
]

/** CPU milliseconds of one pass over the texts, without the time that the program takes to read its list; NaN when it is not there. */
export function timesOf(
  { command, args }: SearchProgram,
  terms: readonly string[],
  texts: readonly string[],
): number {
  if (spawnSync(command, ['--version']).error) return NaN
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tukham-bench-'))
  const file = (name: string, lines: readonly string[]) => {
    fs.writeFileSync(path.join(folder, name), lines.join('\n') + '\n')
    return path.join(folder, name)
  }
  const list = file('terms', terms)
  // Four times the text, since reading the list takes longer than searching.
  const passes = 4
  const long = file('text', Array.from({ length: passes }, () => texts).flat())
  const none = file('none', ['-'])
  const time = (searched: string) =>
    childTime([command, ...args, '-f', list, searched], path.join(folder, 'out'))
  const rounds = [1, 2, 3].map(() => time(long) - time(none))
  fs.rmSync(folder, { recursive: true })
  return median(rounds) / passes
}

/** CPU milliseconds of a program that another one starts, as the shell's `times` reports them; with nowhere to write to, grep would stop at the first hit. */
function childTime(words: readonly string[], output: string): number {
  const { stdout } = spawnSync('sh', ['-c', '"$@" > "$0"; times', output, ...words], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  const children = stdout.trim().split('\n').at(-1) ?? ''
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)]
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + 60_000 * Number(minutes) + 1000 * Number(seconds),
    0,
  )
}
