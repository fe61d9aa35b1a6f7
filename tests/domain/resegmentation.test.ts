import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refused } from '../../src/domain/errors.ts'
import {
  joinedTarget,
  merge,
  moveBreak,
  nextBreak,
  split,
  type Piece,
} from '../../src/domain/resegmentation.ts'
import { segmentStates } from '../../src/domain/segment.ts'
import { anyText } from '../support/any-text.ts'

const space = fc.constantFrom('', ' ', '\n\n', '\u00A0 ')
const text = fc.oneof(anyText, space)
const anyPiece: fc.Arbitrary<Piece> = fc.record({
  unitId: fc.constantFrom(1, 2),
  sourceText: text,
  sourceAfter: space,
  targetText: text,
  targetAfter: space,
  machineText: text,
  state: fc.constantFrom(...segmentStates),
})
const offset = fc.nat({ max: 60 })

const sourceOf = (pieces: readonly Piece[]) =>
  pieces.map((piece) => piece.sourceText + piece.sourceAfter).join('')
const targetOf = (pieces: readonly Piece[]) =>
  pieces.map((piece) => piece.targetText + piece.targetAfter).join('')
/** White space at the ends of machine texts follows the target's and is not kept apart. */
const machineOf = (pieces: readonly Piece[]) =>
  pieces.map(({ machineText }) => machineText.replace(/\s/g, '')).join('')

function expectSameTexts(before: readonly Piece[], after: readonly Piece[]): void {
  expect(sourceOf(after)).toBe(sourceOf(before))
  expect(targetOf(after)).toBe(targetOf(before))
  expect(machineOf(after)).toBe(machineOf(before))
}

/** What `work` gives, or nothing where the cut is refused. */
function unlessRefused<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}

describe('cutting a draft anew changes no text', () => {
  test('when two segments become one', () => {
    fc.assert(
      fc.property(anyPiece, anyPiece, (first, second) => {
        const merged = unlessRefused(() => merge(first, second))
        if (merged) expectSameTexts([first, second], [merged])
        else expect([first.unitId !== second.unitId, first.sourceText, second.sourceText]).not.toContain('')
      }),
    )
  })

  test('when one segment becomes two, wherever it is cut; each of them has something', () => {
    fc.assert(
      fc.property(anyPiece, offset, offset, offset, (piece, source, target, machine) => {
        const halves = unlessRefused(() => split(piece, { source, target, machine }))
        if (!halves) return
        expectSameTexts([piece], halves)
        for (const half of halves) expect(half.sourceText + half.targetText).not.toBe('')
      }),
    )
  })

  test('when a break moves, wherever to; the sources stay where they are', () => {
    fc.assert(
      fc.property(anyPiece, anyPiece, offset, offset, (first, second, target, machine) => {
        const moved = moveBreak(first, second, { target, machine })
        expectSameTexts([first, second], moved)
        expect(moved.map(({ sourceText }) => sourceText)).toEqual([first.sourceText, second.sourceText])
      }),
    )
  })

  test('when a split is merged again: the segment is what it was', () => {
    fc.assert(
      fc.property(anyPiece, offset, offset, offset, (piece, source, target, machine) => {
        const halves = unlessRefused(() => split(piece, { source, target, machine }))
        if (!halves) return
        const { sourceText, sourceAfter, targetText, targetAfter } = merge(...halves)
        expect({ sourceText, sourceAfter, targetText, targetAfter }).toEqual({
          sourceText: piece.sourceText,
          sourceAfter: piece.sourceAfter,
          targetText: piece.targetText,
          targetAfter: piece.targetAfter,
        })
      }),
    )
  })
})

describe('the next break', () => {
  const phrases = (whole: string) => whole.split(/\s+/).filter((phrase) => phrase !== '').length

  test('is one phrase away, and is missing only where there is no phrase', () => {
    fc.assert(
      fc.property(
        anyPiece,
        anyPiece,
        fc.constantFrom('left' as const, 'right' as const),
        (first, second, way) => {
          const { text: whole, at } = joinedTarget(first, second)
          const passed = (to: number) => whole.slice(Math.min(at, to), Math.max(at, to))
          const to = nextBreak(whole, at, way)
          if (to === null) expect(phrases(way === 'left' ? whole.slice(0, at) : whole.slice(at))).toBe(0)
          else expect(phrases(passed(to))).toBe(1)
        },
      ),
    )
  })

  test('is found in a long text without spaces', () => {
    const long = 'ก'.repeat(200_000)
    expect(nextBreak(`คำ ${long}`, long.length + 3, 'left')).toBe(2)
    expect(nextBreak(`${long} คำ`, 0, 'right')).toBe(long.length)
    expect(nextBreak(`${long} คำ`, long.length + 3, 'left')).toBe(long.length)
  })
})
