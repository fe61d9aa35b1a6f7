import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignArticle, joinBlocks, type AlignedArticle } from '../../src/domain/align-article.ts'
import { unitKinds } from '../../src/domain/article.ts'
import { languageFor } from '../../src/engine/languages/catalog.ts'
import { anyText } from '../support/any-text.ts'

const [vi, th] = [languageFor('vi'), languageFor('th')]
const block = fc.record({ kind: fc.constantFrom(...unitKinds), text: anyText })
const headed = fc
  .tuple(fc.array(block, { maxLength: 3 }), anyText, anyText)
  .map(([blocks, title, lead]) => [
    { kind: 'title' as const, text: title },
    { kind: 'lead' as const, text: lead },
    ...blocks,
  ])
const blocks = fc.oneof(fc.array(block, { maxLength: 4 }), headed)

const targetOf = ({ pieces }: AlignedArticle) =>
  pieces.map(({ targetText, targetAfter }) => targetText + targetAfter).join('')

describe('an aligned article', () => {
  test('has every character of its target once and in order, and every unit its own text, whatever they are', () => {
    fc.assert(
      fc.property(blocks, blocks, (source, target) => {
        const aligned = alignArticle(source, target, vi, th)
        if (aligned.pieces.length > 0) expect(targetOf(aligned)).toBe(joinBlocks(target))
        else expect([...source, ...target].some(({ text }) => text.trim() !== '')).toBe(false)
        aligned.units.forEach(({ sourceText }, unit) => {
          const own = aligned.pieces.filter((piece) => piece.unit === unit)
          expect(own.map((piece) => piece.sourceText + piece.sourceAfter).join('')).toBe(sourceText)
        })
      }),
    )
  })

  test('keeps its pieces in the order of its units, and leaves out blocks of the source that say nothing', () => {
    fc.assert(
      fc.property(blocks, blocks, (source, target) => {
        const { units, pieces } = alignArticle(source, target, vi, th)
        const order = pieces.map(({ unit }) => unit)
        expect(order).toEqual(order.toSorted((a, b) => a - b))
        for (const unit of order) expect(units[unit]).toBeDefined()
        const spoken = source.filter(({ text }) => text.trim() !== '')
        if (spoken.length > 0)
          expect(units.map(({ sourceText }) => sourceText)).toEqual(spoken.map(({ text }) => text))
        expect(
          pieces.every(({ sourceAfter, targetAfter }) => (sourceAfter + targetAfter).trim() === ''),
        ).toBe(true)
      }),
    )
  })

  test('gives a body without a source to the last unit there is', () => {
    const { pieces } = alignArticle(
      [{ kind: 'title', text: 'Cầu mới' }],
      [
        { kind: 'title', text: 'สะพานใหม่' },
        { kind: 'paragraph', text: 'ประชาชนดีใจ' },
      ],
      vi,
      th,
    )
    expect(pieces.map(({ unit, sourceText, targetText }) => [unit, sourceText, targetText])).toEqual([
      [0, 'Cầu mới', 'สะพานใหม่'],
      [0, '', 'ประชาชนดีใจ'],
    ])
  })

  test('has its title beside the title of the draft, however little they share', () => {
    const { pieces } = alignArticle(
      [
        { kind: 'title', text: 'Cầu' },
        { kind: 'paragraph', text: 'Năm 2024 có 12 người.' },
      ],
      [
        { kind: 'title', text: 'ปี 2567 มี 12 คน' },
        { kind: 'paragraph', text: 'ปี 2567 มี 12 คน' },
      ],
      vi,
      th,
    )
    expect(pieces.map(({ sourceText, targetText }) => [sourceText, targetText])).toEqual([
      ['Cầu', 'ปี 2567 มี 12 คน'],
      ['Năm 2024 có 12 người.', 'ปี 2567 มี 12 คน'],
    ])
  })
})
