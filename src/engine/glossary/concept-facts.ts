import type { TermUsage } from './usage.ts'

/** What accounting asks of a concept, beside its terms in the indexes. */
export interface ConceptFacts {
  /** What it may be called in the target language, the preferred term first; empty when it may not be named at all. */
  readonly accepted: readonly string[]
  /** Null when every occurrence counts. */
  readonly usage: TermUsage | null
}

/** Facts of many concepts as plain bytes, so that one thread can make them and another use them without copying or building anything. */
export interface PackedFacts {
  /** UTF-8: the ids in code unit order, and a JSON of the facts of each, with the end of every one. */
  readonly ids: Uint8Array<ArrayBuffer>
  readonly idEnds: Uint32Array<ArrayBuffer>
  readonly facts: Uint8Array<ArrayBuffer>
  readonly factEnds: Uint32Array<ArrayBuffer>
}

export function packFacts(facts: ReadonlyMap<string, ConceptFacts>): PackedFacts {
  const ids = [...facts.keys()].sort()
  const [idBytes, idEnds] = concatenate(ids)
  const [factBytes, factEnds] = concatenate(ids.map((id) => JSON.stringify(facts.get(id))))
  return { ids: idBytes, idEnds, facts: factBytes, factEnds }
}

/** Looks facts up by bisection; what was asked for once is remembered. Null for a concept that is not there. */
export function factsIn({
  ids,
  idEnds,
  facts,
  factEnds,
}: PackedFacts): (conceptId: string) => ConceptFacts | null {
  const known = new Map<string, ConceptFacts | null>()
  const idAt = (at: number) => textAt(ids, idEnds, at)
  const find = (conceptId: string): ConceptFacts | null => {
    let [low, high] = [0, idEnds.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (idAt(middle) < conceptId) low = middle + 1
      else high = middle
    }
    if (low === idEnds.length || idAt(low) !== conceptId) return null
    return JSON.parse(textAt(facts, factEnds, low)) as ConceptFacts
  }
  return (conceptId) => {
    const remembered = known.get(conceptId)
    if (remembered !== undefined) return remembered
    const found = find(conceptId)
    known.set(conceptId, found)
    return found
  }
}

function concatenate(texts: readonly string[]): [Uint8Array<ArrayBuffer>, Uint32Array<ArrayBuffer>] {
  const encoder = new TextEncoder()
  const parts = texts.map((text) => encoder.encode(text))
  const ends = new Uint32Array(parts.length)
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  parts.forEach((part, index) => {
    bytes.set(part, at)
    ends[index] = at += part.length
  })
  return [bytes, ends]
}

const decoder = new TextDecoder()

const textAt = (bytes: Uint8Array, ends: Uint32Array, at: number): string =>
  decoder.decode(bytes.subarray(at === 0 ? 0 : ends[at - 1], ends[at]))
