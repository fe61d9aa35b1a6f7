import type { HeardSyllable } from './heard-syllable.ts'
import type { JoinedThai } from './joined-thai.ts'
import type { WantedName } from './read-names.ts'
import { initialsWithin } from './slot-costs.ts'
import { soundCosts, type SoundCosts } from './sound-costs.ts'
import { nameSpeller } from './spell-name.ts'
import { belongsBefore, initialsAt } from './thai-syllables.ts'

/** A place where a name could stand. */
export interface NameEdge {
  /** In the joined text. */
  readonly start: number
  readonly end: number
  /** Which of the names. */
  readonly name: number
  /** 0 for a known form, else how far from the name's sound (mean of its syllables, 0 to 1). */
  readonly cost: number
  readonly isKnownForm: boolean
}

/** Every place where one of the names could stand, by start. */
export function nameEdges(thai: JoinedThai, wanted: readonly WantedName[]): readonly NameEdge[] {
  const { text } = thai
  const spell = nameSpeller(thai)
  const formsFrom = namesByLetter(wanted)
  const sounds = wanted.map(({ syllables }) => syllables && soundsOfName(syllables).costs)
  const namesFrom = namesByInitials(wanted)
  const edges: NameEdge[] = []
  for (let start = 0; start < text.length; start++) {
    for (const name of formsFrom.get(text.charCodeAt(start)) ?? NOBODY)
      for (const form of wanted[name]!.forms) {
        const end = start + form.length
        if (form !== '' && text.startsWith(form, start) && !belongsBefore(text, end))
          edges.push({ start, end, name, cost: 0, isKnownForm: true })
      }
    for (const name of namesFrom(initialsAt(text, start)))
      for (const { end, cost } of spell(sounds[name]!, start, wanted[name]!.cap))
        edges.push({ start, end, name, cost, isKnownForm: false })
  }
  return edges
}

interface NameSounds {
  readonly costs: readonly SoundCosts[]
  /** The first consonants that a spelling may begin with, by its cap. */
  readonly initials: Map<number, readonly string[]>
}

/** Kept as long as what is known of the name. */
function soundsOfName(syllables: readonly HeardSyllable[]): NameSounds {
  const known = soundsOf.get(syllables)
  if (known) return known
  const made = { costs: syllables.map(soundCosts), initials: new Map<number, readonly string[]>() }
  soundsOf.set(syllables, made)
  return made
}

const soundsOf = new WeakMap<readonly HeardSyllable[], NameSounds>()

function initialsOfName({ syllables, cap }: WantedName): readonly string[] {
  const first = syllables?.[0]
  if (!syllables || !first) return NO_INITIAL
  const { initials } = soundsOfName(syllables)
  const known = initials.get(cap)
  if (known) return known
  const made = initialsWithin(first, cap * syllables.length)
  initials.set(cap, made)
  return made
}

const NO_INITIAL: readonly string[] = []

/** Which names have a form that begins with a letter. */
function namesByLetter(wanted: readonly WantedName[]): ReadonlyMap<number, readonly number[]> {
  const byLetter = new Map<number, number[]>()
  wanted.forEach(({ forms }, name) => {
    for (const form of forms) {
      const letter = form.charCodeAt(0)
      if (byLetter.get(letter)?.at(-1) !== name) add(byLetter, letter, name)
    }
  })
  return byLetter
}

/** Which names could begin with one of some consonants; `initialsAt` has one list for each letter. */
function namesByInitials(wanted: readonly WantedName[]): (initials: readonly string[]) => readonly number[] {
  const byInitial = new Map<string, number[]>()
  wanted.forEach((one, name) => {
    for (const initial of initialsOfName(one)) add(byInitial, initial, name)
  })
  const namesFrom = (initial: string | undefined) => byInitial.get(initial ?? '') ?? NOBODY
  const afterHo = new Map<readonly string[], readonly number[]>()
  return (initials) => {
    if (initials.length === 0) return NOBODY
    if (initials.length === 1) return namesFrom(initials[0])
    const known = afterHo.get(initials)
    if (known) return known
    const made = [...new Set(initials.flatMap(namesFrom))]
    afterHo.set(initials, made)
    return made
  }
}

const NOBODY: readonly number[] = []

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
