/** A text that the server has not acknowledged. */
export interface Unsaved {
  readonly text: string
  /** The revision that it was typed over, and the text of that one; null where that is not known any more. */
  readonly basedOn: string
  readonly base: string | null
}

/** The same as found again. */
export interface Kept extends Unsaved {
  readonly segment: string
  readonly at: Date
}

export type UnsavedTexts = ReturnType<typeof createUnsavedTexts>

/**
 * Keeps unsaved texts through reloads, crashes and expired sessions: one for each person, segment and revision it was typed over, so
 * that neither another person at the same machine nor another window of the same one takes its place. None is forgotten but by
 * being saved or by a person's word. Where the browser offers no storage nothing is kept, and the page says "not saved" as before.
 */
export function createUnsavedTexts(person: string, draft: string) {
  const prefix = `tukham:unsaved:${person}:${draft}:`
  const keyOf = (segment: string, basedOn: string) => `${prefix}${segment}:${basedOn}`
  return {
    /** False where the storage is full or forbidden: the text is still in the page, and leaving it warns. */
    keep(segment: string, { text, basedOn, base }: Unsaved): boolean {
      try {
        localStorage.setItem(keyOf(segment, basedOn), JSON.stringify({ text, base, at: Date.now() }))
        return true
      } catch {
        return false
      }
    },
    forget(segment: string, basedOn: string) {
      try {
        localStorage.removeItem(keyOf(segment, basedOn))
      } catch {
        // Nothing is kept there.
      }
    },
    /** Everything kept of this person's in this draft, the latest first. */
    all(): Kept[] {
      return keysOfStorage()
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => read(key, key.slice(prefix.length)) ?? [])
        .sort((a, b) => b.at.getTime() - a.at.getTime())
    },
  }
}

function keysOfStorage(): string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

/** What is kept under a key; anything that this page has not written is left alone. */
function read(key: string, place: string): Kept | null {
  try {
    const [segment, basedOn] = place.split(':')
    const found = JSON.parse(localStorage.getItem(key) ?? 'null') as Record<string, unknown> | null
    if (!segment || !basedOn || typeof found?.text !== 'string') return null
    const { text, base, at } = found
    return {
      segment,
      basedOn,
      text,
      base: typeof base === 'string' ? base : null,
      at: new Date(typeof at === 'number' ? at : 0),
    }
  } catch {
    return null
  }
}
