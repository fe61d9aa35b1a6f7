import type { NormalizedText } from '../text/normalize.ts'
import { slice, type Span } from '../text/span.ts'

/** Repaired Thai without the single spaces and hyphens between its letters, which machines also set inside words and names. */
export interface JoinedThai {
  readonly text: string
  /** Was something taken out right before the character at this offset? */
  isBroken(offset: number): boolean
  /** How many such places lie inside a range, its ends not counted. */
  breaksIn(start: number, end: number): number
  /** What the normalized text has there, with what was taken out. */
  written(span: Span): string
  /** In the text as given. */
  toOriginal(span: Span): Span
}

export function joinThai(target: NormalizedText): JoinedThai {
  const parts: string[] = []
  /** Where something was taken out: offset in the joined text, and how much has been taken out up to there. */
  const cuts: { readonly at: number; readonly removed: number }[] = []
  let from = 0
  let removed = 0
  for (const { 0: gap, index } of target.text.matchAll(GAP)) {
    parts.push(target.text.slice(from, index))
    from = index + gap.length
    removed += gap.length
    cuts.push({ at: from - removed, removed })
  }
  parts.push(target.text.slice(from))
  const text = parts.join('')

  /** Of every offset, how many cuts lie at or before it. */
  const upTo = new Uint32Array(text.length + 1)
  let passed = 0
  for (let offset = 0; offset <= text.length; offset++) {
    while (passed < cuts.length && cuts[passed]!.at <= offset) passed++
    upTo[offset] = passed
  }
  const before = (offset: number): number => offset + (cuts[upTo[offset]! - 1]?.removed ?? 0)
  const inTarget = ({ start, end }: Span): Span => ({
    start: before(start),
    end: end > start ? before(end - 1) + 1 : before(start),
  })
  return {
    text,
    isBroken: (offset) => cuts[upTo[offset]! - 1]?.at === offset,
    breaksIn: (start, end) => (end > start ? upTo[end - 1]! - upTo[start]! : 0),
    written: (span) => slice(target.text, inTarget(span)),
    toOriginal: (span) => target.toOriginal(inTarget(span)),
  }
}

const GAP = /(?<=[ก-ฺเ-ๅ็-๎])(?:[ \u00A0]|[ \u00A0]?[-–][ \u00A0]?)(?=[ก-ฮเ-ไ็-๎ะ-ฺ])/g
