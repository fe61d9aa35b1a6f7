import { normalizeWith } from '../../text/normalize.ts'
import type { Language } from '../language.ts'
import { thaiConsonants } from './consonants.ts'
import { dropTones, thaiRepairs } from './marks.ts'
import { thaiQuantities } from './quantities.ts'
import { thaiSentenceBreak } from './sentence-breaks.ts'
import { isThaiBoundary, thaiWords } from './words.ts'

export const thai: Language = {
  tag: 'th',
  script: 'Thai',
  unspaced: true,
  normalize: (text) => normalizeWith(thaiRepairs, text),
  searchKey: (text) => repair(dropTones(repair(text.toLowerCase()))),
  sentences: () => null,
  sentenceBreak: thaiSentenceBreak,
  words: thaiWords,
  isBoundary: isThaiBoundary,
  hasOwnScript: (text) => /\p{Script=Thai}/u.test(text),
  consonants: thaiConsonants,
  quantities: thaiQuantities,
}

const repair = (text: string): string => normalizeWith(thaiRepairs, text).text
