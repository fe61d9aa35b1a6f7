/** How a Thai syllable begins. */
export interface ThaiOnset {
  /** Its place in `thaiOnsets`. */
  readonly index: number
  /** Sound of the first consonant: k kh ng c ch s ny d t th n b p ph f m y r l w h; empty for อ. */
  readonly initial: string
  /** Second consonant of a cluster: r l w, or empty; y where an i is spelled out (กิอัง). */
  readonly second: string
}

/** How it goes on. */
export interface ThaiRime {
  /** Its place in `thaiRimes`. */
  readonly index: number
  /** Quality: a i ue u e ae o aw oe ia uea ua. */
  readonly vowel: string
  readonly short: boolean
  /** Sound of the last consonant: k ng t n ny p m y w, or empty. Final ญ is n to the ear, but tells what was meant. */
  readonly final: string
}

const INITIALS = ' k kh ng c ch s ny d t th n b p ph f m y r l w h'.split(' ')
const SECONDS = ' r l w y'.split(' ')
const VOWELS = 'a i ue u e ae o aw oe ia uea ua'.split(' ')
const FINALS = ' k ng t n ny p m y w'.split(' ')

/** Every onset and rime there is, made once, so that what each is worth can be kept in a list beside them. */
export const thaiOnsets: readonly ThaiOnset[] = INITIALS.flatMap((initial) =>
  SECONDS.map((second) => ({ initial, second })),
).map((onset, index) => ({ index, ...onset }))

export const thaiRimes: readonly ThaiRime[] = VOWELS.flatMap((vowel) =>
  [false, true].flatMap((short) => FINALS.map((final) => ({ vowel, short, final }))),
).map((rime, index) => ({ index, ...rime }))

export const thaiOnset = (initial: string, second = ''): ThaiOnset =>
  thaiOnsets[INITIALS.indexOf(initial) * SECONDS.length + SECONDS.indexOf(second)]!

export const thaiRime = (vowel: string, short: boolean, final: string): ThaiRime =>
  thaiRimes[(VOWELS.indexOf(vowel) * 2 + Number(short)) * FINALS.length + FINALS.indexOf(final)]!
