import { normalizeWith } from '../../text/normalize.ts'
import { isSpacedBoundary, spacedWords } from '../../text/word-edges.ts'
import type { Language } from '../language.ts'
import { vietnameseConsonants } from './consonants.ts'
import { vietnameseQuantities } from './quantities.ts'
import { vietnameseBreaks } from './sentence-breaks.ts'
import { vietnameseSentences } from './sentences.ts'
import { isSmallWeekday, readsAsVietnameseTerm } from './homographs.ts'
import { foldVietnamese, vietnameseRepairs } from './spelling.ts'

export const vietnamese: Language = {
  tag: 'vi',
  script: 'Latin',
  unspaced: false,
  normalize: (text) => normalizeWith(vietnameseRepairs, text),
  searchKey,
  sentences: vietnameseSentences,
  unmarkedBreaks: vietnameseBreaks,
  words: spacedWords,
  conjunctions: new Set(['và', 'hoặc', 'hay', 'với']),
  isBoundary: isSpacedBoundary,
  readsAsTerm: readsAsVietnameseTerm,
  isNameInSmallLetters: isSmallWeekday,
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
