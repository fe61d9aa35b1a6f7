import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runChecks } from '../../../src/engine/checks/run-checks.ts'
import { marked } from '../checks/marked.ts'
import { analyze } from '../checks/segments.ts'

const rows = (name: string) =>
  fs
    .readFileSync(path.resolve(import.meta.dirname, `../gold/names/${name}.tsv`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
const nameFindings = (source: string, target: string) =>
  runChecks(analyze(source, target)).filter(({ check }) => check.startsWith('name-'))

describe('another spelling of a name is found where it stands, with the right one', () => {
  test.each(rows('variants'))('%s → %s', (source = '', target = '', offered = '') => {
    const { text, spans } = marked(target)
    const found = nameFindings(source, text)
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
    )
    expect(found.map(({ replacement }) => replacement).join('|')).toBe(offered)
  })
})

describe('nothing is said of right names, of countries and of words that sound alike', () => {
  test.each(rows('right'))('%s → %s', (source = '', target = '') => {
    expect(nameFindings(source, target)).toEqual([])
  })
})
