import type { JoinedThai } from './joined-thai.ts'
import type { WantedName } from './read-names.ts'
import { initialsWithin } from './sound-costs.ts'
import { spellingsAt, syllableReader } from './spell-name.ts'
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
  const read = syllableReader(text)
  const formsAt = formsByLetter(wanted)
  const namesAt = namesByInitial(wanted)
  const edges: NameEdge[] = []
  for (let start = 0; start < text.length; start++) {
    for (const { form, name } of formsAt.get(text.charCodeAt(start)) ?? []) {
      const end = start + form.length
      if (text.startsWith(form, start) && !belongsBefore(text, end))
        edges.push({ start, end, name, cost: 0, isKnownForm: true })
    }
    const [initial, other] = initialsAt(text, start)
    if (initial === undefined) continue
    const names = namesAt.get(initial) ?? NOBODY
    const others = other === undefined ? NOBODY : (namesAt.get(other) ?? NOBODY)
    for (const name of others === NOBODY ? names : new Set([...names, ...others])) {
      const { syllables, cap } = wanted[name]!
      for (const { end, cost } of spellingsAt(thai, read, syllables ?? [], start, cap))
        edges.push({ start, end, name, cost, isKnownForm: false })
    }
  }
  return edges
}

const NOBODY: readonly number[] = []

function formsByLetter(wanted: readonly WantedName[]) {
  const byLetter = new Map<number, { readonly form: string; readonly name: number }[]>()
  wanted.forEach(({ forms }, name) => {
    for (const form of forms) if (form !== '') add(byLetter, form.charCodeAt(0), { form, name })
  })
  return byLetter
}

/** Which names could begin with a consonant. */
function namesByInitial(wanted: readonly WantedName[]): ReadonlyMap<string, readonly number[]> {
  const byInitial = new Map<string, number[]>()
  wanted.forEach(({ syllables, cap }, name) => {
    const [first] = syllables ?? []
    if (!syllables || !first) return
    for (const initial of initialsWithin(first, cap * syllables.length)) add(byInitial, initial, name)
  })
  return byInitial
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
