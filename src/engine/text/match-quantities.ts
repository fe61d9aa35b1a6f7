import { readingKey, type Quantity } from './numbers.ts'

/** What stands on one side only, and asks for an answer: figures, never words. */
export interface UnmatchedQuantities {
  readonly source: readonly Quantity[]
  readonly target: readonly Quantity[]
}

/**
 * Sets the quantities of two texts against each other by value, each answering for one other. Figures answer for figures first, and
 * by their likeliest reading first; what is left may be answered by words.
 */
export function matchQuantities(
  source: readonly Quantity[],
  target: readonly Quantity[],
): UnmatchedQuantities {
  const [sourceFigures, sourceWords] = parted(source)
  const [targetFigures, targetWords] = parted(target)
  const [sourceLeft, targetLeft] = consume(sourceFigures, targetFigures)
  return {
    source: consume(sourceLeft, targetWords)[0],
    target: consume(targetLeft, sourceWords)[0],
  }
}

function parted(quantities: readonly Quantity[]): readonly [readonly Quantity[], readonly Quantity[]] {
  return [
    quantities.filter(({ written }) => written === 'figures'),
    quantities.filter(({ written }) => written === 'words'),
  ]
}

/** What is left on each side. Takes the first readings of all before anyone's second, so that a vague one does not take a sure one's place. */
function consume(
  asking: readonly Quantity[],
  answering: readonly Quantity[],
): readonly [readonly Quantity[], readonly Quantity[]] {
  const byReading = new Map<string, Quantity[]>()
  for (const quantity of answering.toReversed()) {
    for (const reading of quantity.readings) {
      const key = readingKey(reading)
      const queue = byReading.get(key)
      if (queue) queue.push(quantity)
      else byReading.set(key, [quantity])
    }
  }
  const taken = new Set<Quantity>()
  const take = (key: string): boolean => {
    const queue = byReading.get(key)
    let next = queue?.pop()
    while (next && taken.has(next)) next = queue!.pop()
    if (next) taken.add(next)
    return next !== undefined
  }
  let left = asking
  const depth = asking.reduce((most, { readings }) => Math.max(most, readings.length), 0)
  for (let rank = 0; rank < depth; rank++) {
    left = left.filter(({ readings }) => {
      const reading = readings[rank]
      return !reading || !take(readingKey(reading))
    })
  }
  return [left, answering.filter((quantity) => !taken.has(quantity))]
}
