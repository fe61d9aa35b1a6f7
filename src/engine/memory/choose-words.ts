/** A word of the text that is looked up. */
export interface CountedWord {
  readonly word: string
  /** How often it stands in that text. */
  readonly count: number
  /** In how many sources of the memory it stands. */
  readonly entries: number
}

/** Whatever is alike enough has at least `required` of the words. */
export interface ChosenWords {
  readonly words: readonly string[]
  readonly required: 1 | 2
  /** True when nothing that is alike by `least` can lack them; false when so many common words would have cost too much. */
  readonly isComplete: boolean
}

/**
 * The rarest words of a text, as many as are needed to find whatever is alike by `least` or more (prefix filtering: Chaudhuri, Ganti,
 * Kaushik 2006). Of `tokens` tokens, at most ⌊tokens · (1 − least) / least⌋ are missing in another source that is so alike; with two words more than these
 * changes can destroy, two always remain, and two are far rarer together than one. Where that takes words that stand in more than
 * `affordable` sources together, the rarest four or more that can be afforded are taken, and what has fewer than two of them is not found.
 */
export function chooseWords(
  words: readonly CountedWord[],
  { tokens, least, affordable }: { tokens: number; least: number; affordable: number },
): ChosenWords {
  const changes = Math.floor((tokens * (1 - least)) / least + 1e-9)
  const rarest = words.toSorted((a, b) => a.entries - b.entries || (a.word < b.word ? -1 : 1))
  const chosen: CountedWord[] = []
  let cost = 0
  for (const word of rarest) {
    if (chosen.length - destroyed(chosen, changes) >= 2) break
    cost += word.entries
    if (chosen.length >= fewest && cost > affordable) break
    chosen.push(word)
  }
  const remaining = chosen.length - destroyed(chosen, changes)
  return {
    words: chosen.map(({ word }) => word),
    required: remaining === 1 || chosen.length < 2 ? 1 : 2,
    isComplete: remaining >= 1,
  }
}

/** So many are looked for whatever they cost. */
const fewest = 4

/** How many of the words so many changes can take away altogether, at worst. */
function destroyed(words: readonly CountedWord[], changes: number): number {
  let left = changes
  let count = 0
  for (const each of words.map((word) => word.count).sort((a, b) => a - b)) {
    left -= each
    if (left < 0) break
    count++
  }
  return count
}
