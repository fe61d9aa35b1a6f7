import { readingKey, type Quantity, type QuantityPair, type Reading } from './numbers.ts'
import type { Facet } from './quantity-context.ts'
import { unitOf, type Unit } from './units.ts'

/** Amounts of one measure in different units may be rounded: 20 miles are 32.19 km. */
const ROUNDING = 0.03

/** True when two quantities are one amount in different units, as far as rounding goes. */
export function isConversion(a: Quantity, b: Quantity): boolean {
  const amounts = amountsOf(a)
  return (
    amounts.length > 0 &&
    amountsOf(b).some(({ id, unit, amount }) =>
      amounts.some(
        (other) =>
          other.id !== id &&
          other.unit.measure === unit.measure &&
          Math.abs(other.amount - amount) <= ROUNDING * Math.max(other.amount, amount),
      ),
    )
  )
}

/** True when both say in what they measure the same thing, these are different units, and the amounts are not the same either. */
export function unitsDiffer({ source, target }: QuantityPair): boolean {
  const [own, other] = [measuresOf(source), measuresOf(target)]
  const shareMeasure = own.some(([, { measure }]) => other.some(([, unit]) => unit.measure === measure))
  if (!shareMeasure || isConversion(source, target)) return false
  return !own.some(([id]) => other.some(([otherId]) => otherId === id))
}

/**
 * Pairs that changed places. Values alone cannot show this; it takes labels that agree crosswise: `5 người chết, 12 người bị thương` and
 * `เสียชีวิต 12 คน บาดเจ็บ 5 คน`, or `từ 5% lên 7%` and `จาก 7% เป็น 5%`. One of the two must contradict its own source, the other may lack a
 * label in the target (`ngày 2 … năm 1968`, `วันที่ 1968 … 2`).
 */
export function exchanged(pairs: readonly QuantityPair[]): readonly QuantityPair[] {
  const wrong = new Map<Quantity, QuantityPair>()
  for (const facet of FACETS) {
    const labelled = pairs.filter(({ source }) => source.context?.[facet]).slice(0, MOST)
    for (const one of labelled) {
      if (wrong.has(one.target) || !contradict(one.source, one.target, facet)) continue
      const other = labelled.find(
        ({ source, target }) =>
          !wrong.has(target) &&
          !isEqual(source, one.source) &&
          !agree(source, target, facet) &&
          agree(source, one.target, facet) &&
          !contradict(one.source, target, facet),
      )
      if (!other) continue
      wrong.set(one.target, { source: other.source, target: one.target })
      wrong.set(other.target, { source: one.source, target: other.target })
    }
  }
  return [...wrong.values()].sort((a, b) => a.target.span.start - b.target.span.start)
}

const FACETS: readonly Facet[] = ['fate', 'side', 'unit']
/** Exchanges are looked for among this many pairs of a segment, each with each. */
const MOST = 32

const isEqual = (a: Quantity, b: Quantity): boolean =>
  readingKey(a.readings[0]!) === readingKey(b.readings[0]!)

function agree(a: Quantity, b: Quantity, facet: Facet): boolean {
  const labels = b.context?.[facet]
  return labels !== undefined && (a.context?.[facet] ?? []).some((label) => labels.includes(label))
}

const contradict = (a: Quantity, b: Quantity, facet: Facet): boolean =>
  a.context?.[facet] !== undefined && b.context?.[facet] !== undefined && !agree(a, b, facet)

const measuresOf = ({ context }: Quantity): readonly (readonly [string, Unit])[] =>
  (context?.unit ?? []).flatMap((id) => {
    const unit = unitOf(id)
    return unit ? [[id, unit] as const] : []
  })

function amountsOf(
  quantity: Quantity,
): readonly { readonly id: string; readonly unit: Unit; readonly amount: number }[] {
  return measuresOf(quantity).flatMap(([id, unit]) =>
    unit.size === undefined
      ? []
      : plainValues(quantity.readings).map((value) => ({ id, unit, amount: value * unit.size! })),
  )
}

const plainValues = (readings: readonly Reading[]): readonly number[] =>
  readings.filter(({ kind }) => kind === 'number').map(({ value }) => value)
