import { createDistance } from '../text/token-distance.ts'

/** Two sources that do not read the same are never quite alike, even where only a space tells them apart. */
const mostOfDifferent = 0.99

/** A source, prepared for being compared with. */
export interface Comparable {
  readonly key: string
  readonly tokens: readonly string[]
}

/** How alike two sources are, from 0 to 1: the share of the longer one's tokens that need no change. 1 if, and only if, they read the same. */
export function createSimilarity({ key, tokens }: Comparable): (other: Comparable) => number {
  const distance = createDistance(tokens)
  return (other) => {
    if (other.key === key) return 1
    const longer = Math.max(tokens.length, other.tokens.length)
    return longer === 0 ? 0 : Math.min(mostOfDifferent, 1 - distance(other.tokens) / longer)
  }
}
