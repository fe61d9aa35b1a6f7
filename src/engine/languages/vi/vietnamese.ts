import { normalizeWith } from '../../text/normalize.ts'
import { isSpacedBoundary, spacedWords } from '../../text/word-edges.ts'
import type { Language } from '../language.ts'
import { vietnameseConsonants } from './consonants.ts'
import { vietnameseQuantities } from './quantities.ts'
import { vietnameseSentences } from './sentences.ts'
import { foldVietnamese, vietnameseRepairs } from './spelling.ts'

export const vietnamese: Language = {
  tag: 'vi',
  script: 'Latin',
  unspaced: false,
  normalize: (text) => normalizeWith(vietnameseRepairs, text),
  searchKey,
  sentences: vietnameseSentences,
  words: spacedWords,
  isBoundary: isSpacedBoundary,
  hasOwnScript: (text) => /\p{Script=Latin}/u.test(text),
  consonants: vietnameseConsonants,
  quantities: vietnameseQuantities,
}

/** Bare letters: `Đặng` and `dang` are one. Look-alikes of đ count as d wherever they stand. */
function searchKey(text: string): string {
  const lower = normalizeWith(vietnameseRepairs, text).text.toLowerCase()
  return foldVietnamese(lower)
    .replace(/[\p{M}\u200D]/gu, '')
    .replace(/[ðɖ]/g, 'd')
    .normalize('NFC')
}
