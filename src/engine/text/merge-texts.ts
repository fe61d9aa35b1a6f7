import { diffTexts } from './diff.ts'
import { isGraphemeBoundary } from './graphemes.ts'
import type { Span } from './span.ts'

/**
 * Two people's changes of one text, made into one: a three-way merge (Khanna, Kunal and Pierce, "A formal investigation of diff3",
 * 2007) over the words that `diffTexts` compares. Null when the changes overlap or touch, or where joining them would make one
 * character as read of two: then only a person can tell what is meant. The same change made by both is made once. Symmetric in
 * `mine` and `theirs`.
 */
export function mergeTexts(
  base: string,
  mine: string,
  theirs: string,
  words: (text: string) => readonly Span[],
): string | null {
  const changes = [...changesOf(base, mine, words), ...changesOf(base, theirs, words)].sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.text < b.text ? -1 : 1),
  )
  let merged = ''
  const seams: number[] = []
  let done = 0
  let last: Change | null = null
  for (const change of changes) {
    if (last && isSame(last, change)) continue
    if (last && change.start <= last.end) return null
    merged += base.slice(done, change.start)
    seams.push(merged.length)
    merged += change.text
    seams.push(merged.length)
    done = change.end
    last = change
  }
  merged += base.slice(done)
  return seams.every((seam) => isGraphemeBoundary(merged, seam)) ? merged : null
}

/** A span of the base, and what stands there instead. */
interface Change extends Span {
  readonly text: string
}

const isSame = (a: Change, b: Change) => a.start === b.start && a.end === b.end && a.text === b.text

function changesOf(base: string, text: string, words: (text: string) => readonly Span[]): Change[] {
  const changes: Change[] = []
  let at = 0
  let open: { start: number; end: number; text: string } | null = null
  for (const part of diffTexts(base, text, words)) {
    if (part.kind === 'same') {
      at += part.text.length
      open = null
      continue
    }
    if (!open) changes.push((open = { start: at, end: at, text: '' }))
    if (part.kind === 'added') open.text += part.text
    else open.end = at += part.text.length
  }
  return changes
}
