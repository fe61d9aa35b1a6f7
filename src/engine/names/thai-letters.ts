import { thaiOnset, type ThaiOnset } from './thai-sounds.ts'

/** What a consonant is at the beginning of a syllable. */
export interface ThaiConsonant {
  readonly sound: string
  readonly class: ConsonantClass
  readonly onset: ThaiOnset
  /** With the sound that follows it. */
  readonly clusters: Readonly<Record<string, ThaiOnset>>
  /** What is heard first where it stands alone, and after ห, which may only raise its tone. */
  readonly alone: readonly string[]
  readonly afterHo: readonly string[]
  readonly isSonorant: boolean
}

export type ConsonantClass = 'low' | 'mid' | 'high'

/** By UTF-16 unit: single characters outside Latin-1 would each be a new string. */
export const thaiConsonant = (unit: number): ThaiConsonant | undefined =>
  unit >= THAI ? CONSONANTS[unit - THAI] : undefined

/** The sound of a consonant that closes a syllable. */
export const finalSound = (unit: number): string | undefined =>
  unit >= THAI ? FINALS[unit - THAI] : undefined

const THAI = 0x0e00

function byLetter<Value>(table: Readonly<Record<string, Value>>): readonly (Value | undefined)[] {
  const values = new Array<Value | undefined>(0x80).fill(undefined)
  for (const [letters, value] of Object.entries(table))
    for (const letter of letters) values[letter.charCodeAt(0) - THAI] = value
  return values
}

const CLASSES = byLetter<ConsonantClass>({ กจฎฏดตบปอ: 'mid', ขฃฉฐถผฝศษสห: 'high' })
const SOUNDS = byLetter({
  ...{ ก: 'k', ขฃคฅฆ: 'kh', ง: 'ng', จ: 'c', ฉชฌ: 'ch', ซศษส: 's', ญ: 'ny', ฎด: 'd', ฏต: 't', ฐฑฒถทธ: 'th' },
  ...{ ณน: 'n', บ: 'b', ป: 'p', ผพภ: 'ph', ฝฟ: 'f', ม: 'm', ย: 'y', ร: 'r', ลฬ: 'l', ว: 'w', หฮ: 'h', อ: '' },
})
const FINALS = byLetter({
  ...{ กขคฆ: 'k', ง: 'ng', จฉชซฎฏฐฑฒดตถทธศษส: 't', ณนรลฬ: 'n', ญ: 'ny', บปผพฟภ: 'p', ม: 'm', ย: 'y', ว: 'w' },
})
const SONORANTS = new Set(['m', 'n', 'ny', 'ng', 'y', 'r', 'l', 'w'])
const CONSONANTS = SOUNDS.map((sound, at): ThaiConsonant | undefined =>
  sound === undefined
    ? undefined
    : {
        sound,
        class: CLASSES[at] ?? 'low',
        onset: thaiOnset(sound),
        clusters: { r: thaiOnset(sound, 'r'), l: thaiOnset(sound, 'l'), w: thaiOnset(sound, 'w') },
        alone: [sound],
        afterHo: sound === 'h' ? ['h'] : ['h', sound],
        isSonorant: SONORANTS.has(sound),
      },
)
