import type { HeardSyllable } from './heard-syllable.ts'
import {
  initialCost,
  lostBeforeW,
  rimeCost,
  rimesOf,
  SILENCED_FINALS,
  TONE_COSTS,
  WEIGHTS,
} from './slot-costs.ts'
import { thaiOnset, thaiOnsets, thaiRimes } from './thai-sounds.ts'
import type { ThaiSyllable, ThaiTone } from './thai-syllables.ts'

/**
 * How far Thai syllables are from rendering one Vietnamese syllable: 0 as the rules of 2012 would have it, 1 nothing in common. A weighted
 * sum over the slots of the syllable.
 */
export interface SoundCosts {
  /** By `ThaiOnset.index`. */
  readonly onsets: Float64Array
  /** By `ThaiRime.index`, without a /w/ before it, and with. */
  readonly rimes: Float64Array
  readonly rimesAfterW: Float64Array
  /** May a ว be the /w/ of the rime, and no initial? */
  readonly glides: boolean
  readonly tones: Readonly<Record<ThaiTone, number>>
  readonly silent: number
}

/** Kept as long as the syllable is; what onsets and rimes cost is worked out once for each that the language has. */
export function soundCosts(vi: HeardSyllable): SoundCosts {
  const known = costsOf.get(vi)
  if (known) return known
  const made = {
    onsets: onsetCosts(vi),
    ...rimeCosts(vi),
    glides: lostBeforeW(vi) < 1,
    tones: TONE_COSTS[vi.tone],
    silent: SILENCED_FINALS.has(vi.final) ? 0 : 0.05,
  }
  costsOf.set(vi, made)
  return made
}

const costsOf = new WeakMap<HeardSyllable, SoundCosts>()

export function soundCost(vi: SoundCosts, { onset, rime, silent, tone }: ThaiSyllable): number {
  const rimes = onset.second === 'w' || (vi.glides && onset === W_ALONE) ? vi.rimesAfterW : vi.rimes
  return Math.min(
    1,
    vi.onsets[onset.index]! + rimes[rime.index]! + (silent ? vi.silent : 0) + WEIGHTS.tone * vi.tones[tone],
  )
}

const W_ALONE = thaiOnset('w')

function onsetCosts(vi: HeardSyllable): Float64Array {
  const lost = lostBeforeW(vi)
  return memoized(onsetTables, `${vi.initial} ${vi.medial}`, () =>
    Float64Array.from(
      thaiOnsets,
      (onset) => WEIGHTS.initial * (onset === W_ALONE && lost < 1 ? lost : initialCost(vi.initial, onset)),
    ),
  )
}

const onsetTables = new Map<string, Float64Array>()

function rimeCosts(vi: HeardSyllable): Pick<SoundCosts, 'rimes' | 'rimesAfterW'> {
  const { initial, medial, nucleus, final } = vi
  return memoized(rimeTables, `${initial === 'gi'} ${medial} ${nucleus} ${final}`, () => {
    const heard = rimesOf(vi)
    const costs = (afterW: boolean) =>
      Float64Array.from(thaiRimes, (rime) =>
        Math.min(1, ...heard.map((written) => rimeCost(written, rime, afterW))),
      )
    return { rimes: costs(false), rimesAfterW: costs(true) }
  })
}

const rimeTables = new Map<string, Pick<SoundCosts, 'rimes' | 'rimesAfterW'>>()

/** For what the language bounds: there are some hundred parts of syllables. */
function memoized<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}
