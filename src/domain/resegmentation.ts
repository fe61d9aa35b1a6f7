import { Refused } from './errors.ts'
import type { SegmentState } from './segment.ts'

/**
 * How a draft is cut into segments, changed without touching its text: for every function here the source texts with the
 * white space after them, joined, are the same before and after; so are the target texts, and so are the machine texts.
 */
export interface Piece {
  readonly unitId: number
  readonly sourceText: string
  readonly sourceAfter: string
  readonly targetText: string
  readonly targetAfter: string
  /** What the machine wrote here, cut at the corresponding place. */
  readonly machineText: string
  readonly state: SegmentState
}

/** Offsets into one segment's texts at which a cut falls. */
export interface Cut {
  readonly source: number
  readonly target: number
  readonly machine: number
}

/** Two neighbours become one. Texts of two different units stay apart. */
export function merge(first: Piece, second: Piece): Piece {
  if (first.unitId !== second.unitId && first.sourceText !== '' && second.sourceText !== '')
    throw new Refused('merge-across-units')
  return {
    unitId: first.sourceText === '' ? second.unitId : first.unitId,
    ...joinSource(first, second),
    ...joinTarget(first, second),
    machineText: join(first.machineText, first.targetAfter, second.machineText).text,
    state: lower(first.state, second.state),
  }
}

/** One segment becomes two. White space at the cut becomes the space between them. */
export function split(piece: Piece, cut: Cut): [Piece, Piece] {
  const source = cutText(piece.sourceText, cut.source)
  const target = cutText(piece.targetText, cut.target)
  const machine = cutText(piece.machineText, cut.machine)
  if ((source.left === '' && target.left === '') || (source.right === '' && target.right === ''))
    throw new Refused('split-leaves-nothing')
  const state = lower(piece.state, 'translated')
  return [
    {
      unitId: piece.unitId,
      sourceText: source.left,
      sourceAfter: source.right === '' ? piece.sourceAfter : source.between,
      targetText: target.left,
      targetAfter: target.right === '' ? piece.targetAfter : target.between,
      machineText: machine.left,
      state,
    },
    {
      unitId: piece.unitId,
      sourceText: source.right,
      sourceAfter: source.right === '' ? '' : piece.sourceAfter,
      targetText: target.right,
      targetAfter: target.right === '' ? '' : piece.targetAfter,
      machineText: machine.right,
      state,
    },
  ]
}

/** The target's break between two neighbours moves: the pair is read as one text and cut again at `cut`, the source stays. */
export function moveBreak(
  first: Piece,
  second: Piece,
  cut: { readonly target: number; readonly machine: number },
): [Piece, Piece] {
  const joined = joinTarget(first, second)
  const target = cutText(joined.targetText, cut.target)
  const machine = cutText(join(first.machineText, first.targetAfter, second.machineText).text, cut.machine)
  return [
    {
      ...first,
      targetText: target.left,
      targetAfter: target.left === '' ? '' : target.right === '' ? joined.targetAfter : target.between,
      machineText: machine.left,
      state: lower(first.state, 'translated'),
    },
    {
      ...second,
      targetText: target.right,
      targetAfter: target.right === '' ? '' : joined.targetAfter,
      machineText: machine.right,
      state: lower(second.state, 'translated'),
    },
  ]
}

/** The target text of two neighbours as one, and where the break stands in it. */
export function joinedTarget(first: Piece, second: Piece): { text: string; at: number } {
  return { text: joinTarget(first, second).targetText, at: first.targetText.length }
}

/**
 * Where the break falls when it moves by one phrase: phrases are what white space separates. Null when there is no phrase
 * on that side.
 */
export function nextBreak(text: string, at: number, direction: 'left' | 'right'): number | null {
  if (direction === 'right') {
    const match = /^\s*\S+/.exec(text.slice(at))
    return match ? at + match[0].length : null
  }
  const match = /\S+\s*$/.exec(text.slice(0, at))
  return match ? text.slice(0, match.index).trimEnd().length : null
}

/** Nothing is lost when a side is empty: the white space between stays with the text that follows, else goes after it. */
const join = (left: string, between: string, right: string) => {
  if (right === '') return { text: left, spare: between }
  return { text: left + between + right, spare: '' }
}

function joinSource(first: Piece, second: Piece) {
  const { text, spare } = join(first.sourceText, first.sourceAfter, second.sourceText)
  return {
    sourceText: text,
    sourceAfter: second.sourceText === '' ? spare + second.sourceAfter : second.sourceAfter,
  }
}

function joinTarget(first: Piece, second: Piece) {
  const { text, spare } = join(first.targetText, first.targetAfter, second.targetText)
  return {
    targetText: text,
    targetAfter: second.targetText === '' ? spare + second.targetAfter : second.targetAfter,
  }
}

function cutText(text: string, at: number): { left: string; between: string; right: string } {
  const left = text.slice(0, at).trimEnd()
  const right = text.slice(at).trimStart()
  if (left === '') return { left, between: '', right: text }
  if (right === '') return { left: text, between: '', right }
  return { left, between: text.slice(left.length, text.length - right.length), right }
}

const order: readonly SegmentState[] = ['initial', 'translated', 'reviewed', 'final']

/** Of two states the lower one: states go down by themselves, never up. */
export const lower = (a: SegmentState, b: SegmentState): SegmentState =>
  order.indexOf(a) < order.indexOf(b) ? a : b
