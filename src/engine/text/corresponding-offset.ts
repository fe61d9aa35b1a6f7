import { diffTexts } from './diff.ts'
import type { Span } from './span.ts'

/**
 * For offsets in `text` (UTF-16, ascending), the offsets that stand at the same places in `other`: exact inside what both share, else
 * the start of what replaced it. Never inside a grapheme, since the comparison cuts none.
 */
export function correspondingOffsets(
  text: string,
  other: string,
  offsets: readonly number[],
  words: (text: string) => readonly Span[],
): number[] {
  if (text === other) return [...offsets]
  const found: number[] = []
  let here = 0
  let there = 0
  for (const part of diffTexts(text, other, words)) {
    if (part.kind === 'added') {
      there += part.text.length
      continue
    }
    for (
      let offset = offsets[found.length];
      offset !== undefined && offset < here + part.text.length;
      offset = offsets[found.length]
    )
      found.push(part.kind === 'same' ? there + (offset - here) : there)
    here += part.text.length
    if (part.kind === 'same') there += part.text.length
  }
  while (found.length < offsets.length) found.push(other.length)
  return found
}

/** `correspondingOffsets` for one offset. */
export const correspondingOffset = (
  text: string,
  other: string,
  offset: number,
  words: (text: string) => readonly Span[],
): number => correspondingOffsets(text, other, [offset], words)[0] ?? other.length
