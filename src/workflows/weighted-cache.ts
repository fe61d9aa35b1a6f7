/** Values by key, as many as weigh no more than `capacity` together; those that nobody asked for longest go first. */
export function createWeightedCache<Value>(capacity: number) {
  const kept = new Map<string, { readonly value: Value; readonly weight: number }>()
  let total = 0
  const forget = (key: string) => {
    total -= kept.get(key)?.weight ?? 0
    kept.delete(key)
  }
  return {
    get(key: string): Value | undefined {
      const found = kept.get(key)
      if (!found) return undefined
      kept.delete(key)
      kept.set(key, found)
      return found.value
    },
    /** A value that weighs more than the capacity is not kept. */
    set(key: string, value: Value, weight: number) {
      forget(key)
      if (weight > capacity) return
      kept.set(key, { value, weight })
      total += weight
      for (const oldest of kept.keys()) {
        if (total <= capacity) break
        forget(oldest)
      }
    },
  }
}

export type WeightedCache<Value> = ReturnType<typeof createWeightedCache<Value>>
