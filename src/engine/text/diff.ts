import { diffArrays } from 'diff'
import { graphemes } from './graphemes.ts'
import type { Span } from './span.ts'

/** A stretch of a comparison. `same` and `removed` join to the old text, `same` and `added` to the new one. */
export interface Difference {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Past this many changed words, comparing costs more than it tells: the middle is shown as replaced. */
const MAX_CHANGED_TOKENS = 600

/**
 * Compares two texts word by word (Myers 1986, through `diff`). `words` gives the words of a text as a hint; what lies between them
 * is compared grapheme by grapheme, and no grapheme is ever cut. Short sameness between longer changes is folded into them,
 * so that a rewritten phrase reads as one.
 */
export function diffTexts(
  before: string,
  after: string,
  words: (text: string) => readonly Span[],
): Difference[] {
  const old = tokens(before, words(before))
  const young = tokens(after, words(after))
  const head = countShared(old, young)
  const tail = countShared(old.slice(head).reverse(), young.slice(head).reverse())
  const oldMiddle = old.slice(head, old.length - tail)
  const youngMiddle = young.slice(head, young.length - tail)
  const blocks = [
    { same: old.slice(0, head).join(''), removed: '', added: '' },
    ...changeBlocks(oldMiddle, youngMiddle),
    { same: old.slice(old.length - tail).join(''), removed: '', added: '' },
  ]
  return foldIslands(blocks).flatMap(({ same, removed, added }): Difference[] =>
    [
      { kind: 'same' as const, text: same },
      { kind: 'removed' as const, text: removed },
      { kind: 'added' as const, text: added },
    ].filter((part) => part.text !== ''),
  )
}

/** Sameness followed by what was replaced after it. */
interface Block {
  same: string
  removed: string
  added: string
}

/** Words, and single graphemes between them; word edges inside a grapheme are not used. */
function tokens(text: string, words: readonly Span[]): string[] {
  const edges = new Set(words.flatMap((word) => [word.start, word.end]))
  const inWord = (offset: number) => {
    while (next < words.length && (words[next]?.end ?? 0) <= offset) next++
    return (words[next]?.start ?? Infinity) <= offset
  }
  let next = 0
  const cuts: number[] = []
  for (const { start } of graphemes(text)) if (edges.has(start) || !inWord(start)) cuts.push(start)
  return cuts.map((cut, i) => text.slice(i === 0 ? 0 : cut, cuts[i + 1] ?? text.length))
}

function countShared(a: readonly string[], b: readonly string[]): number {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count++
  return count
}

function changeBlocks(old: string[], young: string[]): Block[] {
  const changes = diffArrays(old, young, { maxEditLength: MAX_CHANGED_TOKENS })
  if (changes === undefined) return [{ same: '', removed: old.join(''), added: young.join('') }]
  const blocks: Block[] = []
  let block: Block = { same: '', removed: '', added: '' }
  for (const { value, added, removed } of changes) {
    const text = value.join('')
    if (added) block.added += text
    else if (removed) block.removed += text
    else {
      blocks.push(block)
      block = { same: text, removed: '', added: '' }
    }
  }
  return [...blocks, block]
}

/** An island is worth less than it costs when it is shorter than the change on either side (after Fraser's semantic clean-up). */
function foldIslands(blocks: readonly Block[]): Block[] {
  const kept: Block[] = []
  for (const given of blocks) {
    let block = given
    for (let last = kept.at(-1); last && isIsland(last, block); last = kept.at(-1)) {
      kept.pop()
      block = {
        same: last.same,
        removed: last.removed + block.same + block.removed,
        added: last.added + block.same + block.added,
      }
    }
    kept.push(block)
  }
  return kept
}

/** Longest sameness, in UTF-16 units, that may be folded away: about two Thai words. */
const LONGEST_ISLAND = 8

function isIsland(before: Block, { same, removed, added }: Block): boolean {
  const changedBefore = Math.max(before.removed.length, before.added.length)
  const changedAfter = Math.max(removed.length, added.length)
  if (same === '') return true
  if (changedBefore === 0 || changedAfter === 0) return false
  if (!/[\p{L}\p{N}]/u.test(same)) return !same.includes('\n')
  return same.length <= LONGEST_ISLAND && same.length < changedBefore && same.length < changedAfter
}
