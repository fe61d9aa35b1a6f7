import { finalSound, thaiConsonant, type ConsonantClass } from './thai-letters.ts'
import { thaiRime, type ThaiOnset, type ThaiRime } from './thai-sounds.ts'

/** One way to read the Thai syllable that begins at some place. Lengths and places in UTF-16. */
export interface ThaiSyllable {
  readonly end: number
  readonly onset: ThaiOnset
  readonly rime: ThaiRime
  readonly tone: ThaiTone
  /** A letter under thanthakhat follows (นห์): foreign spelling shown and not spoken. */
  readonly silent: boolean
}

export type ThaiTone = 'สามัญ' | 'เอก' | 'โท' | 'ตรี' | 'จัตวา'

/**
 * Every reading of the syllable that begins at `at` in repaired Thai without spaces, as words and as foreign names are spelled; more
 * than one where a consonant may close this syllable or begin the next. Empty where no syllable can begin. Constant work.
 * A leading vowel may stand before a whole cluster (เหงียน), or inside one whose parts lead each other (ฮเหวียน, งเหวียน).
 */
export function thaiSyllablesAt(text: string, at: number): readonly ThaiSyllable[] {
  const begin = text.charCodeAt(at)
  const isLeading = isLeadingVowel(begin)
  const first = isLeading ? at + 1 : at
  const letter = thaiConsonant(text.charCodeAt(first))
  if (!letter) return NO_READING
  const found: ThaiSyllable[] = []
  const leading = isLeading ? begin : NO_VOWEL
  const after = skipPhinthu(text, first + 1)
  readRimes(found, text, after, leading, letter.onset, letter.class)

  const next = thaiConsonant(text.charCodeAt(after))
  if (next) {
    const end = skipPhinthu(text, after + 1)
    const isRaised = text.charCodeAt(first) === HO_HIP && next.class === 'low'
    if (isRaised && next.isSonorant) readRimes(found, text, end, leading, next.onset, 'high')
    const cluster = letter.clusters[next.sound]
    if (cluster) readRimes(found, text, end, leading, cluster, letter.class)
    // The letters of English nh, th, ph: นฮาตรัง.
    if (text.charCodeAt(after) === HO_NOKHUK) readRimes(found, text, end, leading, letter.onset, letter.class)
    if (isRaised && thaiConsonant(text.charCodeAt(end))?.sound === 'w')
      readRimes(found, text, end + 1, leading, next.clusters['w']!, 'high')
  }
  // The rules of 2012 set ห before the glide: ฮหว่า, ฮเหวี่ยน, ลหวาน.
  const isInside = !isLeading && isLeadingVowel(text.charCodeAt(after))
  const inner = isInside ? after + 1 : after
  const led = isInside ? text.charCodeAt(after) : leading
  if (text.startsWith('หว', inner)) readRimes(found, text, inner + 2, led, letter.clusters['w']!, 'high')
  else if (isInside && text.startsWith('ว', inner))
    readRimes(found, text, inner + 1, led, letter.clusters['w']!, letter.class)
  return found
}

/** The sounds that a syllable beginning here could begin with: one, or two where ห may only raise the tone of the next letter. */
export function initialsAt(text: string, at: number): readonly string[] {
  const first = isLeadingVowel(text.charCodeAt(at)) ? at + 1 : at
  const letter = thaiConsonant(text.charCodeAt(first))
  if (!letter) return NO_SOUND
  const next = text.charCodeAt(first) === HO_HIP ? thaiConsonant(text.charCodeAt(first + 1)) : undefined
  return next ? next.afterHo : letter.alone
}

const NO_READING: readonly ThaiSyllable[] = []
const NO_SOUND: readonly string[] = []
const NO_VOWEL = 0
const HO_HIP = 0x0e2b
const HO_NOKHUK = 0x0e2e
const isLeadingVowel = (unit: number): boolean => unit >= 0x0e40 && unit <= 0x0e44
const skipPhinthu = (text: string, at: number): number => (text.charCodeAt(at) === 0x0e3a ? at + 1 : at)

/** Adds what a syllable may be whose onset ends at `at`. */
function readRimes(
  found: ThaiSyllable[],
  text: string,
  at: number,
  leading: number,
  onset: ThaiOnset,
  consonant: ConsonantClass,
): void {
  const vowelMark = isVowelMark(text.charCodeAt(at)) ? text.charCodeAt(at) : NO_VOWEL
  const tone = vowelMark === NO_VOWEL ? at : at + 1
  const toneMark = isToneMark(text.charCodeAt(tone)) ? text.charCodeAt(tone) : 0
  const marks = toneMark === 0 ? tone : tone + 1

  for (const { tail, open, closed } of SPELLINGS.get(around(leading, vowelMark)) ?? NO_SPELLING) {
    if (!text.startsWith(tail, marks)) continue
    const end = marks + tail.length
    if (belongsBefore(text, end)) continue
    if (open) endAt(found, text, end, onset, open, toneOf(consonant, toneMark, open))
    const final = closed && finalSound(text.charCodeAt(end))
    const rime = final === undefined ? undefined : closed?.[final]
    if (rime && !isSilenced(text, end + 1))
      endAt(found, text, end + 1, onset, rime, toneOf(consonant, toneMark, rime))
  }
}

/** Adds a syllable, with the silenced letters after it, unless what follows its letters belongs to them. */
function endAt(
  found: ThaiSyllable[],
  text: string,
  letters: number,
  onset: ThaiOnset,
  rime: ThaiRime,
  tone: ThaiTone,
): void {
  const end = silencedEnd(text, letters)
  const silent = end > letters
  if (silent || !belongsBefore(text, letters)) found.push({ end, onset, rime, tone, silent })
}

const isVowelMark = (unit: number): boolean =>
  unit === 0x0e31 || (unit >= 0x0e34 && unit <= 0x0e39) || unit === 0x0e47
const isToneMark = (unit: number): boolean => unit >= 0x0e48 && unit <= 0x0e4b

/** Up to two consonants under thanthakhat: นห์, นต์, พันธุ์. */
function silencedEnd(text: string, at: number): number {
  if (!isSilenced(text, at + 1) && !isSilenced(text, at + 2) && !isSilenced(text, at + 3)) return at
  SILENCED.lastIndex = at
  return SILENCED.test(text) ? SILENCED.lastIndex : at
}
const THANTHAKHAT = 0x0e4c
const isSilenced = (text: string, at: number): boolean => text.charCodeAt(at) === THANTHAKHAT
const SILENCED = /[ก-ฮ]{1,2}[ิุ]?์/y

/** Does the character need the consonant before it: a vowel after it, a mark on it? */
export function belongsBefore(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code >= 0x0e30 && code <= 0x0e3a) || code === 0x0e45 || (code >= 0x0e47 && code <= 0x0e4e)
}

type Final = 'none' | 'optional' | 'required' | 'm' | 'y' | 'w'
const GLIDES: Partial<Record<Final, string>> = { m: 'm', y: 'y', w: 'w' }

/** Spellings of the vowels around consonants (–) and tone: leading letter and mark, what follows, sound, length, and whether a consonant closes. */
const VOWELS: readonly (readonly [
  around: string,
  tail: string,
  vowel: string,
  short: boolean,
  final: Final,
])[] = [
  ['', 'ะ', 'a', true, 'none'],
  ['ั', '', 'a', true, 'required'],
  ['', 'รร', 'a', true, 'optional'],
  ['', 'ำ', 'a', true, 'm'],
  ['ไ', '', 'a', true, 'y'],
  ['ใ', '', 'a', true, 'y'],
  ['เ', 'า', 'a', true, 'w'],
  ['', 'า', 'a', false, 'optional'],
  ['ิ', '', 'i', true, 'optional'],
  ['ี', '', 'i', false, 'optional'],
  ['ึ', '', 'ue', true, 'optional'],
  ['ื', '', 'ue', false, 'optional'],
  ['ื', 'อ', 'ue', false, 'none'],
  ['ุ', '', 'u', true, 'optional'],
  ['ู', '', 'u', false, 'optional'],
  ['เ', 'ะ', 'e', true, 'none'],
  ['เ็', '', 'e', true, 'required'],
  ['เ', '', 'e', false, 'optional'],
  ['แ', 'ะ', 'ae', true, 'none'],
  ['แ็', '', 'ae', true, 'required'],
  ['แ', '', 'ae', false, 'optional'],
  ['', '', 'o', true, 'required'],
  ['โ', 'ะ', 'o', true, 'none'],
  ['โ', '', 'o', false, 'optional'],
  ['เ', 'าะ', 'aw', true, 'none'],
  ['็', 'อ', 'aw', true, 'required'],
  ['', 'อ', 'aw', false, 'optional'],
  ['เ', 'อะ', 'oe', true, 'none'],
  ['เ', 'อ', 'oe', false, 'optional'],
  ['เิ', '', 'oe', false, 'required'],
  ['เ', 'ย', 'oe', false, 'y'],
  ['เี', 'ยะ', 'ia', true, 'none'],
  ['เี', 'ย', 'ia', false, 'optional'],
  ['เื', 'อะ', 'uea', true, 'none'],
  ['เื', 'อ', 'uea', false, 'optional'],
  ['ั', 'วะ', 'ua', true, 'none'],
  ['ั', 'ว', 'ua', false, 'none'],
  ['็', 'ว', 'ua', true, 'required'],
  ['', 'ว', 'ua', false, 'required'],
]

/** One spelling of a vowel: what follows its marks, and what it is without a consonant to close it and with each that may. */
interface Spelling {
  readonly tail: string
  readonly open: ThaiRime | undefined
  readonly closed: Readonly<Record<string, ThaiRime>> | undefined
}

const NO_SPELLING: readonly Spelling[] = []
const CLOSING = 'k ng t n ny p m y w'.split(' ')
const around = (leading: number, mark: number): number => (leading << 16) | mark

/** By what stands around the consonants. */
const SPELLINGS = new Map<number, Spelling[]>()
for (const [written, tail, vowel, short, final] of VOWELS) {
  const [leading, mark] = isLeadingVowel(written.charCodeAt(0))
    ? [written.charCodeAt(0), written.charCodeAt(1) || NO_VOWEL]
    : [NO_VOWEL, written.charCodeAt(0) || NO_VOWEL]
  const key = around(leading, mark)
  const closing = final === 'optional' || final === 'required' ? CLOSING : final === 'y' ? ['y'] : []
  const closed = Object.fromEntries(closing.map((sound) => [sound, thaiRime(vowel, short, sound)]))
  const open = final === 'required' ? undefined : thaiRime(vowel, short, GLIDES[final] ?? '')
  const spelling = { tail, open, closed: closing.length > 0 ? closed : undefined }
  SPELLINGS.set(key, [...(SPELLINGS.get(key) ?? []), spelling])
}

/** The five tones as the class of the first consonant, the mark and the end of the syllable make them. */
function toneOf(consonant: ConsonantClass, mark: number, { short, final }: ThaiRime): ThaiTone {
  if (mark === 0x0e48) return consonant === 'low' ? 'โท' : 'เอก'
  if (mark === 0x0e49) return consonant === 'low' ? 'ตรี' : 'โท'
  if (mark === 0x0e4a) return 'ตรี'
  if (mark === 0x0e4b) return 'จัตวา'
  const isDead = STOPS.has(final) || (final === '' && short)
  if (isDead) return consonant !== 'low' ? 'เอก' : short ? 'ตรี' : 'โท'
  return consonant === 'high' ? 'จัตวา' : 'สามัญ'
}
const STOPS = new Set(['k', 't', 'p'])
