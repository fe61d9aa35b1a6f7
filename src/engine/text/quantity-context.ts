/**
 * What the words beside a figure say of it: `unit` is what it counts (a unit of `units.ts`, `percent`, or a thing such as `person`),
 * `fate` what befell those counted, `side` whether a change starts (`from`) or ends (`to`) there.
 */
export type Facet = 'unit' | 'fate' | 'side'

/** The meanings of a figure's surroundings; several where a word has several (ปอนด์ is money and mass), none where nothing is said. */
export type Context = Readonly<Partial<Record<Facet, readonly string[]>>> & {
  /** What says the unit, as it is written. */
  readonly unitWord?: string
}

/** Words that say one thing of the figure beside them. */
export interface ContextRule {
  readonly facet: Facet
  readonly pattern: RegExp
  /** Looks at the text before the figure and must then end in `$`; a rule that looks after it begins with `^`. */
  readonly looks: 'before' | 'after'
  readonly meanings: (word: string) => readonly string[]
}

/** How far from a figure its words may stand, in UTF-16 units: bounded, so that reading them all is linear. */
const REACH = 32

/** What stands around the range says of the figure in it. Of two rules for one facet the first that matches decides. */
export function contextAt(text: string, start: number, end: number, rules: readonly ContextRule[]): Context {
  if (rules.length === 0) return NOTHING
  const before = text.slice(Math.max(0, start - REACH), start)
  const after = text.slice(end, end + REACH)
  const context: { -readonly [Key in keyof Context]: Context[Key] } = {}
  for (const { facet, pattern, looks, meanings } of rules) {
    if (context[facet]) continue
    const word = pattern.exec(looks === 'before' ? before : after)?.groups?.['word']
    if (word === undefined) continue
    context[facet] = meanings(word)
    if (facet === 'unit') context.unitWord = word
  }
  return context
}

const NOTHING: Context = {}

/** A rule for what stands right before a figure; its group `word` is a word of the table. */
export const beforeFigure = (facet: Facet, pattern: string, table: Words): ContextRule => ({
  facet,
  looks: 'before',
  pattern: new RegExp(`${pattern}$`, 'iu'),
  meanings: table.meanings,
})

/** The same for what follows a figure. */
export const afterFigure = (facet: Facet, pattern: string, table: Words): ContextRule => ({
  facet,
  looks: 'after',
  pattern: new RegExp(`^${pattern}`, 'iu'),
  meanings: table.meanings,
})

/** The sides of a range or a score, by what stands between two figures: a dash, or the language's own words for it. */
export function rangeSides(words: string): readonly ContextRule[] {
  const between = String.raw`\s?%?\s?(?<word>[-–—]|${words})\s?`
  return [
    { facet: 'side', looks: 'after', pattern: new RegExp(`^${between}\\d`, 'u'), meanings: () => ['from'] },
    { facet: 'side', looks: 'before', pattern: new RegExp(`\\d${between}$`, 'u'), meanings: () => ['to'] },
  ]
}

/** Meanings and the words for them, as a language pack lists them: `km: 'km|cây số'`. */
export type WordTable = Readonly<Record<string, string>>

/** The words of a table as source text for a pattern, longest first, and what each means. */
export interface Words {
  readonly words: string
  readonly meanings: (word: string) => readonly string[]
}

export function readWordTable(table: WordTable): Words {
  const meaningsOf = new Map<string, string[]>()
  for (const [meaning, words] of Object.entries(table))
    for (const word of words.split('|')) meaningsOf.set(word, [...(meaningsOf.get(word) ?? []), meaning])
  return {
    words: [...meaningsOf.keys()]
      .toSorted((a, b) => b.length - a.length)
      .map((word) => word.replace(/[.$^()]/g, '\\$&'))
      .join('|'),
    meanings: (word) => meaningsOf.get(word) ?? meaningsOf.get(word.toLowerCase()) ?? [],
  }
}
