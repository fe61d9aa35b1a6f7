import type { Anchors } from './anchors.ts'

/** What a group of source pieces shares with some target pieces, ready to be counted off along stretches of the target. */
export interface SharedEvidence {
  /** Target piece `j` holds `ids[starts[j]]` to `ids[starts[j + 1]]`, the latter left out. */
  readonly starts: Int32Array
  readonly ids: readonly number[]
  /** How often the group holds each, less what was counted off since the last `restart`. */
  readonly wanted: Int32Array
  readonly weights: Float64Array
}

/** For one group at a time: what `of` gave is overwritten by its next call. */
export function sharedEvidence({ source, target, weights }: Anchors) {
  const starts = new Int32Array(target.length + 1)
  const ids: number[] = []
  const wanted = new Int32Array(weights.length)
  const isShared = new Uint8Array(weights.length)
  const own: number[] = []

  /** For source pieces `[i, i + di)` and target pieces `[low, high)`. */
  function of(i: number, di: number, low: number, high: number): SharedEvidence {
    for (const id of own) wanted[id] = 0
    own.length = ids.length = 0
    for (let k = i; k < i + di; k++) for (const id of source[k]!) wanted[id] = 1
    for (let j = low; j < high; j++) {
      starts[j] = ids.length
      for (const id of target[j]!) if (wanted[id] === 1) ids.push(id)
    }
    starts[high] = ids.length
    for (const id of ids) isShared[id] = 1
    for (let k = i; k < i + di; k++)
      for (const id of source[k]!)
        if (isShared[id] === 1) own.push(id)
        else wanted[id] = 0
    for (const id of ids) isShared[id] = 0
    return { starts, ids, wanted, weights }
  }

  /** Before a stretch is followed. */
  function restart(): void {
    for (const id of own) wanted[id] = 0
    for (const id of own) wanted[id]!++
  }

  return { of, restart }
}
