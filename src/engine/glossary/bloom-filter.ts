/**
 * Which hashes may be in a set, none of the set left out (Bloom 1970): two bits of one word for each, and eight bits and more of room,
 * so that about one in twenty others seems to be in it too.
 */
export type BloomFilter = Int32Array

export function filterOf(hashes: readonly number[]): BloomFilter {
  let words = 32
  while (4 * words < hashes.length) words *= 2
  const filter = new Int32Array(words)
  const shift = filterShift(filter)
  for (const hash of hashes) filter[hash >>> shift]! |= (1 << hash) | (1 << (hash >>> 5))
  return filter
}

/** What `mayHold` wants to be told, so that a loop works it out once. */
export const filterShift = (filter: BloomFilter): number => Math.clz32(filter.length) + 1

/** 1 for every hash of the set and for few others, 0 for the rest. */
export function mayHold(filter: BloomFilter, shift: number, hash: number): number {
  const word = filter[hash >>> shift]!
  return (word >>> hash) & (word >>> (hash >>> 5)) & 1
}
