/** A text that the server has not acknowledged, kept in the browser under its person and segment. */
export interface Unsaved {
  readonly text: string
  /** The revision that it was typed over. */
  readonly basedOn: string
}

/** A text whose segment is no longer part of its draft. */
export interface Stray {
  readonly segment: string
  readonly text: string
}

/**
 * Keeps unsaved texts through reloads, crashes and expired sessions. Where the browser offers no storage nothing is kept, and
 * the page says "not saved" as before.
 */
export function createUnsavedTexts(person: string, draft: string) {
  const prefix = `tukham:unsaved:${person}:`
  const keyOf = (segment: string) => prefix + segment
  return {
    keep(segment: string, unsaved: Unsaved) {
      try {
        localStorage.setItem(keyOf(segment), JSON.stringify({ ...unsaved, draft }))
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
      const { text, basedOn } = read(keyOf(segment))
      return text === undefined || basedOn === undefined ? null : { text, basedOn }
    },
    /** Texts of this draft that were typed in none of these segments: somebody has cut the draft anew meanwhile. */
    strays(segments: readonly string[]): Stray[] {
      return keysOfStorage()
        .filter((key) => key.startsWith(prefix) && !segments.includes(key.slice(prefix.length)))
        .flatMap((key) => {
          const kept = read(key)
          if (kept.draft !== draft || kept.text === undefined) return []
          return [{ segment: key.slice(prefix.length), text: kept.text }]
        })
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

/** The fields of what is kept there that are texts; anything else was not written by this page. */
function read(key: string): Partial<Record<'text' | 'basedOn' | 'draft', string>> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (typeof found !== 'object' || found === null) return {}
    return Object.fromEntries(Object.entries(found).filter(([, value]) => typeof value === 'string'))
  } catch {
    return {}
  }
}
