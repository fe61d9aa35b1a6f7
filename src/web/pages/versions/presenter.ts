import { setImmediate } from 'node:timers/promises'
import { differencesBetween, joined, pairPassages, type Pair } from '../../../domain/comparison.ts'
import type { VersionPage, VersionSegment } from '../../../storage/screens/version-page.ts'

interface Choice {
  readonly show: 'changed' | 'all'
  readonly against: 'machine' | 'previous' | 'none'
  /** The version compared with, when that is the choice. */
  readonly earlier: readonly VersionSegment[] | null
  readonly page: number
}

/** Rows on one page; articles are shorter, books are not. */
const pageSize = 300

/** The segments of a version as rows with their differences; untouched neighbours are gathered so that they can be folded away. */
export async function presentSegments(found: VersionPage, choice: Choice) {
  const segments = new Map(found.segments.map((segment) => [segment.segmentId, segment]))
  const pairs = pairsOf(found.segments, choice)
  const counts = {
    segments: found.segments.length,
    changedFromMachine: found.segments.filter(({ text, machineText }) => text !== machineText).length,
    writers: new Set(found.segments.flatMap(({ writers }) => writers)).size,
  }
  const rows: Awaited<ReturnType<typeof toRow>>[] = []
  const start = (choice.page - 1) * pageSize
  for (const [index, pair] of pairs.slice(start, start + pageSize).entries()) {
    // A comparison takes some milliseconds; others are served between two of them.
    await setImmediate()
    rows.push(toRow(pair, start + index + 1, segments, found))
  }
  return {
    counts,
    changed: pairs.filter(isChanged).length,
    groups: choice.show === 'changed' && choice.against !== 'none' ? gather(rows) : [{ folded: false, rows }],
    page: choice.page,
    pages: Math.max(1, Math.ceil(pairs.length / pageSize)),
  }
}

function pairsOf(segments: readonly VersionSegment[], { against, earlier }: Choice): Pair[] {
  if (against === 'previous' && earlier) return pairPassages(segments.map(toPassage), earlier.map(toPassage))
  return segments.map(({ segmentId, text, machineText }) => ({
    segmentIds: [segmentId],
    before: against === 'machine' ? machineText : text,
    after: text,
  }))
}

const toPassage = ({ segmentId, unitId, text, targetAfter }: VersionSegment) => ({
  segmentId,
  unitId,
  text,
  after: targetAfter,
})

const isChanged = ({ before, after }: Pair) => before !== after

function toRow(
  pair: Pair,
  number: number,
  segments: ReadonlyMap<number, VersionSegment>,
  { targetLanguage, findings, dismissals, comments }: VersionPage,
) {
  const own = pair.segmentIds.map((id) => segments.get(id)).filter((segment) => segment !== undefined)
  const isOwn = ({ segmentId }: { segmentId: number | null }) =>
    segmentId !== null && pair.segmentIds.includes(segmentId)
  return {
    number,
    segmentId: pair.segmentIds[0] ?? 0,
    kind: own[0]?.kind ?? 'paragraph',
    source: joined(own.map(({ sourceText, sourceAfter }) => ({ text: sourceText, after: sourceAfter }))),
    text: pair.after,
    changed: isChanged(pair),
    /** Null when there is nothing to compare with. */
    differences:
      pair.before === null || !isChanged(pair)
        ? null
        : differencesBetween(pair.before, pair.after, targetLanguage),
    recut: pair.segmentIds.length > 1 || pair.before === null,
    writers: [...new Set(own.flatMap(({ writers }) => writers))],
    movedOn: own.some(({ movedOn }) => movedOn),
    findings: findings.filter(isOwn),
    dismissals: dismissals.filter(isOwn),
    comments: comments.filter(isOwn),
  }
}

type Row = ReturnType<typeof toRow>

/** Neighbours with nothing to look at go into one fold. */
function gather(rows: readonly Row[]): { folded: boolean; rows: Row[] }[] {
  const groups: { folded: boolean; rows: Row[] }[] = []
  for (const row of rows) {
    const folded = !row.changed && row.findings.length + row.dismissals.length + row.comments.length === 0
    const last = groups.at(-1)
    if (last?.folded === folded) last.rows.push(row)
    else groups.push({ folded, rows: [row] })
  }
  return groups
}
