import type { Span } from './span.ts'

/** A repaired text that remembers where each of its characters stood in the text as given. */
export interface NormalizedText {
  readonly text: string
  /**
   * The place in the text as given. An offset maps to where the character at it began; a span maps to the smallest
   * span that covers everything its characters were made from. Monotone and always inside the text as given.
   */
  toOriginal(offset: number): number
  toOriginal(span: Span): Span
}

/** One replacement inside a text: half-open UTF-16 range, and what stands there afterwards. */
export interface Repair {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Finds what a rule would change, in order and without overlaps. */
export type RepairRule = (text: string) => readonly Repair[]

/** One rule can make work for another (a dropped joiner brings two marks together); real text needs one round. */
const MAX_ROUNDS = 4

/** Applies the rules in order, again and again until none of them finds anything, and keeps the map back. */
export function normalizeWith(rules: readonly RepairRule[], given: string): NormalizedText {
  let current: Mapped = { text: given, starts: null, ends: null }
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = current
    for (const rule of rules) current = apply(current, rule)
    if (current === before) break
  }
  return new MappedText(given, current)
}

/** A rule from a global pattern and what a match becomes; matches that stay the same are no repair. */
export const repairing =
  (pattern: RegExp, become: (match: string) => string): RepairRule =>
  (text) => {
    // Most texts need no repair, and a search makes no objects.
    if (text.search(pattern) < 0) return NOTHING
    const repairs: Repair[] = []
    for (const { 0: match, index } of text.matchAll(pattern)) {
      const repaired = become(match)
      if (repaired !== match) repairs.push({ start: index, end: index + match.length, text: repaired })
    }
    return repairs
  }

const NOTHING: readonly Repair[] = []

/**
 * Characters that nobody sees: soft hyphen, combining grapheme joiner, zero width space and (non-)joiner, direction marks, word joiner and
 * the invisible operators, byte order mark. A joiner after a pictograph stays: it makes one emoji of several.
 */
export const dropInvisible: RepairRule = repairing(
  /[\u00AD\u034F\u061C\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]+|(?<![\p{Extended_Pictographic}\uFE0F])\u200D/gu,
  () => '',
)

/** No-break, thin, figure and ideographic spaces as the plain one, unit for unit; tabs and line breaks stay. */
export const plainSpaces: RepairRule = repairing(/[^\S\t\n\v\f\r \u2028\u2029\uFEFF]+/g, (spaces) =>
  ' '.repeat(spaces.length),
)

/**
 * Unicode canonical composition (UAX #15), a base with its marks at a time. Runs of more than 32 marks are no language's
 * spelling and stay as they are, because composing them takes quadratic time.
 */
export const composeCanonically: RepairRule = (text) =>
  !MAYBE_LOOSE.test(text) || (!/\p{M}{33}/u.test(text) && text.normalize('NFC') === text)
    ? NOTHING
    : composeClusters(text)

/**
 * Whatever is not surely composed and in order, so that most texts are spared the question: Latin letters that are one character are, and
 * Thai is but for a tone before a mark below and a vowel below before phinthu.
 */
const MAYBE_LOOSE =
  /[^\0-\u02FF\u0E00-\u0E7F\u1E00-\u1EFF\u2010-\u203A]|[\u0E48-\u0E4B][\u0E38-\u0E3A]|[\u0E38\u0E39]\u0E3A/

const composeClusters = repairing(
  /[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?|\P{M}\p{M}*|\p{M}+/gu,
  (cluster) => (cluster.length > 66 ? cluster : cluster.normalize('NFC')),
)

/** `starts[i]` and `ends[i]` bound what the i-th UTF-16 unit of `text` was made from; null while nothing has changed. */
interface Mapped {
  readonly text: string
  readonly starts: readonly number[] | null
  readonly ends: readonly number[] | null
}

function apply(mapped: Mapped, rule: RepairRule): Mapped {
  const repairs = rule(mapped.text)
  if (repairs.length === 0) return mapped
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const startOf = (offset: number) => mapped.starts?.[offset] ?? offset
  const endOf = (offset: number) => mapped.ends?.[offset] ?? offset + 1
  let done = 0
  const keepUntil = (offset: number) => {
    parts.push(mapped.text.slice(done, offset))
    for (; done < offset; done++) {
      starts.push(startOf(done))
      ends.push(endOf(done))
    }
  }
  for (const repair of repairs) {
    keepUntil(repair.start)
    parts.push(repair.text)
    const sameLength = repair.text.length === repair.end - repair.start
    for (let i = 0; i < repair.text.length; i++) {
      starts.push(startOf(sameLength ? repair.start + i : repair.start))
      ends.push(endOf(sameLength ? repair.start + i : repair.end - 1))
    }
    done = repair.end
  }
  keepUntil(mapped.text.length)
  return { text: parts.join(''), starts, ends }
}

class MappedText implements NormalizedText {
  readonly text: string
  readonly #given: string
  readonly #mapped: Mapped

  constructor(given: string, mapped: Mapped) {
    this.text = mapped.text
    this.#given = given
    this.#mapped = mapped
  }

  toOriginal(offset: number): number
  toOriginal(span: Span): Span
  toOriginal(place: number | Span): number | Span {
    if (typeof place === 'number') return this.#startAt(place)
    const start = this.#startAt(place.start)
    if (place.end <= place.start) return { start, end: start }
    const last = Math.min(place.end, this.text.length) - 1
    return { start, end: Math.max(start, this.#mapped.ends?.[last] ?? last + 1) }
  }

  #startAt(offset: number): number {
    if (offset >= this.text.length) return this.#given.length
    return this.#mapped.starts?.[Math.max(0, offset)] ?? Math.max(0, offset)
  }
}
