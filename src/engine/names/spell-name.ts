import type { JoinedThai } from './joined-thai.ts'
import { soundCost, type SoundCosts } from './sound-costs.ts'
import { thaiOnset, thaiRime, thaiRimes, type ThaiRime } from './thai-sounds.ts'
import { thaiSyllablesAt, type ThaiSyllable } from './thai-syllables.ts'

/** A stretch of Thai that could be read as a name. */
export interface Spelling {
  /** In the joined text. */
  readonly end: number
  /** Mean of the syllables' costs, 0 to 1. */
  readonly cost: number
}

/** Finds the ways to read a name from `at` on, one for each end; their sum may not pass `cap` times the syllables. */
export type NameSpeller = (name: readonly SoundCosts[], at: number, cap: number) => readonly Spelling[]

/**
 * Reads a text for many names: its syllables are read once for all. A name is a lattice over the readings of every syllable; work is
 * bounded by the name's length alone.
 */
export function nameSpeller(thai: JoinedThai): NameSpeller {
  const readAt = syllableReader(thai.text)
  // Almost all names end at their first syllable: what is reached is kept in lists that are used again and again.
  let reached: Reached = { count: 0, ends: [], costs: [] }
  let next: Reached = { count: 0, ends: [], costs: [] }
  return (name, at, cap) => {
    const budget = cap * name.length
    reached.count = 0
    if (name.length > 0) reach(reached, at, 0)
    for (const syllable of name) {
      next.count = 0
      for (let n = 0; n < reached.count; n++) {
        const start = reached.ends[n]!
        const spent = reached.costs[n]!
        for (const reading of readAt(start)) {
          const cost = spent + soundCost(syllable, reading) + BREAK * thai.breaksIn(start, reading.end)
          if (cost <= budget) reach(next, reading.end, cost)
        }
      }
      const done = reached
      reached = next
      next = done
      if (reached.count === 0) return NONE
    }
    return spellings(reached, name.length)
  }
}

/** Where some syllables of a name may end, and at what cost; what stands behind the count is of an earlier use. */
interface Reached {
  count: number
  readonly ends: number[]
  readonly costs: number[]
}

/** Keeps the cheapest way to each end. */
function reach(reached: Reached, end: number, cost: number): void {
  const { ends, costs } = reached
  let place = 0
  while (place < reached.count && ends[place] !== end) place++
  if (place === reached.count) reached.count++
  else if (cost >= costs[place]!) return
  ends[place] = end
  costs[place] = cost
}

function spellings({ count, ends, costs }: Reached, syllables: number): readonly Spelling[] {
  const found: Spelling[] = []
  for (let n = 0; n < count; n++) found.push({ end: ends[n]!, cost: costs[n]! / syllables })
  return found
}

const NONE: readonly Spelling[] = []
/** For a space or hyphen inside a syllable. */
const BREAK = 0.06

/** What `thaiSyllablesAt` reads, and what is spelled as two syllables, read once for every place. */
function syllableReader(text: string): (at: number) => readonly ThaiSyllable[] {
  const single: (readonly ThaiSyllable[] | undefined)[] = []
  const all: (readonly ThaiSyllable[] | undefined)[] = []
  const readOne = (at: number) => (single[at] ??= thaiSyllablesAt(text, at))
  return (at) => (all[at] ??= withHiatus(readOne(at), readOne))
}

/** One syllable of Vietnamese is often spelled as two: Hoàn โฮอัน, Nghĩa งีอา, Triều ตรีอู, Tuyên ตูเยน, Cao คาโอ, Giang กิอัง. */
function withHiatus(
  readings: readonly ThaiSyllable[],
  read: (at: number) => readonly ThaiSyllable[],
): readonly ThaiSyllable[] {
  let joined: ThaiSyllable[] | null = null
  for (const first of readings) {
    const merges = first.silent ? NO_MERGES : HIATUS[first.rime.index]!
    if (merges.length === 0) continue
    for (const second of read(first.end))
      for (const { joins, becomes } of merges)
        if (joins(second.onset.initial, second.rime)) (joined ??= []).push(asOne(first, second, becomes))
  }
  return joined ? [...readings, ...joined] : readings
}

function asOne(first: ThaiSyllable, second: ThaiSyllable, becomes: Merge['becomes']): ThaiSyllable {
  const { end, silent, onset, rime } = second
  const made = becomes(onset.initial, rime)
  return {
    end,
    onset: made.second === undefined ? first.onset : thaiOnset(first.onset.initial, made.second),
    rime: thaiRime(made.vowel ?? first.rime.vowel, rime.short, made.final),
    tone: first.tone,
    silent,
  }
}

/** What two syllables are as one, when the second (initial and rime) is of some kind. */
interface Merge {
  readonly joins: (initial: string, rime: ThaiRime) => boolean
  readonly becomes: (
    initial: string,
    rime: ThaiRime,
  ) => { readonly second?: string; readonly vowel?: string; readonly final: string }
}

const NO_MERGES: readonly Merge[] = []

/** เย, เยีย. */
const isYe = (initial: string, { vowel }: ThaiRime): boolean =>
  initial === 'y' && (vowel === 'e' || vowel === 'ia')

/** The first is the /w/ before the second: โฮอัน, ตูเยน. */
const asMedial: Merge = {
  joins: (initial, rime) => initial === '' || isYe(initial, rime),
  becomes: (initial, { vowel, final }) => ({ second: 'w', vowel: initial === 'y' ? 'ia' : vowel, final }),
}
/** The first begins the เ-ีย that the second ends: งีอา, เทียน as ทิเอน. */
const asDiphthong: Merge = {
  joins: (initial, rime) => (initial === '' && /^[ae]/.test(rime.vowel)) || isYe(initial, rime),
  becomes: (_, { final }) => ({ vowel: 'ia', final }),
}
/** The i of gi, spelled out: กิอัง, จีโอ. */
const asSpelledGi: Merge = {
  joins: (initial, { vowel }) => initial === '' && !/^[ie]/.test(vowel),
  becomes: (_, { vowel, final }) => ({ second: 'y', vowel, final }),
}
/** The second is the glide that ends the first: คาโอ, ลาอี. */
const asFinal: Merge = {
  joins: (initial, { vowel, final }) => initial === '' && final === '' && /^(?:i|o|u|ue)$/.test(vowel),
  becomes: (_, { vowel }) => ({ final: vowel === 'i' ? 'y' : 'w' }),
}
/** ตรีอู. */
const asDiphthongAndFinal: Merge = {
  joins: (initial, { vowel, final }) => (initial === '' || initial === 'y') && vowel === 'u' && final === '',
  becomes: () => ({ vowel: 'ia', final: 'w' }),
}

/** By vowel and final of the first. */
const MERGES: Readonly<Record<string, readonly Merge[]>> = {
  u: [asMedial],
  o: [asMedial],
  ua: [asMedial],
  uy: [{ ...asMedial, becomes: (_, { final }) => ({ second: 'w', vowel: 'ia', final }) }],
  i: [asDiphthong, asDiphthongAndFinal, asSpelledGi],
  a: [asFinal],
  e: [asFinal],
  ae: [asFinal],
}
const HIATUS = thaiRimes.map(({ vowel, final }) => MERGES[vowel + final] ?? NO_MERGES)
