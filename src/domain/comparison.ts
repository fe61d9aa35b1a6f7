import { languageFor } from '../engine/languages/catalog.ts'
import { correspondingOffsets } from '../engine/text/corresponding-offset.ts'
import { diffTexts, type Difference } from '../engine/text/diff.ts'
import { isGraphemeBoundary } from '../engine/text/graphemes.ts'
import type { Span } from '../engine/text/span.ts'

/** One segment of a version, as far as comparing needs it. */
export interface Passage {
  readonly segmentId: number
  readonly unitId: number
  readonly text: string
  /** White space between this text and the next within its unit. */
  readonly after: string
}

/** What became of a break between two segments, at the place where it stands or stood. */
export type BreakChange = 'split' | 'merged' | 'moved-here' | 'moved-away'

/** `same` and `added` parts join to the text as it is now, with the white space after it; a break is no text. */
export type Part = Difference | { readonly kind: 'break'; readonly change: BreakChange; readonly text: '' }

/** A segment with what it has in place of what stood there. */
export interface Compared {
  readonly segmentId: number
  /** Null when nothing stood in its place. */
  readonly parts: readonly Part[] | null
  readonly isChanged: boolean
  readonly isRecut: boolean
}

/** Segments, and what stood in their place: one and one where nothing was cut. */
export interface Stretch {
  readonly now: readonly Passage[]
  readonly earlier: readonly Passage[]
}

/** Texts of one unit as they read on the page. */
export const joined = (passages: readonly Pick<Passage, 'text' | 'after'>[]): string =>
  passages.map(({ text, after }, index) => (index === passages.length - 1 ? text : text + after)).join('')

/**
 * Pairs the segments of a text with those of an earlier one: each with itself, and neighbours that were cut differently together. Every
 * segment of `now` is in one stretch, in order; what went and left nothing is told with the next that stands.
 */
export function pairPassages(now: readonly Passage[], earlier: readonly Passage[]): Stretch[] {
  const places = new Map(earlier.map(({ segmentId }, at) => [segmentId, at]))
  const found: Stretch[] = []
  let fresh: Passage[] = []
  let done = 0
  for (const passage of now) {
    const at = places.get(passage.segmentId) ?? -1
    if (at < done) {
      fresh.push(passage)
      continue
    }
    const gone = earlier.slice(done, at)
    const isSuccessor = gone.length > 0 && fresh.length === 0
    if (fresh.length > 0) found.push({ now: fresh, earlier: gone })
    found.push({ now: [passage], earlier: earlier.slice(isSuccessor ? done : at, at + 1) })
    fresh = []
    done = at + 1
  }
  const rest = earlier.slice(done)
  if (fresh.length > 0) found.push({ now: fresh, earlier: rest })
  else if (rest.length > 0) {
    const last = found.pop()
    if (last) found.push({ now: last.now, earlier: [...last.earlier, ...rest] })
  }
  return found
}

/** True when a person would see a difference. */
export const isChanged = ({ now, earlier }: Stretch): boolean =>
  now.length !== earlier.length || now.some(({ text }, at) => text !== earlier[at]?.text)

/**
 * Compares a stretch as one text, word by word, so that a moved break is seen as that, and not as words that went and came; then gives
 * each segment its parts. No part begins inside a grapheme of the texts.
 */
export function compareStretch({ now, earlier }: Stretch, language: string): Compared[] {
  const { words } = languageFor(language)
  if (earlier.length === 0)
    return now.map(({ segmentId }) => ({ segmentId, parts: null, isChanged: true, isRecut: false }))
  const [before, after] = [join(earlier), join(now)]
  const differences = diffTexts(before.text, after.text, words)
  const breaks =
    before.breaks.length + after.breaks.length === 0 ? [] : changedBreaks(before, after, differences, words)
  const starts = [0, ...after.breaks]
  const lists = now.map((): Part[] => [])
  /** The segment that a place of the new text is in. */
  const rowAt = (offset: number) =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= offset),
    )
  const pending = breaks.sort((a, b) => a.offset - b.offset)
  let at = 0
  const tellBreaks = (upTo: number) => {
    for (let next = pending[0]; next && next.offset <= upTo; next = pending[0]) {
      lists[rowAt(Math.max(0, next.offset - 1))]?.push({ kind: 'break', change: next.change, text: '' })
      pending.shift()
    }
  }
  for (const [index, part] of differences.entries()) {
    if (part.kind === 'removed') {
      const isReplaced = differences[index + 1]?.kind === 'added'
      if (!isReplaced) tellBreaks(at)
      lists[rowAt(isReplaced ? at : Math.max(0, at - 1))]?.push(part)
      continue
    }
    const end = at + part.text.length
    const cuts = [...starts, ...pending.map(({ offset }) => offset), end]
      .filter((cut) => cut > at && cut <= end)
      .sort((a, b) => a - b)
    let from = at
    tellBreaks(from)
    for (const cut of new Set(cuts)) {
      lists[rowAt(from)]?.push({ kind: part.kind, text: part.text.slice(from - at, cut - at) })
      from = cut
      if (cut < end) tellBreaks(cut)
    }
    at = end
  }
  tellBreaks(after.text.length)
  return now.map(({ segmentId }, index) => {
    const parts = lists[index] ?? []
    return {
      segmentId,
      parts,
      isChanged: parts.some(({ kind }) => kind !== 'same'),
      isRecut: now.length > 1 || earlier.length > 1,
    }
  })
}

interface Joined {
  readonly text: string
  /** Where the second segment begins, and each after it. */
  readonly breaks: readonly number[]
}

function join(passages: readonly Passage[]): Joined {
  let text = ''
  const breaks: number[] = []
  for (const [index, passage] of passages.entries()) {
    if (index > 0) breaks.push(text.length)
    const next = passages[index + 1]
    text += passage.text
    if (next) text += next.unitId === passage.unitId ? passage.after : '\n'
  }
  return { text, breaks }
}

interface ChangedBreak {
  /** In the new text. */
  readonly offset: number
  readonly change: BreakChange
}

function changedBreaks(
  before: Joined,
  after: Joined,
  differences: readonly Difference[],
  words: (text: string) => readonly Span[],
): ChangedBreak[] {
  const stood = correspondingOffsets(before.text, after.text, before.breaks, words)
  const rewritten = addedSpans(differences)
  // A break beside words that were rewritten is the same break.
  const isKept = (old: number, place: number) =>
    after.text.slice(Math.min(old, place), Math.max(old, place)).trim() === '' ||
    rewritten.some(({ start, end }) => start <= old && old <= end && start <= place && place <= end)
  const fresh = new Set(after.breaks)
  const gone: number[] = []
  const kept: number[] = []
  for (const old of stood) {
    const same = [...fresh].find((place) => isKept(old, place))
    if (same === undefined) gone.push(old)
    else {
      fresh.delete(same)
      kept.push(same)
    }
  }
  const changes: ChangedBreak[] = []
  for (const old of gone) {
    const isBetween = (other: number, place: number) =>
      Math.min(old, place) < other && other < Math.max(old, place)
    const moved = [...fresh]
      .filter((place) => !kept.some((other) => isBetween(other, place)))
      .sort((a, b) => Math.abs(a - old) - Math.abs(b - old))[0]
    if (moved === undefined) changes.push({ offset: old, change: 'merged' })
    else {
      fresh.delete(moved)
      changes.push({ offset: old, change: 'moved-away' }, { offset: moved, change: 'moved-here' })
    }
  }
  for (const place of fresh) changes.push({ offset: place, change: 'split' })
  return changes.map(({ offset, change }) => ({ offset: boundaryBefore(after.text, offset), change }))
}

function addedSpans(differences: readonly Difference[]): Span[] {
  const spans: Span[] = []
  let at = 0
  for (const { kind, text } of differences) {
    if (kind === 'added') spans.push({ start: at, end: at + text.length })
    if (kind !== 'removed') at += text.length
  }
  return spans
}

function boundaryBefore(text: string, offset: number): number {
  while (!isGraphemeBoundary(text, offset)) offset--
  return offset
}
