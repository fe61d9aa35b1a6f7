import { normalizeWith } from '../../text/normalize.ts'
import type { Language } from '../language.ts'
import { thaiConsonants } from './consonants.ts'
import { thaiDictionary } from './dictionary.ts'
import { dropTones, thaiRepairs } from './marks.ts'
import { otherThaiForms } from './name-forms.ts'
import { thaiQuantities } from './quantities.ts'
import { thaiBreaks } from './sentence-breaks.ts'
import { readsAsThaiTerm } from './short-terms.ts'
import { isThaiBoundary, thaiWords } from './words.ts'

export const thai: Language = {
  tag: 'th',
  script: 'Thai',
  unspaced: true,
  normalize: (text) => normalizeWith(thaiRepairs, text),
  searchKey: (text) => repair(dropTones(repair(text.toLowerCase()))),
  sentences: () => null,
  unmarkedBreaks: thaiBreaks,
  words: thaiWords,
  dictionary: thaiDictionary,
  repetitionMark: 'ๆ',
  conjunctions: new Set(['และ', 'หรือ', 'กับ']),
  neverDoubled: new Set(
    'และ หรือ แต่ ใน โดย ซึ่ง จาก เพื่อ จึง สำหรับ เนื่องจาก ระหว่าง ตาม การ ความ เป็น คือ มี ให้ ว่า'.split(' '),
  ),
  isBoundary: isThaiBoundary,
  readsAsTerm: readsAsThaiTerm,
  otherForms: otherThaiForms,
  hasOwnScript: (text) => /\p{Script=Thai}/u.test(text),
  consonants: thaiConsonants,
  quantities: thaiQuantities,
}

const repair = (text: string): string => normalizeWith(thaiRepairs, text).text
