import { endsLine } from './pieces.ts'
import type { Piece } from './pieces.ts'
import { WEIGHTS } from './weights.ts'

/** Target characters to a source character, over both whole texts; kept within what translation does. */
export function expectedRatio(source: readonly Piece[], target: readonly Piece[]): number {
  const total = (pieces: readonly Piece[]) => pieces.reduce((sum, piece) => sum + piece.length, 0)
  return Math.min(3, Math.max(0.3, (total(target) + USUAL) / (total(source) + USUAL)))
}

/** Characters of imagined text in a ratio of 1, so that a sentence left out of a short text does not pass for a terse translation. */
const USUAL = 200

/** What the length of a translation is expected to be. */
export interface ExpectedLength {
  /** Its logarithm, and how sharply others fall off. */
  readonly middle: number
  readonly sharpness: number
}

export const expectLength = (expected: number): ExpectedLength => ({
  middle: Math.log(expected + SMALLEST),
  sharpness: 1 / (2 * (WEIGHTS.lengthVariance + WEIGHTS.lengthVarianceShort / (expected + SMALLEST))),
})

/** How well a length fits (Gale & Church 1993, with the logarithm of the ratio, which is nearer to normal). */
export function lengthScore({ middle, sharpness }: ExpectedLength, actual: number): number {
  const apart = (actual < LOGARITHMS.length ? LOGARITHMS[actual]! : Math.log(actual + SMALLEST)) - middle
  return -apart * apart * sharpness
}

/** Added to lengths, so that the shortest ones do not look infinitely far apart. */
const SMALLEST = 4
const LOGARITHMS = Float64Array.from({ length: 2048 }, (_, length) => Math.log(length + SMALLEST))

/** What the gaps of the target say, piece by piece. */
export interface GapScores {
  /** The gap after the piece lies inside a bead. */
  readonly inside: Float64Array
  /** A bead ends at the gap after the piece, with a source sentence that does not end its line. */
  readonly sentenceEnd: Float64Array
  /** A bead ends there with the last sentence of a source line. */
  readonly lineEnd: Float64Array
}

export function targetGaps(source: readonly Piece[], target: readonly Piece[]): GapScores {
  const [sourceLines, targetLines] = [countLines(source), countLines(target)]
  const extra = targetLines > 1.5 * sourceLines ? 0 : WEIGHTS.lineExtra
  const missing = sourceLines > 1.5 * targetLines ? 0 : WEIGHTS.lineMissing
  const odds = ({ breakOdds }: Piece) => breakOdds * WEIGHTS.breakScale
  return {
    inside: Float64Array.from(target, (piece) =>
      endsLine(piece)
        ? piece.gap === 'line'
          ? -WEIGHTS.lineInside
          : -WEIGHTS.blankInside
        : logSigmoid(-odds(piece)),
    ),
    sentenceEnd: Float64Array.from(target, (piece) => (endsLine(piece) ? -extra : logSigmoid(odds(piece)))),
    lineEnd: Float64Array.from(target, (piece) => (endsLine(piece) ? 0 : logSigmoid(odds(piece)) - missing)),
  }
}

/** What the gaps of the source say: whether a bead ends at the gap after a piece, or goes on. A line is never left. */
export function sourceGaps(source: readonly Piece[]): { inside: Float64Array; end: Float64Array } {
  return {
    inside: Float64Array.from(source, (piece) =>
      piece.gap === 'space'
        ? logSigmoid(-piece.breakOdds)
        : piece.gap === 'mark'
          ? -WEIGHTS.merge
          : -Infinity,
    ),
    end: Float64Array.from(source, (piece) => (piece.gap === 'space' ? logSigmoid(piece.breakOdds) : 0)),
  }
}

const countLines = (pieces: readonly Piece[]): number => pieces.filter(endsLine).length

const logSigmoid = (odds: number): number => -Math.log1p(Math.exp(-odds))

/** Marks that a translation keeps: double quotes, brackets, question and exclamation marks. */
export const countMarks = (piece: Piece): number => piece.text.match(/["“”«»()]/g)?.length ?? 0
