import type { Editor } from './editor.ts'
import type { Editors } from './editors.ts'

/** How the row being typed in is cut, by key: each presses what the page offers for it, and does nothing where it offers nothing. */
export function createBreaks(editors: Editors) {
  const press = (row: Element, selector: string): boolean => {
    const button = row.querySelector<HTMLElement>(selector)
    button?.click()
    return button !== null
  }
  return {
    merge: ({ row }: Editor) => press(row, '[data-merge]'),
    move: ({ row }: Editor, direction: 'left' | 'right') => press(row, `[data-break="${direction}"]`),
    /** Asks on the next page where the source is to be cut; the target is cut at the caret. */
    split({ row, textarea }: Editor): boolean {
      const link = row.querySelector<HTMLAnchorElement>('[data-split]')
      if (!link) return false
      const url = new URL(link.href)
      url.searchParams.set('target', String(textarea.selectionStart))
      void editors.saveAll().then((isSaved) => {
        if (isSaved) location.assign(url)
      })
      return true
    },
  }
}

export type Breaks = ReturnType<typeof createBreaks>
