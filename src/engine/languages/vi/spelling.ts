import { composeCanonically, dropInvisible, plainSpaces, repairing } from '../../text/normalize.ts'
import type { RepairRule } from '../../text/normalize.ts'
import { withUsualIOrY } from './i-or-y.ts'

/** What Vietnamese spellings that look or read alike are folded to. Composition also folds the old tone marks U+0340 and U+0341. */
export const vietnameseRepairs: readonly RepairRule[] = [
  dropInvisible,
  plainSpaces,
  composeCanonically,
  repairing(/(?:[áàảãéèẻẽóòỏõ]\u0302|[áàảã]\u0306)/giu, putToneLast),
  repairing(/[dD][\u0335\u0336]/g, ([d]) => (d === 'd' ? 'đ' : 'Đ')),
  repairing(/(?<![\p{L}\p{M}])[ÐƉðɖ]\p{L}+/gu, mendLookalikeD),
  repairing(/(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![\p{L}\p{M}])/giu, (vowels) => moveTone(vowels, 0)),
  repairing(/[òóỏõọ]a(?=[cimnopty])|(?<=q)[ùúủũụ][aeiyo]/giu, (vowels) => moveTone(vowels, 1)),
  // The syllable first, then whether a letter stands before it: half the time the other way round takes.
  repairing(
    /(?:[hklmstv]|qu)[iyìíỉĩịỳýỷỹỵ](?![\p{L}\p{M}])(?<![\p{L}\p{M}](?:[hklmstv]|qu).)/giu,
    withUsualIOrY,
  ),
]

/**
 * The letters of a text without their marks, unit for unit: `Đặng` becomes `Dang`. Composed characters only, so normalize first;
 * the result has the same length, and an offset in it is an offset in the text.
 */
export function foldVietnamese(text: string): string {
  return text.replace(/[^\0-\x7F]/gu, (character) => {
    const known = folded.get(character)
    if (known !== undefined) return known
    const plain = character.normalize('NFD').replace(/(?<=.)\p{M}+$/su, '')
    const result = plain.length === character.length ? plain : character
    if (folded.size < 4096) folded.set(character, result)
    return result
  })
}

const folded = new Map([
  ['đ', 'd'],
  ['Đ', 'D'],
])

/** One written syllable after its initial: a group of vowels and at most one final. */
const RHYME = /^[aeiouy]{1,3}(?:ch|ng|nh|c|m|n|p|t)?$/i

/** Icelandic eth and African D are typed for Đ; Icelandic words never begin with eth, Vietnamese syllables do. */
function mendLookalikeD(word: string): string {
  if (!RHYME.test(foldVietnamese(word.slice(1)))) return word
  return (/[ÐƉ]/.test(word.charAt(0)) ? 'Đ' : 'đ') + word.slice(1)
}

/** A tone typed before the circumflex or the breve of its vowel: é and U+0302 are not canonically equivalent to ế. */
function putToneLast(vowel: string): string {
  const [letter = '', tone = '', shape = ''] = vowel.normalize('NFD')
  return (letter + shape + tone).normalize('NFC')
}

/**
 * The tone of an open oa, oe or uy sits on the first vowel (`hoà` → `hòa`: the older placement is what newsrooms write), that of a closed
 * oa on the second (`hòan` → `hoàn`), and u after q is no vowel (`qúy` → `quý`).
 */
function moveTone(vowels: string, to: 0 | 1): string {
  const tone = vowels.normalize('NFD').replace(/[^\u0300\u0301\u0303\u0309\u0323]/g, '')
  const [first = '', second = ''] = vowels.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
  return (to === 0 ? first + tone + second : first + second + tone).normalize('NFC')
}
