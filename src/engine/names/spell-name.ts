import { soundCost } from './sound-costs.ts'
import { thaiSyllablesAt, type ThaiSyllable } from './thai-syllables.ts'
import type { JoinedThai } from './joined-thai.ts'
import type { HeardSyllable } from './heard-syllable.ts'

/** A stretch of Thai that could be read as a name. */
export interface Spelling {
  /** In the joined text. */
  readonly end: number
  /** Mean of the syllables' costs, 0 to 1. */
  readonly cost: number
}

/** Syllables read once for all names that are looked for in a text. */
export type SyllableReader = (at: number) => readonly ThaiSyllable[]

export function syllableReader(text: string): SyllableReader {
  const read = new Map<number, readonly ThaiSyllable[]>()
  return (at) => {
    const known = read.get(at)
    if (known) return known
    const made = withHiatus(thaiSyllablesAt(text, at), (end) => thaiSyllablesAt(text, end))
    read.set(at, made)
    return made
  }
}

/**
 * The ways to read a name from `at` on, cheapest for each end: a lattice over the readings of every syllable, cut where the sum passes
 * `cap` times the syllables. Work is bounded by the name's length alone.
 */
export function spellingsAt(
  thai: JoinedThai,
  read: SyllableReader,
  syllables: readonly HeardSyllable[],
  at: number,
  cap: number,
): readonly Spelling[] {
  const budget = cap * syllables.length
  let reached: Map<number, number> | null = null
  for (const syllable of syllables) {
    let next: Map<number, number> | null = null
    for (const [start, spent] of reached ?? [[at, 0] as const]) {
      for (const reading of read(start)) {
        const cost = spent + soundCost(syllable, reading) + BREAK * thai.breaksIn(start, reading.end)
        if (cost > budget || cost >= (next?.get(reading.end) ?? Infinity)) continue
        next ??= new Map()
        next.set(reading.end, cost)
      }
    }
    if (!next) return NONE
    reached = next
  }
  return reached ? Array.from(reached, ([end, cost]) => ({ end, cost: cost / syllables.length })) : NONE
}

const NONE: readonly Spelling[] = []
/** For a space or hyphen inside a syllable. */
const BREAK = 0.06

/** One syllable of Vietnamese is often spelled as two: Hoàn โฮอัน, Nghĩa งีอา, Triều ตรีอู, Tuyên ตูเยน, Cao คาโอ, Giang กิอัง. */
function withHiatus(
  readings: readonly ThaiSyllable[],
  read: (at: number) => readonly ThaiSyllable[],
): readonly ThaiSyllable[] {
  const joined = readings.flatMap((first) => {
    const merges = first.silent ? NO_MERGES : (HIATUS.get(first.vowel + first.final) ?? NO_MERGES)
    if (merges.length === 0) return NOTHING_READ
    return read(first.end).flatMap((second) => {
      const { end, short, silent } = second
      return merges.flatMap(({ before, becomes }) => {
        const rest = before.test(second.initial + '-' + second.vowel + second.final) ? becomes(second) : null
        return rest ? [{ ...first, end, short, silent, ...rest }] : []
      })
    })
  })
  return joined.length > 0 ? [...readings, ...joined] : readings
}

/** What two syllables are as one, when the second (initial, vowel and final) is of some kind. */
interface Merge {
  readonly before: RegExp
  readonly becomes: (second: ThaiSyllable) => Partial<Pick<ThaiSyllable, 'second' | 'vowel' | 'final'>>
}

const NO_MERGES: readonly Merge[] = []
const NOTHING_READ: readonly ThaiSyllable[] = []

/** The first is the /w/ before the second: โฮอัน, ตูเยน. */
const asMedial: Merge = {
  before: /^(?:-|y-(?:e|ia))/,
  becomes: ({ initial, vowel, final }) => ({
    second: 'w',
    vowel: initial === 'y' ? 'ia' : vowel,
    final,
  }),
}
/** The first begins the เ-ีย that the second ends: งีอา, เทียน as ทิเอน. */
const asDiphthong: Merge = {
  before: /^(?:-a|-e|y-(?:e|ia))/,
  becomes: ({ final }) => ({ vowel: 'ia', final }),
}
/** The i of gi, spelled out: กิอัง, จีโอ. */
const asSpelledGi: Merge = {
  before: /^-(?!i|e)/,
  becomes: ({ vowel, final }) => ({ second: 'y', vowel, final }),
}
/** The second is the glide that ends the first: คาโอ, ลาอี. */
const asFinal: Merge = {
  before: /^-(?:i|o|u|ue)$/,
  becomes: ({ vowel }) => ({ final: vowel === 'i' ? 'y' : 'w' }),
}
/** ตรีอู. */
const asDiphthongAndFinal: Merge = {
  before: /^y?-u$/,
  becomes: () => ({ vowel: 'ia', final: 'w' }),
}

/** By vowel and final of the first. */
const HIATUS: ReadonlyMap<string, readonly Merge[]> = new Map([
  ['u', [asMedial]],
  ['o', [asMedial]],
  ['ua', [asMedial]],
  ['uy', [{ ...asMedial, becomes: ({ final }) => ({ second: 'w', vowel: 'ia', final }) }]],
  ['i', [asDiphthong, asDiphthongAndFinal, asSpelledGi]],
  ['a', [asFinal]],
  ['e', [asFinal]],
  ['ae', [asFinal]],
])
