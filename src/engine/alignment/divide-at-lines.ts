import type { Step } from './lattice.ts'
import { endsLine } from './pieces.ts'
import type { Piece } from './pieces.ts'

/**
 * Beads keep to one source line. Where the translations of two lines are glued together, a step that took both is divided at the space of
 * its target nearest to where their lengths let the second one begin: neither line was left out, though some words stand beside the
 * wrong one. A target without any space stays with the longer line.
 */
export const divideAtLines = (
  path: readonly Step[],
  source: readonly Piece[],
  target: readonly Piece[],
): Step[] =>
  path.flatMap(({ i, di, j, dj }) => {
    const lines = source.slice(i, i + di)
    const first = lines.findIndex(endsLine) + 1
    if (first === 0 || first === di) return [{ i, di, j, dj }]
    const taken = piecesOfFirst(
      share(lines, first),
      target.slice(j, j + dj).map(({ length }) => length),
    )
    return [
      { i, di: first, j, dj: taken },
      { i: i + first, di: di - first, j: j + taken, dj: dj - taken },
    ]
  })

const sum = (lengths: readonly number[]): number => lengths.reduce((all, length) => all + length, 0)

const share = (pieces: readonly Piece[], first: number): number => {
  const lengths = pieces.map(({ length }) => length)
  return sum(lengths.slice(0, first)) / sum(lengths)
}

function piecesOfFirst(wanted: number, lengths: readonly number[]): number {
  if (lengths.length === 1) return Math.round(wanted)
  const middle = wanted * sum(lengths)
  let taken = 1
  let done = lengths[0]!
  while (taken < lengths.length - 1 && done + lengths[taken]! / 2 < middle) done += lengths[taken++]!
  return taken
}
