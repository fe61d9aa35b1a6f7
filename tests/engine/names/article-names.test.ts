import { describe, expect, test } from 'vitest'
import { analyzeSegment } from '../../../src/engine/analyze.ts'
import { nameInconsistent } from '../../../src/engine/checks/name-inconsistent.ts'
import { nameVariant } from '../../../src/engine/checks/name-variant.ts'
import { runChecks } from '../../../src/engine/checks/run-checks.ts'
import { compileGlossary } from '../../../src/engine/glossary/glossary.ts'
import { languageFor } from '../../../src/engine/languages/catalog.ts'
import { articleNames } from '../../../src/engine/names/article-names.ts'
import { nameKey } from '../../../src/engine/names/name-key.ts'
import { entries } from '../checks/segments.ts'

const sourceLanguage = languageFor('vi')
const targetLanguage = languageFor('th')
const glossaryOf = (terms: Parameters<typeof entries>[0] = []) =>
  compileGlossary(entries(terms), sourceLanguage, targetLanguage)

interface Decided {
  readonly glossary?: ReturnType<typeof glossaryOf>
  readonly decided?: Readonly<Record<string, readonly string[]>>
}

function analyzeArticle(
  pairs: readonly (readonly [source: string, target: string])[],
  { glossary = glossaryOf(), decided = {} }: Decided = {},
) {
  const article = articleNames({
    sources: pairs.map(([source]) => source),
    sourceLanguage,
    targetLanguage,
    decisions: new Map(
      Object.entries(decided).map(([name, chosen]) => [nameKey(name), { chosen, alsoRight: [] }]),
    ),
  })
  return pairs.map(([source, target], id) => ({
    id,
    ...analyzeSegment({ source, target, sourceLanguage, targetLanguage, glossary, article }),
  }))
}

const variants = (segments: ReturnType<typeof analyzeArticle>) =>
  segments.flatMap((segment) =>
    nameVariant
      .run(segment)
      .map(({ span, replacement }) => [segment.target.text.slice(span.start, span.end), replacement]),
  )

describe('the names of an article', () => {
  test('a short form is known from the full name of another paragraph', () => {
    const segments = analyzeArticle([
      ['Ông Bùi Văn Quang phát biểu.', 'นายบู่ย วัน กวางกล่าวปราศรัย'],
      ['Sau đó, ông Quang trao quà.', 'ต่อมานายกวังมอบของขวัญ'],
    ])
    expect(segments[1]?.names.map(({ text }) => text)).toEqual(['Quang'])
    expect(variants(segments)).toEqual([['กวัง', 'กวาง']])
  })

  test('a name whose source went to the segment before is found all the same', () => {
    const segments = analyzeArticle([
      ['Tỉnh Phú Thọ tổ chức lễ hội.', 'จัดงานเทศกาล'],
      ['Du khách đến rất đông.', 'จังหวัดฟู้โถ่มีนักท่องเที่ยวมากมาย'],
    ])
    expect(variants(segments)).toEqual([['ฟู้โถ่', 'ฟู้เถาะ']])
  })

  test('what a person decided for the article wins over the rules, and its last part for the short form', () => {
    const pairs = [
      ['Ông Bùi Văn Quang phát biểu.', 'นายบุ๋ย วัน กวางกล่าวปราศรัย'],
      ['Ông Quang trao quà ở Phú Thọ.', 'นายกวางมอบของขวัญที่ฟู้เถาะ'],
    ] as const
    const decided = { 'Bùi Văn Quang': ['บุ๋ย วัน กวาง'], 'Phú Thọ': ['ฟูเถาะ'] }
    expect(variants(analyzeArticle(pairs, { decided }))).toEqual([['ฟู้เถาะ', 'ฟูเถาะ']])
  })

  test('the glossary wins as well, also where only another segment has the name', () => {
    const glossary = glossaryOf([{ source: 'Cần Thơ', preferred: 'กันเทอ' }])
    const segments = analyzeArticle(
      [
        ['Thành phố Cần Thơ đẹp.', 'นครกันเทอสวย'],
        ['Chợ nổi đông vui.', 'ตลาดน้ำกันเทอคึกคัก'],
      ],
      { glossary },
    )
    expect(variants(segments)).toEqual([])
  })

  test('a wrong spelling of a term is told once', () => {
    const glossary = glossaryOf([{ source: 'Cần Thơ', preferred: 'เกิ่นเทอ' }])
    const [segment] = analyzeArticle([['Cần Thơ và Cần Thơ', 'เกิ่นเทอและเกินโท']], { glossary })
    expect(runChecks(segment!).map(({ check, replacement }) => [check, replacement])).toEqual([
      ['name-variant', 'เกิ่นเทอ'],
    ])
  })
})

test('two right forms in one article are inconsistent, two spacings of one are not', () => {
  const segments = analyzeArticle([
    ['Phố cổ Hội An', 'เมืองเก่าฮอยอัน'],
    ['Hội An về đêm, ông Lê Minh Hà kể.', 'ฮอยอันยามค่ำคืน นายเล มิญ ห่าเล่า'],
    ['Lê Minh Hà yêu Hội An.', 'เลมิญห่ารักโห่ยอาน'],
  ])
  expect(
    nameInconsistent.run(segments).map(({ segmentId, finding }) => [segmentId, finding.replacement]),
  ).toEqual([[2, 'ฮอยอัน']])
})
