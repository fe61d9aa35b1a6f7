import { languageFor } from '../engine/languages/catalog.ts'
import { diffTexts, type Difference } from '../engine/text/diff.ts'

/** One segment of a version, as far as comparing needs it. */
export interface Passage {
  readonly segmentId: number
  readonly unitId: number
  readonly text: string
  /** White space between this text and the next within its unit. */
  readonly after: string
}

/** Segments of the newer version, in order, and what stood in their place. */
export interface Pair {
  readonly segmentIds: readonly number[]
  /** Null when nothing stood in their place. */
  readonly before: string | null
  readonly after: string
}

/**
 * Pairs the segments of a version with those of an earlier one. Segments that were cut differently in between have no partner
 * of their own: those of one unit are compared together. Every segment of `now` is in exactly one pair, in order.
 */
export function pairPassages(now: readonly Passage[], earlier: readonly Passage[]): Pair[] {
  const known = new Map(earlier.map((passage) => [passage.segmentId, passage]))
  const standing = new Set(now.map(({ segmentId }) => segmentId))
  const gone = byUnit(earlier.filter(({ segmentId }) => !standing.has(segmentId)))
  const fresh = byUnit(now.filter(({ segmentId }) => !known.has(segmentId)))
  return now.flatMap((passage): Pair[] => {
    const same = known.get(passage.segmentId)
    if (same) return [{ segmentIds: [passage.segmentId], before: same.text, after: passage.text }]
    const recut = fresh.get(passage.unitId) ?? []
    if (recut[0] !== passage) return []
    const replaced = gone.get(passage.unitId)
    return [
      {
        segmentIds: recut.map(({ segmentId }) => segmentId),
        before: replaced ? joined(replaced) : null,
        after: joined(recut),
      },
    ]
  })
}

function byUnit(passages: readonly Passage[]): Map<number, Passage[]> {
  const units = new Map<number, Passage[]>()
  for (const passage of passages) units.set(passage.unitId, [...(units.get(passage.unitId) ?? []), passage])
  return units
}

/** What changed between two texts of one language, word by word. */
export const differencesBetween = (before: string, after: string, language: string): Difference[] =>
  diffTexts(before, after, languageFor(language).words)

/** Texts of one unit as they read on the page. */
export const joined = (passages: readonly Pick<Passage, 'text' | 'after'>[]): string =>
  passages.map(({ text, after }, index) => (index === passages.length - 1 ? text : text + after)).join('')
