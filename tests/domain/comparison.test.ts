import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differencesBetween, pairPassages, type Passage } from '../../src/domain/comparison.ts'

const passage = (segmentId: number, unitId: number, text: string, after = ' '): Passage => ({
  segmentId,
  unitId,
  text,
  after,
})

describe('two versions of a draft', () => {
  test('are compared segment by segment where the segments are the same', () => {
    const earlier = [passage(1, 1, 'หนึ่ง'), passage(2, 1, 'สอง')]
    const now = [passage(1, 1, 'หนึ่ง'), passage(2, 1, 'สามสิบ')]
    expect(pairPassages(now, earlier)).toEqual([
      { segmentIds: [1], before: 'หนึ่ง', after: 'หนึ่ง' },
      { segmentIds: [2], before: 'สอง', after: 'สามสิบ' },
    ])
  })

  test('are compared by unit where the segments were cut anew', () => {
    const earlier = [passage(1, 1, 'ก'), passage(2, 1, 'ข'), passage(3, 1, 'ค'), passage(4, 2, 'ง')]
    const now = [passage(1, 1, 'ก'), passage(5, 1, 'ข ค'), passage(4, 2, 'ง')]
    expect(pairPassages(now, earlier)[1]).toEqual({ segmentIds: [5], before: 'ข ค', after: 'ข ค' })
  })

  test('a segment with nothing before it says so', () => {
    expect(pairPassages([passage(1, 1, 'ใหม่')], [])).toEqual([
      { segmentIds: [1], before: null, after: 'ใหม่' },
    ])
  })

  test('every segment of the newer one is in exactly one pair, in order within its unit', () => {
    const passages = fc
      .uniqueArray(
        fc.record({ segmentId: fc.nat(30), unitId: fc.nat(4), text: fc.string(), after: fc.constant(' ') }),
        {
          selector: ({ segmentId }) => segmentId,
        },
      )
      .map((found) => found.sort((a, b) => a.unitId - b.unitId))
    fc.assert(
      fc.property(passages, passages, (now, earlier) => {
        const paired = pairPassages(now, earlier).flatMap(({ segmentIds }) => segmentIds)
        expect([...paired].sort()).toEqual(now.map(({ segmentId }) => segmentId).sort())
      }),
    )
  })
})

test('a changed Thai name is shown as that name, not as half of its letters', () => {
  const parts = differencesBetween('จังหวัดฟู้โถ่มีการปฏิรูป', 'จังหวัดฟู้เถาะมีการปฏิรูป', 'th')
  expect(
    parts
      .filter(({ kind }) => kind !== 'added')
      .map(({ text }) => text)
      .join(''),
  ).toBe('จังหวัดฟู้โถ่มีการปฏิรูป')
  expect(
    parts
      .filter(({ kind }) => kind !== 'removed')
      .map(({ text }) => text)
      .join(''),
  ).toBe('จังหวัดฟู้เถาะมีการปฏิรูป')
  for (const { text } of parts) expect(text).not.toMatch(/^\p{M}/u)
})
