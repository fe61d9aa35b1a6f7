import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runChecks, runDraftChecks } from '../../src/engine/checks/run-checks.ts'
import { summarizeRenderings } from '../../src/engine/renderings.ts'
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
})
