/**
 * A map from 32-bit hashes to numbers other than 0 in one typed array, by open addressing: a hash and its value side by side, 0 for a
 * place that is free. The length is a power of two; a third and more of the places are free.
 */
export type HashSlots = Int32Array

/** The value of a hash, 0 when it has none. */
export function valueOf(slots: HashSlots, hash: number): number {
  return slots[placeOf(slots, hash) + 1]!
}

/** Makes a map; `put` is told what was there before and says what shall be. Linear. */
export function growingSlots() {
  let slots: HashSlots = new Int32Array(2 * 1024)
  let used = 0
  const grow = (): void => {
    const old = slots
    slots = new Int32Array(2 * old.length)
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue
      const place = placeOf(slots, old[at]!)
      slots[place] = old[at]!
      slots[place + 1] = old[at + 1]!
    }
  }
  return {
    get slots() {
      return slots
    },
    put(hash: number, value: (before: number) => number): void {
      if (3 * used > slots.length) grow()
      const place = placeOf(slots, hash)
      if (slots[place + 1] === 0) used++
      slots[place] = hash
      slots[place + 1] = value(slots[place + 1]!)
    },
  }
}

/** Where a hash stands, or the free place where it would. */
function placeOf(slots: HashSlots, hash: number): number {
  const mask = slots.length - 1
  let at = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask & ~1
  while (slots[at + 1] !== 0 && slots[at] !== hash) at = (at + 2) & mask
  return at
}
