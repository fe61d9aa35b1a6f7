/** A text that the server has not acknowledged, kept in the browser under its person and segment. */
export interface Unsaved {
  readonly text: string
  /** The revision that it was typed over. */
  readonly basedOn: string
}

/**
 * Keeps unsaved texts through reloads, crashes and expired sessions. Where the browser offers no storage nothing is kept, and
 * the page says "not saved" as before.
 */
export function createUnsavedTexts(person: string) {
  const keyOf = (segment: string) => `tukham:unsaved:${person}:${segment}`
  return {
    keep(segment: string, unsaved: Unsaved) {
      try {
        localStorage.setItem(keyOf(segment), JSON.stringify(unsaved))
      } catch {
        // Full or forbidden: the text is still in the page, and leaving it warns.
      }
    },
    forget(segment: string) {
      try {
        localStorage.removeItem(keyOf(segment))
      } catch {
        // As above.
      }
    },
    find(segment: string): Unsaved | null {
      try {
        const found: unknown = JSON.parse(localStorage.getItem(keyOf(segment)) ?? 'null')
        if (typeof found !== 'object' || found === null) return null
        const { text, basedOn } = found as Partial<Unsaved>
        return typeof text === 'string' && typeof basedOn === 'string' ? { text, basedOn } : null
      } catch {
        return null
      }
    },
  }
}
