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

/** One syllable of Vietnamese is often spelled as two: Hoàn โฮอัน, Nghĩa งีอา, Triều ตรีอู, Tuyên ตุยเอน. */
function withHiatus(
  readings: readonly ThaiSyllable[],
  read: (at: number) => readonly ThaiSyllable[],
): readonly ThaiSyllable[] {
  const joined = readings.flatMap((first) => {
    const merge = first.silent ? undefined : HIATUS[first.vowel + first.final]
    if (!merge) return []
    return read(first.end).flatMap((second) => {
      const rest = second.initial === '' ? merge(second) : null
      return rest ? [{ ...first, end: second.end, short: second.short, silent: second.silent, ...rest }] : []
    })
  })
  return joined.length > 0 ? [...readings, ...joined] : readings
}

type Merged = Pick<ThaiSyllable, 'second' | 'vowel' | 'final'> | null

const afterW = ({ vowel, final }: ThaiSyllable): Merged => ({ second: 'w', vowel, final })
const afterI = ({ vowel, final, second }: ThaiSyllable): Merged =>
  vowel === 'a' ? { second, vowel: 'ia', final } : vowel === 'u' ? { second, vowel: 'ia', final: 'w' } : null

/** What the two are as one, by the vowel and final of the first: a /w/ before the second, or the beginning of เ-ีย. */
const HIATUS: Readonly<Record<string, (second: ThaiSyllable) => Merged>> = {
  u: afterW,
  o: afterW,
  ua: afterW,
  i: afterI,
  uy: ({ final }) => ({ second: 'w', vowel: 'ia', final }),
}
