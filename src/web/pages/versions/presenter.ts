import { setImmediate } from 'node:timers/promises'
import {
  compareStretch,
  isChanged,
  pairPassages,
  type Compared,
  type Part,
  type Passage,
} from '../../../domain/comparison.ts'
import type { VersionPage, VersionSegment } from '../../../storage/screens/version-page.ts'
import { markParts } from './marked-parts.ts'

interface Choice {
  readonly show: 'changed' | 'all'
  /** What it is compared with; null to read it as it is. */
  readonly earlier: readonly Passage[] | null
  readonly page: number
}

/** Rows on one page; articles are shorter, books are not. */
const pageSize = 300

/** The segments of a version as rows with their differences; untouched neighbours are gathered so that they can be folded away. */
export async function presentSegments(found: VersionPage, { show, earlier, page }: Choice) {
  const { segments, marks, verdicts } = found
  const counts = {
    segments: segments.length,
    changedFromMachine: segments.filter(({ text, machineText }) => text !== machineText).length,
    accepted: verdicts.filter(({ verdict, isEarlier }) => verdict === 'accepted' && !isEarlier).length,
    sentBack: verdicts.filter(({ verdict, isEarlier }) => verdict === 'sent-back' && !isEarlier).length,
  }
  const start = (page - 1) * pageSize
  const compared = await compareOnPage(segments.map(toPassage), earlier, found.targetLanguage, {
    start,
    end: start + pageSize,
  })
  const numbers = new Map(marks.map(({ id }, index) => [id, index + 1]))
  const rows = segments
    .slice(start, start + pageSize)
    .map((segment, index) =>
      toRow(segment, start + index + 1, compared.bySegment.get(segment.segmentId) ?? null, found, numbers),
    )
  return {
    counts,
    changed: compared.changed,
    rows,
    groups: show === 'changed' && earlier ? gather(rows) : [{ folded: false, rows }],
    page,
    pages: Math.max(1, Math.ceil(segments.length / pageSize)),
  }
}

/** Compares what a page shows of two texts, and counts the segments that differ in all of them. */
export async function compareOnPage(
  now: readonly Passage[],
  earlier: readonly Passage[] | null,
  language: string,
  { start, end }: { start: number; end: number },
) {
  const bySegment = new Map<number, Compared>()
  let [changed, at] = [0, 0]
  for (const stretch of earlier ? pairPassages(now, earlier) : []) {
    const from = at
    at += stretch.now.length
    if (isChanged(stretch)) changed += stretch.now.length
    if (at <= start || from >= end) continue
    // A comparison takes some milliseconds; others are served between two of them.
    await setImmediate()
    for (const one of compareStretch(stretch, language)) bySegment.set(one.segmentId, one)
  }
  return { bySegment, changed }
}

const toPassage = ({ segmentId, unitId, text, targetAfter }: VersionSegment): Passage => ({
  segmentId,
  unitId,
  text,
  after: targetAfter,
})

const plain = (text: string): Part[] => (text === '' ? [] : [{ kind: 'same', text }])

function toRow(
  segment: VersionSegment,
  number: number,
  compared: Compared | null,
  { findings, dismissals, comments, marks, verdicts }: VersionPage,
  numbers: ReadonlyMap<number, number>,
) {
  const { segmentId } = segment
  const isOwn = (one: { segmentId: number | null }) => one.segmentId === segmentId
  const own = marks.filter(isOwn).map((mark) => ({ ...mark, number: numbers.get(mark.id) ?? 0 }))
  const side = (wanted: 'source' | 'target') => own.filter((mark) => mark.side === wanted)
  const verdict = verdicts.find(isOwn) ?? null
  return {
    ...segment,
    number,
    changed: compared?.isChanged ?? false,
    recut: compared?.isRecut === true || compared?.parts === null,
    source: markParts(plain(segment.sourceText), side('source')),
    target: markParts(compared?.parts ?? plain(segment.text), side('target')),
    marks: own.map((mark) => ({
      ...mark,
      quote: (mark.side === 'source' ? segment.sourceText : segment.text).slice(mark.start, mark.end),
    })),
    verdict: verdict?.isEarlier ? null : verdict,
    earlierVerdict: verdict?.isEarlier ? verdict : null,
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
    const said = row.findings.length + row.dismissals.length + row.comments.length + row.marks.length
    const folded = !row.changed && said === 0 && row.verdict?.verdict !== 'sent-back'
    const last = groups.at(-1)
    if (last?.folded === folded) last.rows.push(row)
    else groups.push({ folded, rows: [row] })
  }
  return groups
}
