import { Refused } from './errors.ts'
import { lower, stateOfNewText, type SegmentState } from './segment.ts'

/**
 * How a draft is cut into segments, changed without touching its text: for every function here the source texts with the
 * white space after them, joined, are the same before and after, and so are the target texts. The machine texts are the same but for
 * white space at their ends, which follows the target's.
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
  const source = join(first.sourceText, first.sourceAfter, second.sourceText, second.sourceAfter)
  const target = joinTargets(first, second)
  return {
    unitId: first.sourceText === '' ? second.unitId : first.unitId,
    sourceText: source.text,
    sourceAfter: source.after,
    targetText: target.text,
    targetAfter: target.after,
    machineText: joinedMachineText(first, second),
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
  const [sourceAfter, lastSourceAfter] = spaces(source, piece.sourceAfter)
  const [targetAfter, lastTargetAfter] = spaces(target, piece.targetAfter)
  const { unitId } = piece
  const state = stateOfNewText(piece.state)
  return [
    {
      unitId,
      state,
      sourceText: source.left,
      sourceAfter,
      targetText: target.left,
      targetAfter,
      machineText: machine.left,
    },
    {
      unitId,
      state,
      sourceText: source.right,
      sourceAfter: lastSourceAfter,
      targetText: target.right,
      targetAfter: lastTargetAfter,
      machineText: machine.right,
    },
  ]
}

/** The target's break between two neighbours moves: the pair is read as one text and cut again at `cut`, the source stays. */
export function moveBreak(
  first: Piece,
  second: Piece,
  cut: { readonly target: number; readonly machine: number },
): [Piece, Piece] {
  const joined = joinTargets(first, second)
  const target = cutText(joined.text, cut.target)
  const machine = cutText(joinedMachineText(first, second), cut.machine)
  const [targetAfter, lastTargetAfter] = spaces(target, joined.after)
  return [
    {
      ...first,
      targetText: target.left,
      targetAfter,
      machineText: machine.left,
      state: stateOfNewText(first.state),
    },
    {
      ...second,
      targetText: target.right,
      targetAfter: lastTargetAfter,
      machineText: machine.right,
      state: stateOfNewText(second.state),
    },
  ]
}

/** The target text of two neighbours as one, and where the break stands in it. */
export function joinedTarget(first: Piece, second: Piece): { text: string; at: number } {
  return { text: joinTargets(first, second).text, at: first.targetText.length }
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
  // Not by a pattern: from the end of a text, `\S+\s*$` takes quadratic time.
  const head = text.slice(0, at).trimEnd()
  let start = head.length
  while (start > 0 && !/\s/.test(head.charAt(start - 1))) start--
  return head === '' ? null : head.slice(0, start).trimEnd().length
}

/** Nothing is lost when a side is empty: the white space between goes before the text that follows, else after all. */
const join = (first: string, between: string, second: string, after: string) =>
  second === '' ? { text: first, after: between + after } : { text: first + between + second, after }

const joinTargets = (first: Piece, second: Piece) =>
  join(first.targetText, first.targetAfter, second.targetText, second.targetAfter)

/** The machine's text of two neighbours as one, with the target's white space between. */
const joinedMachineText = (first: Piece, second: Piece): string =>
  join(first.machineText, first.targetAfter, second.machineText, '').text

interface CutText {
  readonly left: string
  readonly between: string
  readonly right: string
}

/** White space at the cut is between; where one side has nothing else, it stays with the other. */
function cutText(text: string, at: number): CutText {
  const left = text.slice(0, at).trimEnd()
  const right = text.slice(at).trimStart()
  if (left === '') return { left, between: '', right: text }
  if (right === '') return { left: text, between: '', right }
  return { left, between: text.slice(left.length, text.length - right.length), right }
}

/** What follows each half of a text that `after` followed. */
const spaces = ({ between, right }: CutText, after: string): [string, string] =>
  right === '' ? [after, ''] : [between, after]
