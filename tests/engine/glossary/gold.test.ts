import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { analyzeSegment } from '../../../src/engine/analyze.ts'
import { termMissing } from '../../../src/engine/checks/term-missing.ts'
import { compileGlossary, type GlossaryEntry } from '../../../src/engine/glossary/glossary.ts'
import { languageFor } from '../../../src/engine/languages/catalog.ts'
import { marked } from '../checks/marked.ts'

/** Shares of 1; they may only rise. */
const floors = { precision: 1, recall: 1 }

const [vi, th] = [languageFor('vi'), languageFor('th')]
const lines = fs
  .readFileSync(path.resolve(import.meta.dirname, '../gold/terms/news.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))

const split = (line: string, by: string): readonly [string, string] => {
  const [first = '', second = ''] = line.split(by)
  return [first, second]
}
const entries = lines
  .filter((line) => line.includes(' = '))
  .map((line, at): GlossaryEntry => {
    const [source, target] = split(line, ' = ')
    const term = { status: 'preferred', caseSensitive: false } as const
    return {
      conceptId: String(at),
      terms: [
        { ...term, language: 'vi', text: source },
        { ...term, language: 'th', text: target },
      ],
    }
  })
const pairs = lines.filter((line) => line.includes(' | ')).map((line) => split(line, ' | '))

test('terms that are missing in news are told, and no others', () => {
  const glossary = compileGlossary(entries, vi, th)
  const judged = pairs.map(([written, target]) => {
    const { text: source, spans } = marked(written)
    const segment = analyzeSegment({ source, target, sourceLanguage: vi, targetLanguage: th, glossary })
    const told = termMissing.run(segment).map(({ sourceSpan }) => sourceSpan?.start)
    const wanted = spans.map(({ start }) => start)
    return {
      told: told.length,
      wanted: wanted.length,
      right: wanted.filter((at) => told.includes(at)).length,
    }
  })
  const sum = (count: 'told' | 'wanted' | 'right') => judged.reduce((total, each) => total + each[count], 0)
  expect(pairs.filter((_, at) => judged[at]!.told !== judged[at]!.right)).toEqual([])
  expect(sum('right') / sum('told')).toBeGreaterThanOrEqual(floors.precision)
  expect(sum('right') / sum('wanted')).toBeGreaterThanOrEqual(floors.recall)
})
