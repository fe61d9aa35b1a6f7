import type { SourceTone } from '../transliteration.ts'
import { initials } from './initials.ts'
import { isStop, vowels } from './rimes.ts'
import { toneOfMark } from './tones.ts'

/** One written syllable taken apart. `initial + glide + rime` is its spelling in lower case without the tone. */
export interface Syllable {
  /** As spelled. */
  readonly initial: string
  /** Key of its row: as spelled, but `gi` also where its i is the vowel too (gì, gìn). */
  readonly initialRow: string
  /** The letter of a /w/ before the vowel, or empty. */
  readonly glide: '' | 'o' | 'u'
  /** As spelled: vowel and final. */
  readonly rime: string
  /** Key of its row. */
  readonly vowel: string
  readonly final: string
  readonly tone: SourceTone
}

/** No Vietnamese syllable has more letters (nghiêng, nguyễn), each with at most two marks. */
const LONGEST = 21

/** Takes a syllable apart, in any normalization and letter case; null when it is not spelled as Vietnamese. */
export function readSyllable(written: string): Syllable | null {
  if (written.length > LONGEST) return null
  const decomposed = written.toLowerCase().normalize('NFD')
  const marks = decomposed.match(TONE_MARKS) ?? []
  const bare = decomposed.replace(TONE_MARKS, '').normalize('NFC')
  const match = SYLLABLE.exec(bare)
  if (!match || marks.length > 1) return null
  const [, initial = '', glide = '', rime = ''] = match
  const [, letters = '', final = ''] = RIME.exec(rime) ?? []
  const vowel = readingOfY(letters, initial, glide)
  const row = vowels[vowel]
  if (!row || !mayClose(row.finals, final) || !mayGlide(initial, glide, row.glide)) return null

  const isMarked = marks.length > 0 || /[^a-z]/.test(bare)
  if (!isSpelled(initial, glide + rime) && !(initial === 'k' && isMarked)) return null
  const tone = marks[0] === undefined ? untoned(final) : toneOfMark[marks[0]]
  if (tone === undefined || (isStop(final) && tone !== 'sắc' && tone !== 'nặng')) return null
  if (final === 'k' && !isMarked) return null

  const initialRow = initial === 'g' && letters.startsWith('i') ? 'gi' : initial
  if (!initials[initialRow]) return null
  return { initial, initialRow, glide: glide as Syllable['glide'], rime, vowel, final, tone }
}

const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Initial, /w/, rest. The i of gi is a letter of the initial before another vowel; o is a glide before a, ă and e, u before ê, y and ây. */
const SYLLABLE =
  /^(ngh|ng|nh|ch|gh|gi(?=[aăâeêoôơuư])|kh|ph|th|tr|q(?=u)|[bcdđghklmnprstvx]|)((?<=q)u|o(?=[aăe])|u(?=ê|y|ây)|)([aăâeêioôơuưy].*)$/
const RIME = /^([aăâeêioôơuưy]+)(ch|ng|nh|[ckmnpt]|)$/

/** A first y is i: alone, after a glide, or with ê where nothing stands before it (Yên, Yêu). After a and â it is the glide that ends. */
function readingOfY(letters: string, initial: string, glide: string): string {
  const isVowel = letters === 'y' || glide !== '' || (initial === '' && /^yêu?$/.test(letters))
  return isVowel ? letters.replace(/^y/, 'i') : letters
}

const mayClose = (finals: readonly string[], final: string) => finals.includes(final === 'k' ? 'c' : final)

function mayGlide(initial: string, glide: string, allowed: 'o' | 'u' | 'q' | null): boolean {
  if (initial === 'q') return glide === 'u' && allowed !== null
  return glide === '' || glide === allowed
}

/** k, gh and ngh stand before e, ê, i and y, their partners c, g and ng elsewhere. Minority names write k everywhere (Bắc Kạn). */
function isSpelled(initial: string, following: string): boolean {
  const isFront = /^[eêiy]/.test(following)
  if (/^(?:k|gh|ngh)$/.test(initial)) return isFront
  if (/^(?:c|ng)$/.test(initial)) return !isFront
  return initial !== 'g' || !/^[eêy]/.test(following)
}

/** A stop carries sắc or nặng; the Đăk of minority names, written without, is Đắk. */
const untoned = (final: string): SourceTone => (final === 'k' ? 'sắc' : 'ngang')
