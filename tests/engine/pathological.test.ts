import { describe, expect, test } from 'vitest'
import { analyzeSegment } from '../../src/engine/analyze.ts'
import { runChecks, runDraftChecks } from '../../src/engine/checks/run-checks.ts'
import { compileGlossary } from '../../src/engine/glossary/glossary.ts'
import { languageFor } from '../../src/engine/languages/catalog.ts'
import { summarizeRenderings } from '../../src/engine/renderings.ts'
import { entries } from './checks/segments.ts'

const sourceLanguage = languageFor('vi')
const targetLanguage = languageFor('th')
const glossary = compileGlossary(
  entries([
    { source: 'Phú Thọ', preferred: 'ฟู้เถาะ', deprecated: ['ฟู้โถ่', 'ฟู้โถ', 'กา'] },
    { source: `${'a '.repeat(50)}a`, preferred: 'กา'.repeat(50) },
    { source: 'a', preferred: 'ก' },
  ]),
  sourceLanguage,
  targetLanguage,
)

function work(source: string, target: string): number {
  const started = performance.now()
  const segment = { id: 1, ...analyzeSegment({ source, target, sourceLanguage, targetLanguage, glossary }) }
  runChecks(segment)
  runDraftChecks([segment])
  summarizeRenderings([segment])
  return performance.now() - started
}

/** Pieces that are repeated to make a text hostile; each pair fills both sides. */
const hostile: readonly (readonly [string, string])[] = [
  ['1.', '1.'],
  ['1', '๑'],
  ['1 tỷ ', '1 ล้าน '],
  ['hai ', 'สอง'],
  ['một trăm linh ', 'ร้อย'],
  ['tháng ', 'ปี '],
  ['1/1/', '1/1/'],
  ['năm 2024 ', 'ปี 2567 '],
  ['Phú Thọ ', 'ฟู้โถ'],
  ['Phú Thọ ', 'Phu Tho '],
  ['Phú ', 'Phu '],
  ['Trần Văn ', 'Tran'],
  ['a ', 'กา'],
  ['A', 'A'],
  ['a', 'a'],
  [' ', ' '],
  ['\n', '\n'],
  ['\u0301', '\u0e49'],
  ['a\u0323\u0302', 'กํ้'],
  ['\u200b', '\u200b'],
  ['\ud800', '\udc00'],
  ['😀\u200d', '😀\u200d'],
  ['[({“', '“])}'],
  ['(Yên Lập) ', '(Yen Lap'],
  ['https://a', 'https://ก'],
  ['IVXLC ', '%'],
  ['đ', 'เ'],
  ['ngày 1 lúc 2h30 ', 'บ่าย 2 โมง '],
]

describe.each(hostile)('%j and %j, over and over', (source, target) => {
  test('take no more than linear time', () => {
    const size = 4_000
    const text = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length))
    work(text(source, size), text(target, size))
    const fastest = (length: number) =>
      Math.min(...[1, 2].map(() => work(text(source, length), text(target, length))))
    // Four times the text may take four times the time; sixteen times would be quadratic. The rest forgives a busy machine.
    expect(fastest(size * 4)).toBeLessThan(fastest(size) * 10 + 200)
  })
})

test.each([
  ['', ''],
  ['', 'ก'],
  ['\0', '\0'],
  ['\ud800', '\udfff'],
  ['1.,.,2', ',,1'],
  ['99999999999999999999999999999999999999 tỷ tỷ tỷ', '1e999 ล้านล้านล้านล้าน'],
  ['năm 0000', 'พ.ศ. 9999'],
])('%j and %j are no reason to throw', (source, target) => {
  expect(() => work(source, target)).not.toThrow()
})
