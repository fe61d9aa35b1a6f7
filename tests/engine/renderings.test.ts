import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { align } from '../../src/engine/alignment/align.ts'
import { analyzeSegment } from '../../src/engine/analyze.ts'
import { runChecks, runDraftChecks } from '../../src/engine/checks/run-checks.ts'
import { compileGlossary } from '../../src/engine/glossary/glossary.ts'
import { languageFor } from '../../src/engine/languages/catalog.ts'
import { articleNames } from '../../src/engine/names/article-names.ts'
import { summarizeRenderings } from '../../src/engine/renderings.ts'
import { slice } from '../../src/engine/text/span.ts'
import { sharedPath } from '../support/shared.ts'
import { analyze } from './checks/segments.ts'

const phuTho = [{ source: 'Phú Thọ', preferred: 'ฟู้เถาะ', deprecated: ['ฟู้โถ่', 'ฝูเถาะ', 'ฟู้โถ'] }]
const forms = (pairs: readonly (readonly [string, string])[]) =>
  summarizeRenderings(pairs.map(([source, target]) => analyze(source, target, phuTho))).map(
    ({ source, kind, occurrences, renderings, missing }) => ({
      source,
      kind,
      occurrences,
      renderings: renderings.map(({ text, status, count }) => [text, status, count]),
      missing,
    }),
  )

describe('the renderings of an article', () => {
  test('are counted by form, a short one never inside a longer one', () => {
    const pairs = [
      ['Tỉnh Phú Thọ đón khách.', 'จังหวัดฟู้โถ่ต้อนรับนักท่องเที่ยว'],
      ['Phú Thọ có đồi chè, Phú Thọ có rừng cọ.', 'ฟู้โถมีไร่ชา ฝูเถาะมีป่าปาล์ม'],
      ['Mùa xuân ở Phú Thọ và Yên Bái.', 'ฤดูใบไม้ผลิในฟู้เถาะและYen Bai'],
      ['Phú Thọ hát xoan.', 'ที่นี่มีเพลงพื้นบ้าน'],
    ] as const
    expect(forms(pairs)).toEqual([
      {
        source: 'Phú Thọ',
        kind: 'concept',
        occurrences: 5,
        renderings: [
          ['ฟู้โถ่', 'deprecated', 1],
          ['ฟู้โถ', 'deprecated', 1],
          ['ฝูเถาะ', 'deprecated', 1],
          ['ฟู้เถาะ', 'preferred', 1],
        ],
        missing: 1,
      },
      { source: 'Yên Bái', kind: 'name', occurrences: 1, renderings: [['Yen Bai', 'latin', 1]], missing: 0 },
    ])
  })

  test('of a name are standard, accepted or variants, and the standard form is what the summary prefers', () => {
    const pairs = [
      ['Du khách thích Hội An.', 'นักท่องเที่ยวชอบโห่ยอาน'],
      ['Hội An có phố cổ.', 'ฮอยอันมีเมืองเก่า'],
      ['Mùa mưa ở Hội An', 'ฤดูฝนในฮ่อยอัน'],
    ] as const
    const [summary] = summarizeRenderings(pairs.map(([source, target]) => analyze(source, target)))
    expect(summary).toMatchObject({
      kind: 'name',
      source: 'Hội An',
      occurrences: 3,
      missing: 0,
      preferred: 'โห่ยอาน',
    })
    expect(summary?.renderings.map(({ text, status }) => [text, status])).toEqual([
      ['โห่ยอาน', 'standard'],
      ['ฮอยอัน', 'accepted'],
      ['ฮ่อยอัน', 'variant'],
    ])
    expect(summary?.transliteration?.explanation.map(({ source }) => source)).toEqual(['Hội', 'An'])
  })

  test('are where they say', () => {
    const target = 'ฟู้โถและฟู้เถาะ'
    const [summary] = summarizeRenderings([analyze('Phú Thọ và Phú Thọ', target, phuTho)])
    for (const { text, places } of summary!.renderings) {
      expect(places.map(({ span }) => target.slice(span.start, span.end))).toEqual([text])
    }
  })
})

describe.skipIf(sharedPath === null)('the real page (needs the shared folder)', () => {
  const lines = (name: string) =>
    fs
      .readFileSync(path.join(sharedPath ?? '', 'seed', name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')

  test('shows eight deprecated Phú Thọ, five names in Latin letters and one year of another era', () => {
    const sources = lines('phu-tho.vi.txt')
    // Title and lead, then the body after the byline; the site's name stands before them.
    const page = lines('phu-tho.th.txt')
    const targets = [...page.slice(1, 3), ...page.slice(4)]
    const segments = sources.map((source, id) => ({ id, ...analyze(source, targets[id]!, phuTho) }))
    const [place] = summarizeRenderings(segments)
    expect(place).toMatchObject({ source: 'Phú Thọ', occurrences: 8, missing: 0, preferred: 'ฟู้เถาะ' })
    expect(Object.fromEntries(place!.renderings.map(({ text, count }) => [text, count]))).toEqual({
      ฟู้โถ่: 3,
      ฝูเถาะ: 2,
      ฟู้โถ: 3,
    })
    const found = segments.flatMap((segment) => runChecks(segment))
    expect(
      found.filter(({ check }) => check === 'name-untransliterated').map(({ values }) => values?.['found']),
    ).toEqual(['Thanh Ba', 'Tran Van Tien', 'Thanh Ba', 'Thuong Long', 'Yen Lap'])
    expect(found.filter(({ check }) => check === 'numbers-differ')).toEqual([])
    const eras = [...runDraftChecks(segments).values()].flat()
    expect(eras.map(({ replacement }) => replacement)).toEqual(['2567'])
  })

  test('aligned and checked without a glossary, has every wrong name reported with the right form, and no right one', () => {
    const [source, target] = ['phu-tho.vi.txt', 'phu-tho.th.txt'].map((name) =>
      fs.readFileSync(path.join(sharedPath ?? '', 'seed', name), 'utf8'),
    )
    const [from, to] = [languageFor('vi'), languageFor('th')]
    const pairs = align(source!, target!, from, to).map((bead) => ({
      source: bead.source ? slice(source!, bead.source) : '',
      target: bead.target ? slice(target!, bead.target) : '',
    }))
    const article = articleNames({
      sources: pairs.map((pair) => pair.source),
      sourceLanguage: from,
      targetLanguage: to,
    })
    const glossary = compileGlossary([], from, to)
    const found = pairs.flatMap((pair) =>
      runChecks(analyzeSegment({ ...pair, sourceLanguage: from, targetLanguage: to, glossary, article }))
        .filter(({ check }) => check === 'name-variant' || check === 'name-untransliterated')
        .map(({ span, replacement }) => `${slice(pair.target, span)} ${replacement}`),
    )
    const counts = new Map<string, number>()
    for (const finding of found) counts.set(finding, (counts.get(finding) ?? 0) + 1)
    expect(Object.fromEntries(counts)).toEqual({
      'ฟู้โถ่ ฟู้เถาะ': 3,
      'ฝูเถาะ ฟู้เถาะ': 2,
      'ฟู้โถ ฟู้เถาะ': 3,
      'Thanh Ba ทัญบา': 2,
      'Tran Van Tien เจิ่น วัน เตี๊ยน': 1,
      'Thuong Long เถื่องล็อง': 1,
      'เทิงลอง เถื่องล็อง': 1,
      'Yen Lap เอียนเหลิป': 1,
      'ฮวง ตุง ลัม ฮหว่าง ตุ่ง เลิม': 1,
      'จุงเวือง จึงเวือง': 1,
      'เวียดจี่ เหวียตจี่': 1,
      'บุ่ย วัน กวาง บู่ย วัน กวาง': 1,
      'ฟูก๊วก ฟู้โกว๊ก': 1,
    })
  })
})
