import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languageFor } from '../../../src/engine/languages/catalog.ts'
import { correspondingOffset, correspondingOffsets } from '../../../src/engine/text/corresponding-offset.ts'
import { graphemes, isGraphemeBoundary } from '../../../src/engine/text/graphemes.ts'
import { anyText } from '../../support/any-text.ts'

const words = (text: string) => languageFor('th').words(text)

/** A text with some of its grapheme boundaries, ascending. */
const cutText = fc.tuple(anyText, fc.array(fc.nat({ max: 60 }), { maxLength: 6 })).map(([text, picks]) => {
  const boundaries = [...graphemes(text).map(({ start }) => start), text.length]
  const cuts = picks.map((pick) => boundaries[pick % boundaries.length] ?? 0)
  return { text, offsets: cuts.sort((a, b) => a - b) }
})

describe('corresponding offsets', () => {
  test('are as many, ascending, within the other text and never inside a character', () => {
    fc.assert(
      fc.property(cutText, anyText, ({ text, offsets }, other) => {
        const found = correspondingOffsets(text, other, offsets, words)
        expect(found).toHaveLength(offsets.length)
        expect(found).toEqual(found.toSorted((a, b) => a - b))
        for (const offset of found) {
          expect(offset).toBeGreaterThanOrEqual(0)
          expect(offset).toBeLessThanOrEqual(other.length)
          expect(isGraphemeBoundary(other, offset)).toBe(true)
        }
      }),
    )
  })

  test('are the same in the same text', () => {
    fc.assert(
      fc.property(cutText, ({ text, offsets }) => {
        expect(correspondingOffsets(text, text, offsets, words)).toEqual(offsets)
      }),
    )
  })

  test('keep to the ends of both texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        expect(correspondingOffset(text, other, text.length, words)).toBe(other.length)
      }),
    )
  })

  test('follow the words that both texts share', () => {
    const [current, machine] = ['สะพานใหม่ยาวมาก ประชาชนดีใจ', 'สะพานยาว ประชาชนดีใจ']
    const at = correspondingOffset(current, machine, current.indexOf(' '), words)
    expect(machine.slice(at)).toBe(' ประชาชนดีใจ')
  })
})
