import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createWeightedCache } from '../../src/workflows/weighted-cache.ts'

test('a weighted cache never holds more than its capacity, and forgets first what nobody asked for longest', () => {
  const step = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    weight: fc.nat({ max: 12 }),
    isRead: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const memory = createWeightedCache<number>(10)
      let held: { key: string; weight: number }[] = []
      for (const [value, { key, weight, isRead }] of steps.entries()) {
        const known = held.find((entry) => entry.key === key)
        held = held.filter((entry) => entry.key !== key)
        if (isRead) {
          expect(memory.get(key) === undefined).toBe(known === undefined)
          if (known) held.push(known)
          continue
        }
        memory.set(key, value, weight)
        if (weight <= 10) held.push({ key, weight })
        while (held.reduce((sum, entry) => sum + entry.weight, 0) > 10) held.shift()
      }
      for (const key of ['a', 'b', 'c', 'd', 'e'])
        expect(memory.get(key) !== undefined).toBe(held.some((entry) => entry.key === key))
    }),
  )
})
