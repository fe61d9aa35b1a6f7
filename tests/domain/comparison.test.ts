import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareStretch,
  isChanged,
  pairPassages,
  type Compared,
  type Part,
  type Passage,
} from '../../src/domain/comparison.ts'
import { graphemes } from '../../src/engine/text/graphemes.ts'

const passage = (segmentId: number, unitId: number, text: string, after = ' '): Passage => ({
  segmentId,
  unitId,
  text,
  after,
})

const compare = (now: readonly Passage[], earlier: readonly Passage[], language = 'th'): Compared[] =>
  pairPassages(now, earlier).flatMap((stretch) => compareStretch(stretch, language))

const without = (parts: readonly Part[], kind: Part['kind']) =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('')

const shown = ({ parts }: Compared) =>
  (parts ?? [])
    .map((part) =>
      part.kind === 'break'
        ? `<${part.change}>`
        : part.kind === 'same'
          ? part.text
          : part.kind === 'removed'
            ? `[-${part.text}-]`
            : `{+${part.text}+}`,
    )
    .join('')

describe('two versions of a draft', () => {
  test('are compared segment by segment where the segments are the same', () => {
    const earlier = [passage(1, 1, 'หนึ่ง'), passage(2, 1, 'สอง')]
    const now = [passage(1, 1, 'หนึ่ง'), passage(2, 1, 'สามสิบ')]
    expect(pairPassages(now, earlier).map(isChanged)).toEqual([false, true])
    expect(compare(now, earlier).map(shown)).toEqual(['หนึ่ง', '[-สอง-]{+สามสิบ+}'])
  })

  test('show a merge as a break that went, not as words that went and came', () => {
    const earlier = [passage(1, 1, 'ฝนตก'), passage(2, 1, 'น้ำท่วม'), passage(3, 1, 'คนหนี')]
    const now = [passage(1, 1, 'ฝนตก'), passage(4, 1, 'น้ำท่วม คนหนี')]
    expect(compare(now, earlier).map(shown)).toEqual(['ฝนตก', 'น้ำท่วม <merged>คนหนี'])
  })

  test('show a split where the new segment ends', () => {
    const now = [passage(2, 1, 'น้ำท่วม'), passage(3, 1, 'คนหนีขึ้นเขา')]
    const compared = compare(now, [passage(1, 1, 'น้ำท่วม คนหนีไปวัด')])
    expect(compared.map(shown)).toEqual(['น้ำท่วม <split>', 'คนหนี[-ไปวัด-]{+ขึ้นเขา+}'])
    expect(compared.map(({ isRecut }) => isRecut)).toEqual([true, true])
  })

  test('show a moved break where it was and where it is', () => {
    const earlier = [passage(1, 1, 'ฝนตก'), passage(2, 1, 'น้ำท่วม คนหนี')]
    const now = [passage(3, 1, 'ฝนตก น้ำท่วม'), passage(4, 1, 'คนหนี')]
    expect(compare(now, earlier).map(shown)).toEqual(['ฝนตก <moved-away>น้ำท่วม <moved-here>', 'คนหนี'])
  })

  test('keep a break that only has other words beside it', () => {
    const earlier = [passage(1, 1, 'ฝนตก'), passage(2, 1, 'น้ำท่วม'), passage(3, 1, 'คนหนี')]
    const now = [passage(4, 1, 'ลมแรง'), passage(5, 1, 'น้ำท่วม คนหนี')]
    expect(compare(now, earlier).map(shown)).toEqual(['[-ฝนตก-]{+ลมแรง+} ', 'น้ำท่วม <merged>คนหนี'])
  })

  test('say of a segment with nothing before it that there is nothing to compare', () => {
    expect(compare([passage(1, 1, 'ใหม่')], [])).toMatchObject([{ segmentId: 1, parts: null }])
  })

  const somePassages = (ids: number) =>
    fc
      .uniqueArray(
        fc.record({
          segmentId: fc.nat(ids),
          unitId: fc.nat(2),
          text: fc
            .array(
              fc.oneof(
                fc.constantFrom('น้ำ', 'ท่วม', 'ฟู้', 'เถาะ', ' ', 'ệ', 'e\u0301', 'nước', '\u0E48', '🇻🇳', '12'),
                fc.string({ unit: 'binary', maxLength: 3 }),
              ),
              { maxLength: 8 },
            )
            .map((pieces) => pieces.join('')),
          after: fc.constantFrom(' ', '', '\n'),
        }),
        { selector: ({ segmentId }) => segmentId, maxLength: 7 },
      )
      .map((found) => found.sort((a, b) => a.segmentId - b.segmentId))

  test.each(['th', 'vi'])('parts rebuild both texts and cut no grapheme of either (%s)', (language) => {
    fc.assert(
      fc.property(somePassages(12), somePassages(12), (now, earlier) => {
        const stretches = pairPassages(now, earlier)
        expect(stretches.flatMap((stretch) => stretch.now)).toEqual(now)
        if (now.length > 0) expect(stretches.flatMap((stretch) => stretch.earlier)).toEqual(earlier)
        for (const stretch of stretches.filter(({ earlier }) => earlier.length > 0)) {
          const rows = compareStretch(stretch, language)
          expect(rows.map(({ segmentId }) => segmentId)).toEqual(
            stretch.now.map(({ segmentId }) => segmentId),
          )
          const texts = rows.map(({ parts }) => without(parts ?? [], 'removed'))
          for (const [index, text] of texts.entries()) {
            const own = stretch.now[index]!
            expect([own.text, own.text + own.after, `${own.text}\n`]).toContain(text)
          }
          const all = rows.flatMap(({ parts }) => parts ?? [])
          const before = without(all, 'added')
          expect(before).toBe(read(stretch.earlier))
          expectWholeGraphemes(rows)
          expectWholeRemovals(all, before)
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** A stretch as one text: another block begins on another line. */
const read = (passages: readonly Passage[]) =>
  passages
    .map(({ text, after, unitId }, at) => {
      const next = passages[at + 1]
      return next ? text + (next.unitId === unitId ? after : '\n') : text
    })
    .join('')

/** No part of a row begins inside a grapheme of what the row has now; where a row begins, a person has put a break. */
function expectWholeGraphemes(rows: readonly Compared[]) {
  const whole = rows.flatMap(({ parts }) => parts ?? [])
  const edges = new Set([0, ...graphemes(without(whole, 'removed')).map(({ end }) => end)])
  let at = 0
  for (const { parts } of rows)
    for (const [index, { kind, text }] of (parts ?? []).entries()) {
      if (kind === 'removed') continue
      const isFirst = !(parts ?? [])
        .slice(0, index)
        .some((part) => part.kind === 'same' || part.kind === 'added')
      if (!isFirst) expect(edges).toContain(at)
      at += text.length
    }
}

function expectWholeRemovals(parts: readonly Part[], before: string) {
  const edges = new Set([0, ...graphemes(before).map(({ end }) => end)])
  let at = 0
  for (const { kind, text } of parts) {
    if (kind === 'removed') expect(edges).toContain(at)
    if (kind !== 'added') at += text.length
  }
}
