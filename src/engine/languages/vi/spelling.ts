import { composeCanonically, dropInvisible, repairing } from '../../text/normalize.ts'
import type { RepairRule } from '../../text/normalize.ts'

/** What Vietnamese spellings that look or read alike are folded to. Composition also folds the old tone marks U+0340 and U+0341. */
export const vietnameseRepairs: readonly RepairRule[] = [
  dropInvisible,
  composeCanonically,
  repairing(/(?<![\p{L}\p{M}])[ÐƉðɖ]\p{L}+/gu, mendLookalikeD),
  repairing(/(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![\p{L}\p{M}])/giu, placeToneOnFirstVowel),
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

/** `hoà` → `hòa`: the older placement is what newsrooms write. The tone of an open oa, oe or uy sits on the first vowel. */
function placeToneOnFirstVowel(vowels: string): string {
  const [first = '', second = ''] = vowels
  const [plain = '', tone = ''] = second.normalize('NFD')
  return (first + tone).normalize('NFC') + plain
}
