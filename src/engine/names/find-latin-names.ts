import { buildPrefixTree } from '../text/prefix-tree.ts'
import { foldVietnamese } from '../languages/vi/spelling.ts'
import { foldCase } from '../text/fold-case.ts'
import type { NormalizedText } from '../text/normalize.ts'
import type { Span } from '../text/span.ts'
import type { NameMatch } from './find-names.ts'
import { nameKey } from './name-key.ts'

/** A name of the source that stands in Latin letters in the target. */
export interface LatinName {
  /** UTF-16, half-open, in the target as given. */
  readonly span: Span
  /** The first place in the source that has the name. */
  readonly name: NameMatch
}

/**
 * Where the target keeps names of the source in Latin letters, with their marks or without (đ as d), also in one word (`Hanoi`) or glued
 * to letters of its own script (`เขตThanh Ba`). A name in parentheses is an explanation of the rendering before it and no fault.
 */
export function findLatinNames(names: readonly NameMatch[], target: NormalizedText): readonly LatinName[] {
  if (names.length === 0 || !/\p{Lu}/u.test(target.text)) return []
  const byKey = new Map<string, NameMatch>()
  for (const name of names) {
    const key = fold(nameKey(name.text))
    for (const spelled of [key, key.replaceAll(' ', '')]) if (!byKey.has(spelled)) byKey.set(spelled, name)
  }
  const tree = buildPrefixTree([...byKey.keys()])
  const known = [...byKey.values()]
  const text = target.text
  const found: LatinName[] = []
  for (const { 0: run, index: offset } of text.matchAll(LATIN_RUN)) {
    const folded = fold(run)
    for (let at = 0; at < run.length; at++) {
      const match = tree
        .keysAt(folded, at)
        .findLast(({ end }) => standsAlone(text, offset + at, offset + end))
      if (!match) continue
      found.push({
        span: target.toOriginal({ start: offset + at, end: offset + match.end }),
        name: known[match.key]!,
      })
      at = match.end - 1
    }
  }
  return found
}

/** Latin words with spaces or hyphens between them, from the first capital. */
const LATIN_RUN = /\p{Lu}[\p{Script=Latin}\p{M}\s–-]*/gu

/** Unit for unit. */
const fold = (text: string): string => foldCase(foldVietnamese(text)).replace(/[–-]/g, ' ')

function standsAlone(text: string, start: number, end: number): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)]
  if (!/\p{Lu}/u.test(text.charAt(start))) return false
  if (LATIN.test(before) || LATIN_OR_MARK.test(after)) return false
  return !(before === '(' && after === ')')
}

const LATIN = /[\p{Script=Latin}\d]/u
const LATIN_OR_MARK = /[\p{Script=Latin}\p{Script=Inherited}\d]/u
