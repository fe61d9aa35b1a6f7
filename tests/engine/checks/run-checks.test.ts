import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Severity } from '../../../src/engine/checks/check.ts'
import { fingerprint } from '../../../src/engine/checks/fingerprint.ts'
import { runChecks, runDraftChecks } from '../../../src/engine/checks/run-checks.ts'
import { analyze } from './segments.ts'

const phuTho = [{ source: 'Phú Thọ', preferred: 'ฟู้เถาะ', deprecated: ['ฟู้โถ่', 'ฟู้โถ'] }]
const summary = (source: string, target: string, terms = phuTho) =>
  runChecks(analyze(source, target, terms)).map(({ check, span, replacement }) => [
    check,
    target.slice(span.start, span.end),
    replacement,
  ])

describe('one fault is told once', () => {
  test('a glossary name in Latin letters is untransliterated with the preferred rendering, and not missing as well', () => {
    expect(summary('Tỉnh Phú Thọ mời gọi đầu tư.', 'จังหวัดPhu Tho เชิญชวนนักลงทุน')).toEqual([
      ['name-untransliterated', 'Phu Tho', 'ฟู้เถาะ'],
    ])
  })

  test('an empty target is empty, and nothing else', () => {
    expect(summary('Năm 2024, Phú Thọ có 12 huyện.', ' ')).toEqual([['target-empty', ' ', undefined]])
  })

  test('an untranslated target is untranslated, and nothing else', () => {
    const text = 'Năm 2024, tỉnh Phú Thọ có nhiều huyện.'
    expect(summary(text, text)).toEqual([['target-untranslated', text, undefined]])
  })

  test('a deprecated form inside the longer one is the longer one', () => {
    expect(summary('Người Phú Thọ yêu Phú Thọ.', 'ชาวฟู้โถ่รักฟู้โถ')).toEqual([
      ['term-deprecated', 'ฟู้โถ่', 'ฟู้เถาะ'],
      ['term-deprecated', 'ฟู้โถ', 'ฟู้เถาะ'],
    ])
  })
})

test('what is offered holds whole characters, also where a mark stands on an emoji', () => {
  const target = 'น้ำท่วม 👨\u0E49\u0E49 สูง'
  const [found] = runChecks(analyze('Nước ngập sâu.', target)).filter(
    ({ check }) => check === 'marks-misordered',
  )
  expect(target.slice(found!.span.start, found!.span.end)).toBe('👨\u0E49\u0E49')
  expect(found!.replacement).toBe('👨\u0E49')
})

describe('a term that is missing', () => {
  const missing = (source: string, target: string) =>
    runChecks(analyze(source, target, phuTho)).filter(({ check }) => check === 'term-missing')

  test('is a major fault where the concept is not rendered at all, a minor one where it is', () => {
    expect(missing('Phú Thọ đẹp.', 'สวยมาก').map(({ severity }) => severity)).toEqual(['major'])
    expect(missing('Phú Thọ đẹp, Phú Thọ giàu.', 'ฟู้เถาะสวยและร่ำรวย').map(({ severity }) => severity)).toEqual(
      ['minor'],
    )
  })
})

describe('what a desk says of a check', () => {
  const severitiesOf = (setting: Severity | 'off', source: string, target: string) =>
    runChecks(analyze(source, target, phuTho), undefined, new Map([['term-missing', setting]]))
      .filter(({ check }) => check === 'term-missing')
      .map(({ severity }) => severity)

  test('takes the place of its usual severity', () => {
    expect(severitiesOf('critical', 'Phú Thọ đẹp.', 'สวยมาก')).toEqual(['critical'])
    expect(severitiesOf('neutral', 'Phú Thọ đẹp.', 'สวยมาก')).toEqual(['neutral'])
  })

  test('leaves a finding that is milder than usual as much milder', () => {
    const milder = ['Phú Thọ đẹp, Phú Thọ giàu.', 'ฟู้เถาะสวยและร่ำรวย'] as const
    expect(severitiesOf('critical', ...milder)).toEqual(['major'])
    expect(severitiesOf('neutral', ...milder)).toEqual(['neutral'])
  })

  test('can switch it off, in a segment and in a draft', () => {
    expect(severitiesOf('off', 'Phú Thọ đẹp.', 'สวยมาก')).toEqual([])
    const draft = [
      { id: 1, ...analyze('Năm 2023', 'ปี 2566') },
      { id: 2, ...analyze('Năm 2024', 'ปี 2024') },
    ]
    expect(runDraftChecks(draft).size).toBe(1)
    expect(runDraftChecks(draft, undefined, new Map([['era-mixed', 'off']])).size).toBe(0)
  })
})

describe('a fingerprint', () => {
  const source = 'Có 5 xã và 7 huyện.'
  const findings = (target: string) => runChecks(analyze(source, target))
  const prints = (target: string) =>
    findings(target).map((finding) => fingerprint(finding, { source, target }))

  test('survives an edit elsewhere', () => {
    expect(prints('ที่นี่มี 6 ตำบลและ 7 อำเภอ')).toEqual(prints('มี 6 ตำบลกับ 7 อำเภอเท่านั้น'))
  })

  test('tells two occurrences of the same text apart', () => {
    const all = prints('มี 6 ตำบลและ 6 อำเภอ')
    expect(new Set(all).size).toBe(2)
  })
})

describe('years of two eras in one draft', () => {
  const draft = (pairs: readonly (readonly [string, string])[]) =>
    [...runDraftChecks(pairs.map(([source, target], id) => ({ id, ...analyze(source, target) })))].flatMap(
      ([id, found]) =>
        found.map(({ span, replacement }) => [id, pairs[id]![1].slice(span.start, span.end), replacement]),
    )

  test('are reported in the rarer one', () => {
    const years = [
      ['Năm 2023', 'ปี 2566'],
      ['Năm 2024', 'ปี 2024'],
      ['Ngày 1/2/2025', '1 กุมภาพันธ์ 2568'],
    ] as const
    expect(draft(years)).toEqual([[1, '2024', '2567']])
  })

  test('are found in a bare figure that renders a year of the source', () => {
    expect(
      draft([
        ['Năm 2023', 'ปี 2023'],
        ['Năm 2024', 'ปี 2024'],
        ['Mùa xuân năm 2025', 'ฤดูใบไม้ผลิ 2568'],
      ]),
    ).toEqual([[2, '2568', '2025']])
  })

  test('are not offered another figure beside the name of the era', () => {
    expect(
      draft([
        ['Năm 2023', 'ปี 2566'],
        ['Năm 2024', 'ปี 2567'],
        ['Năm 1010', 'ค.ศ. 1010'],
      ]),
    ).toEqual([[2, '1010', undefined]])
  })

  test('are none where a count looks like a year', () => {
    expect(
      draft([
        ['Năm 2023', 'ปี 2566'],
        ['Có 2024 người.', 'มี 2024 คน'],
      ]),
    ).toEqual([])
  })
})

test('every span of every finding lies inside its text', () => {
  const pieces = fc.constantFrom(
    'Phú Thọ', 'Phu\u0301 Tho\u0323', 'ฟู้โถ่', 'ฟู้โถ', 'ฟู้เถาะ', 'Phu Tho', '2024', '๒๕๖๗', 'พ.ศ. 2567', 'ngày 2/9', '13h30', ' ', '\u200b',
    'tỉnh ', 'ông ', 'Trần Văn Tiến', 'Tran Van Tien', '1.500', '2,8 tỷ', 'ล้าน', '😀', 'ํา', '\u0301', '.', '\n', '(', ')',
  ) // prettier-ignore
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )
  fc.assert(
    fc.property(text, text, (source, target) => {
      const segment = { id: 1, ...analyze(source, target, phuTho) }
      const found = [...runChecks(segment), ...(runDraftChecks([segment]).get(1) ?? [])]
      for (const { side, span, sourceSpan } of found) {
        const length = side === 'source' ? source.length : target.length
        expect(0 <= span.start && span.start <= span.end && span.end <= length).toBe(true)
        if (sourceSpan)
          expect(
            0 <= sourceSpan.start && sourceSpan.start <= sourceSpan.end && sourceSpan.end <= source.length,
          ).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
