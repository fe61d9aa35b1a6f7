import { readingKey, type Quantity, type QuantityPair } from './numbers.ts'
import { exchanged, isConversion, unitsDiffer } from './quantities-in-context.ts'

/** How the quantities of two texts answer for each other. */
export interface QuantityMatch {
  /** What stands on one side only, and asks for an answer: figures, never words. */
  readonly source: readonly Quantity[]
  readonly target: readonly Quantity[]
  /** Equal values in units of one measure that are not the same (5 km and 5 m; đồng and baht). */
  readonly otherUnit: readonly QuantityPair[]
  /** Two values that changed places: each target figure with the source figure that belongs there. */
  readonly exchanged: readonly QuantityPair[]
}

/**
 * Sets the quantities of two texts against each other by value, each answering for one other: first those that count the same thing.
 * Figures answer for figures first, and by their likeliest reading first; what is left may be answered by words, or by the same amount
 * in another unit (20 dặm, 32 กม.).
 */
export function matchQuantities(source: readonly Quantity[], target: readonly Quantity[]): QuantityMatch {
  const pairs: QuantityPair[] = []
  const open = (quantities: readonly Quantity[], written: Quantity['written']) =>
    new Set(quantities.filter((quantity) => quantity.written === written))
  const figures = { source: open(source, 'figures'), target: open(target, 'figures') }
  const words = { source: open(source, 'words'), target: open(target, 'words') }

  for (const [asking, answering] of [
    [figures.source, figures.target],
    [figures.source, words.target],
  ] as const)
    consume(asking, answering, (asked, answer) => pairs.push({ source: asked, target: answer }))
  consume(figures.target, words.source, (asked, answer) => pairs.push({ source: answer, target: asked }))

  convert(figures.source, [...figures.target, ...words.target], (answer) => figures.target.delete(answer))
  convert(figures.target, [...words.source], () => true)
  dropGlosses(figures.source, source)
  dropGlosses(figures.target, target)
  return {
    source: [...figures.source],
    target: [...figures.target],
    otherUnit: pairs.filter(unitsDiffer),
    exchanged: exchanged(pairs),
  }
}

/** Takes out of both sets what answers for each other. */
function consume(
  asking: Set<Quantity>,
  answering: Set<Quantity>,
  found: (asked: Quantity, answer: Quantity) => void,
): void {
  for (const keysOf of [keysInUnit, keysAlone]) {
    if (asking.size === 0 || answering.size === 0) return
    const byKey = new Map<string, Quantity[]>()
    for (const quantity of [...answering].toReversed()) {
      for (const key of keysOf(quantity).flat()) {
        const queue = byKey.get(key)
        if (queue) queue.push(quantity)
        else byKey.set(key, [quantity])
      }
    }
    const take = (key: string): Quantity | undefined => {
      const queue = byKey.get(key)
      let next = queue?.pop()
      while (next && !answering.has(next)) next = queue!.pop()
      return next
    }
    // The first readings of all before anyone's second, so that a vague one does not take a sure one's place.
    const keys = Array.from(asking, (quantity) => [quantity, keysOf(quantity)] as const)
    const depth = keys.reduce((most, [, ranks]) => Math.max(most, ranks.length), 0)
    for (let rank = 0; rank < depth; rank++) {
      for (const [quantity, ranks] of keys) {
        if (!asking.has(quantity)) continue
        const answer = first(ranks[rank] ?? [], take)
        if (!answer) continue
        asking.delete(quantity)
        answering.delete(answer)
        found(quantity, answer)
      }
    }
  }
}

/** Under which keys a quantity may be found, by reading, the likeliest first. */
const keysAlone = ({ readings }: Quantity): readonly (readonly string[])[] =>
  readings.map((reading) => [readingKey(reading)])
const keysInUnit = ({ readings, context }: Quantity): readonly (readonly string[])[] =>
  readings.map((reading) => (context?.unit ?? []).map((unit) => `${readingKey(reading)} ${unit}`))

function first<Key, Found>(keys: readonly Key[], find: (key: Key) => Found | undefined): Found | undefined {
  for (const key of keys) {
    const found = find(key)
    if (found !== undefined) return found
  }
  return undefined
}

/** More than this many left over are no matter of units. */
const MOST_CONVERTED = 32

function convert(
  asking: Set<Quantity>,
  answering: readonly Quantity[],
  take: (answer: Quantity) => void,
): void {
  if (asking.size > MOST_CONVERTED) return
  const free = new Set(answering.slice(0, MOST_CONVERTED))
  for (const quantity of asking) {
    const answer = [...free].find((each) => isConversion(quantity, each))
    if (!answer) continue
    asking.delete(quantity)
    free.delete(answer)
    take(answer)
  }
}

/** A translator may say an amount twice: 20 ไมล์ (32 กม.), ปี 2567 (ค.ศ. 2024). Such a figure needs no answer when its neighbour has one. */
function dropGlosses(left: Set<Quantity>, all: readonly Quantity[]): void {
  if (left.size === 0) return
  all.forEach((quantity, at) => {
    if (!left.has(quantity)) return
    const isSaidBy = (neighbour: Quantity | undefined) =>
      neighbour !== undefined &&
      !left.has(neighbour) &&
      isNear(quantity, neighbour) &&
      isSame(quantity, neighbour)
    if (isSaidBy(all[at - 1]) || isSaidBy(all[at + 1])) left.delete(quantity)
  })
}

const NEAR = 24
const isNear = ({ span: a }: Quantity, { span: b }: Quantity): boolean =>
  Math.max(a.start, b.start) - Math.min(a.end, b.end) <= NEAR

const isSame = (a: Quantity, b: Quantity): boolean => isConversion(a, b) || isSameYearInOtherEra(a, b)

function isSameYearInOtherEra(a: Quantity, b: Quantity): boolean {
  if (a.era === undefined && b.era === undefined) return false
  const year = ({ readings }: Quantity) => readings.find(({ kind }) => kind === 'year')?.value
  return year(a) !== undefined && year(a) === year(b) && a.readings.at(-1)?.value !== b.readings.at(-1)?.value
}
