/** One way to read the Thai syllable that begins at some place. Lengths and places in UTF-16. */
export interface ThaiSyllable {
  readonly end: number
  /** Sound of the first consonant: k kh ng c ch s ny d t th n b p ph f m y r l w h; empty for อ. */
  readonly initial: string
  /** Second consonant of a cluster: r l w, or empty. */
  readonly second: string
  /** Quality: a i ue u e ae o aw oe ia uea ua. */
  readonly vowel: string
  readonly short: boolean
  /** Sound of the last consonant: k ng t n ny p m y w, or empty. Final ญ is n to the ear, but tells what was meant. */
  readonly final: string
  readonly tone: ThaiTone
  /** A letter under thanthakhat follows (นห์): foreign spelling shown and not spoken. */
  readonly silent: boolean
}

export type ThaiTone = 'สามัญ' | 'เอก' | 'โท' | 'ตรี' | 'จัตวา'

/**
 * Every reading of the syllable that begins at `at` in repaired Thai without spaces, as words and as foreign names are spelled; more
 * than one where a consonant may close this syllable or begin the next. Empty where no syllable can begin. Constant work.
 */
export function thaiSyllablesAt(text: string, at: number): readonly ThaiSyllable[] {
  const readings: ThaiSyllable[] = []
  for (const onset of onsetsAt(text, at)) {
    const { end: marks, vowelMark, toneMark } = marksAt(text, onset.end)
    for (const { tail, vowel, short, final } of VOWELS.get(onset.leading + vowelMark) ?? []) {
      if (!text.startsWith(tail, marks)) continue
      const end = marks + tail.length
      if (belongsBefore(text, end)) continue
      for (const coda of codasAt(text, end, final)) {
        const spoken = coda.sound || (final in GLIDES ? GLIDES[final]! : '')
        readings.push({
          end: coda.end,
          initial: onset.initial,
          second: onset.second,
          vowel,
          short,
          final: spoken,
          tone: toneOf(onset.class, toneMark, short, spoken),
          silent: coda.silent,
        })
      }
    }
  }
  return readings
}

/** The sounds that a syllable beginning here could begin with: one, or two where ห may only raise the tone of the next letter. */
export function initialsAt(text: string, at: number): readonly string[] {
  const first = LEADING.has(text.charAt(at)) ? at + 1 : at
  const letter = text.charAt(first)
  const pair = letter === 'ห' ? INITIALS_OF.get(letter + text.charAt(first + 1)) : undefined
  return pair ?? INITIALS_OF.get(letter) ?? NONE
}

interface Onset {
  readonly end: number
  readonly leading: string
  readonly initial: string
  readonly second: string
  readonly class: ConsonantClass
}

type ConsonantClass = 'low' | 'mid' | 'high'

/** A leading vowel may stand before a whole cluster (เหงียน), or inside one whose parts lead each other (ฮเหวียน, งเหวียน). */
function onsetsAt(text: string, at: number): readonly Onset[] {
  const onsets: Onset[] = []
  const isLeading = LEADING.has(text.charAt(at))
  const first = isLeading ? at + 1 : at
  const letter = CONSONANTS.get(text.charAt(first))
  if (!letter) return onsets
  const leading = isLeading ? text.charAt(at) : ''
  const after = skipPhinthu(text, first + 1)
  onsets.push({ end: after, leading, initial: letter.sound, second: '', class: letter.class })

  const next = CONSONANTS.get(text.charAt(after))
  if (next) {
    const end = skipPhinthu(text, after + 1)
    if (text.charAt(first) === 'ห' && next.class === 'low' && SONORANTS.has(next.sound))
      onsets.push({ end, leading, initial: next.sound, second: '', class: 'high' })
    if (SECOND.has(next.sound))
      onsets.push({ end, leading, initial: letter.sound, second: next.sound, class: letter.class })
    // The letters of English nh, th, ph: นฮาตรัง.
    if (text.charAt(after) === 'ฮ')
      onsets.push({ end, leading, initial: letter.sound, second: '', class: letter.class })
    const third = CONSONANTS.get(text.charAt(end))
    if (text.charAt(first) === 'ห' && next.class === 'low' && third?.sound === 'w')
      onsets.push({ end: end + 1, leading, initial: next.sound, second: 'w', class: 'high' })
  }
  // The rules of 2012 set ห before the glide: ฮหว่า, ฮเหวี่ยน, ลหวาน.
  const inner = !isLeading && LEADING.has(text.charAt(after)) ? after + 1 : after
  if (text.startsWith('หว', inner) && (inner === after || !isLeading))
    onsets.push({
      end: inner + 2,
      leading: inner === after ? leading : text.charAt(after),
      initial: letter.sound,
      second: 'w',
      class: 'high',
    })
  else if (inner > after && text.charAt(inner) === 'ว')
    onsets.push({
      end: inner + 1,
      leading: text.charAt(after),
      initial: letter.sound,
      second: 'w',
      class: letter.class,
    })
  return onsets
}

const LEADING = new Set('เแโใไ')
const skipPhinthu = (text: string, at: number): number => (text.charAt(at) === '\u0E3A' ? at + 1 : at)

function marksAt(text: string, at: number): { end: number; vowelMark: string; toneMark: string } {
  const vowelMark = VOWEL_MARKS.has(text.charAt(at)) ? text.charAt(at) : ''
  const tone = vowelMark ? at + 1 : at
  const hasTone = TONE_MARKS.has(text.charAt(tone))
  return { end: hasTone ? tone + 1 : tone, vowelMark, toneMark: hasTone ? text.charAt(tone) : '' }
}

const VOWEL_MARKS = new Set('ัิีึืุู็')
const TONE_MARKS = new Set('่้๊๋')

interface Coda {
  readonly end: number
  readonly sound: string
  readonly silent: boolean
}

/** Where the syllable may end: at its vowel, after a consonant that could close it, and after letters that are silenced. */
function codasAt(text: string, at: number, final: Final): readonly Coda[] {
  const codas: Coda[] = []
  const add = (end: number, sound: string) => {
    const silenced = silencedEnd(text, end)
    if (silenced > end) codas.push({ end: silenced, sound, silent: true })
    else if (!belongsBefore(text, end)) codas.push({ end, sound, silent: false })
  }
  if (final !== 'required') add(at, '')
  const sound = FINALS.get(text.charAt(at))
  const mayClose = final === 'optional' || final === 'required' || (final === 'y' && sound === 'y')
  if (mayClose && sound !== undefined && text.charAt(at + 1) !== '์') add(at + 1, sound)
  return codas
}

/** Up to two consonants under thanthakhat: นห์, นต์, พันธุ์. */
function silencedEnd(text: string, at: number): number {
  const hasMark = (n: number) => text.charCodeAt(at + n) === THANTHAKHAT
  if (!hasMark(1) && !hasMark(2) && !hasMark(3)) return at
  SILENCED.lastIndex = at
  return SILENCED.test(text) ? SILENCED.lastIndex : at
}
const THANTHAKHAT = 0x0e4c
const SILENCED = /[ก-ฮ]{1,2}[ิุ]?์/y

/** Does the character need the consonant before it: a vowel after it, a mark on it? */
export function belongsBefore(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code >= 0x0e30 && code <= 0x0e3a) || code === 0x0e45 || (code >= 0x0e47 && code <= 0x0e4e)
}

type Final = 'none' | 'optional' | 'required' | 'm' | 'y' | 'w'
const GLIDES: Partial<Record<Final, string>> = { m: 'm', y: 'y', w: 'w' }

/** Spellings of the vowels around consonants (–) and tone: leading letter and mark, what follows, sound, length, and whether a consonant closes. */
const SPELLINGS: readonly (readonly [
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

const VOWELS = new Map<string, { tail: string; vowel: string; short: boolean; final: Final }[]>()
for (const [around, tail, vowel, short, final] of SPELLINGS)
  VOWELS.set(around, [...(VOWELS.get(around) ?? []), { tail, vowel, short, final }])

function letters<Value>(table: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(
    Object.entries(table).flatMap(([group, value]) => [...group].map((letter) => [letter, value] as const)),
  )
}

const CLASSES = letters<ConsonantClass>({ กจฎฏดตบปอ: 'mid', ขฃฉฐถผฝศษสห: 'high' })
const SOUNDS = letters({
  ...{ ก: 'k', ขฃคฅฆ: 'kh', ง: 'ng', จ: 'c', ฉชฌ: 'ch', ซศษส: 's', ญ: 'ny', ฎด: 'd', ฏต: 't', ฐฑฒถทธ: 'th' },
  ...{ ณน: 'n', บ: 'b', ป: 'p', ผพภ: 'ph', ฝฟ: 'f', ม: 'm', ย: 'y', ร: 'r', ลฬ: 'l', ว: 'w', หฮ: 'h', อ: '' },
})
const CONSONANTS: ReadonlyMap<string, { readonly sound: string; readonly class: ConsonantClass }> = new Map(
  Array.from(SOUNDS, ([letter, sound]) => [letter, { sound, class: CLASSES.get(letter) ?? 'low' }]),
)
const NONE: readonly string[] = []
const INITIALS_OF = new Map<string, readonly string[]>()
for (const [letter, sound] of SOUNDS) {
  INITIALS_OF.set(letter, [sound])
  INITIALS_OF.set(`ห${letter}`, sound === 'h' ? ['h'] : ['h', sound])
}
const SECOND = new Set(['r', 'l', 'w'])
const SONORANTS = new Set(['m', 'n', 'ny', 'ng', 'y', 'r', 'l', 'w'])
const FINALS = letters({
  ...{ กขคฆ: 'k', ง: 'ng', จฉชซฎฏฐฑฒดตถทธศษส: 't', นณรลฬ: 'n', ญ: 'ny', บปผพฟภ: 'p', ม: 'm', ย: 'y', ว: 'w' },
})

/** The five tones as the class of the first consonant, the mark and the end of the syllable make them. */
function toneOf(consonant: ConsonantClass, mark: string, short: boolean, final: string): ThaiTone {
  if (mark === '่') return consonant === 'low' ? 'โท' : 'เอก'
  if (mark === '้') return consonant === 'low' ? 'ตรี' : 'โท'
  if (mark === '๊') return 'ตรี'
  if (mark === '๋') return 'จัตวา'
  const isDead = STOPS.has(final) || (final === '' && short)
  if (isDead) return consonant !== 'low' ? 'เอก' : short ? 'ตรี' : 'โท'
  return consonant === 'high' ? 'จัตวา' : 'สามัญ'
}
const STOPS = new Set(['k', 't', 'p'])
