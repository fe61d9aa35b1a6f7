import { overlaps } from '../text/span.ts'
import type { Occurrence } from './occurrences.ts'

/** A way to read some overlapping occurrences: those of them that are meant, in order, without overlaps. */
export type ClusterReading = readonly Occurrence[]

/**
 * The occurrences, sorted by start and none inside another, in groups that hang together by overlaps. Each comes with its readings, the
 * likelier first: from its first term on, or from its second; certain terms before those that a longer name may hold.
 */
export function clustersOf(occurrences: readonly Occurrence[]): readonly (readonly ClusterReading[])[] {
  const clusters: Occurrence[][] = []
  for (const each of occurrences) {
    const last = clusters.at(-1)
    if (last && overlaps(last.at(-1)!.span, each.span)) last.push(each)
    else clusters.push([each])
  }
  return clusters.map((cluster) => {
    const readings = cluster.length > 1 ? [leftmost(cluster), leftmost(cluster.slice(1))] : [cluster]
    const doubts = (reading: ClusterReading) => reading.filter(({ certain }) => !certain).length
    return readings.toSorted((a, b) => doubts(a) - doubts(b))
  })
}

function leftmost(cluster: ClusterReading): ClusterReading {
  const kept: Occurrence[] = []
  for (const each of cluster) if (!kept.length || kept.at(-1)!.span.end <= each.span.start) kept.push(each)
  return kept
}
