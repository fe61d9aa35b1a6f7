/** One window of somebody, and the segment that they work in there. */
export interface Whereabouts {
  readonly draftId: number
  readonly personId: number
  readonly name: string
  readonly windowId: string
  readonly segmentId: number | null
}

/** Somebody who is on an article, in one window or several. */
export interface Companion {
  readonly id: number
  readonly name: string
  readonly segmentIds: readonly number[]
}

/** Nobody has more windows than this; who opens another is forgotten in the one heard of least lately. */
const mostWindows = 12

/**
 * Who is on which article, as heard lately. It is kept in memory alone: what is lost with the process is told anew within
 * seconds, and nobody's whereabouts are on record.
 */
export function createCompany(patience: number) {
  const windows = new Map<string, Whereabouts & { heardAt: number }>()
  const keyOf = ({ personId, windowId }: Pick<Whereabouts, 'personId' | 'windowId'>) =>
    `${personId} ${windowId}`

  return {
    /** The drafts whose company is another one now. */
    note(heard: Whereabouts, now: number): number[] {
      const key = keyOf(heard)
      const before = windows.get(key)
      // The one heard of last stands last.
      windows.delete(key)
      windows.set(key, { ...heard, heardAt: now })
      const own = [...windows.keys()].filter((other) => other.startsWith(`${heard.personId} `))
      if (own.length > mostWindows && own[0] !== undefined) windows.delete(own[0])
      if (before?.draftId === heard.draftId && before.segmentId === heard.segmentId) return []
      return before && before.draftId !== heard.draftId ? [before.draftId, heard.draftId] : [heard.draftId]
    },
    leave(window: Pick<Whereabouts, 'personId' | 'windowId'>): number[] {
      const before = windows.get(keyOf(window))
      windows.delete(keyOf(window))
      return before ? [before.draftId] : []
    },
    /** Forgets whoever has not been heard of for a while. */
    sweep(now: number): number[] {
      const gone = [...windows].filter(([, { heardAt }]) => now - heardAt > patience)
      for (const [key] of gone) windows.delete(key)
      return [...new Set(gone.map(([, { draftId }]) => draftId))]
    },
    find: (personId: number, windowId: string): Whereabouts | undefined =>
      windows.get(keyOf({ personId, windowId })),
    /** Everybody on a draft, by name. */
    on(draftId: number): Companion[] {
      const people = new Map<number, Companion>()
      for (const { draftId: other, personId, name, segmentId } of windows.values()) {
        if (other !== draftId) continue
        const known = people.get(personId)?.segmentIds ?? []
        const isNew = segmentId !== null && !known.includes(segmentId)
        people.set(personId, { id: personId, name, segmentIds: isNew ? [...known, segmentId] : known })
      }
      return [...people.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
    },
  }
}
