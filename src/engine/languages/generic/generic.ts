import { composeCanonically, dropInvisible, normalizeWith, plainSpaces } from '../../text/normalize.ts'
import type { RepairRule } from '../../text/normalize.ts'
import { segmentInWindows } from '../../text/segmenter.ts'
import type { Span } from '../../text/span.ts'
import { isSpacedBoundary } from '../../text/word-edges.ts'
import { isGraphemeBoundary } from '../../text/graphemes.ts'
import type { Language } from '../language.ts'
import { vietnameseConsonants } from '../vi/consonants.ts'
import { genericQuantities } from './quantities.ts'

/** A pack for a language that the catalog does not know: what Unicode and ICU say about it, and nothing more. */
export function genericLanguage(tag: string): Language {
  const locale = localeFor(tag)
  const words = new Intl.Segmenter(locale, { granularity: 'word' })
  const sentences = new Intl.Segmenter(locale, { granularity: 'sentence' })
  const script = SCRIPT_NAMES[locale.script ?? 'Latn'] ?? locale.script ?? 'Latin'
  const unspaced = UNSPACED.has(script)
  const ownScript = new RegExp(`\\p{Script=${script}}`, 'u')
  return {
    tag,
    script,
    unspaced,
    normalize: (text) => normalizeWith(repairs, text),
    searchKey,
    sentences: (paragraph) => trimmed(paragraph, segmentInWindows(sentences, paragraph)),
    words: (paragraph) =>
      Array.from(segmentInWindows(words, paragraph), (piece) => piece)
        .filter((piece) => piece.isWordLike)
        .map(({ start, end }) => ({ start, end })),
    isBoundary: unspaced ? isGraphemeBoundary : isSpacedBoundary,
    hasOwnScript: (text) => ownScript.test(text),
    consonants: vietnameseConsonants,
    quantities: genericQuantities,
  }
}

const repairs: readonly RepairRule[] = [dropInvisible, plainSpaces, composeCanonically]

/** Scripts that a locale names by what is written with them rather than by their letters. */
const SCRIPT_NAMES: Readonly<Record<string, string>> = {
  Latn: 'Latin',
  Hans: 'Han',
  Hant: 'Han',
  Jpan: 'Han',
  Kore: 'Hangul',
}

const UNSPACED = new Set(['Thai', 'Laoo', 'Khmr', 'Mymr', 'Han', 'Tibt'])

function localeFor(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag).maximize()
  } catch {
    return new Intl.Locale('und-Latn')
  }
}

function searchKey(text: string): string {
  const lower = normalizeWith(repairs, text).text.toLowerCase()
  return lower
    .replace(/\P{M}\p{M}{0,32}/gu, (cluster) => cluster.normalize('NFD'))
    .replace(/[\p{M}\u200D]/gu, '')
    .normalize('NFC')
}

/** The pieces without the white space at their ends; a piece of nothing else is left out. */
function trimmed(text: string, pieces: Iterable<Span>): Span[] {
  return Array.from(pieces, ({ start, end }) => {
    const piece = text.slice(start, end)
    return { start: end - piece.trimStart().length, end: start + piece.trimEnd().length }
  }).filter(({ start, end }) => start < end)
}
