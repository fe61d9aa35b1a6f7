import { showBroughtBack } from './brought-back.ts'
import { showConflict } from './conflict.ts'
import { createEditor, type Editor } from './editor.ts'
import { refreshParts } from './parts.ts'
import { showStrays } from './strays.ts'
import { createStatusLine } from './status.ts'
import { createUnsavedTexts, type Kept, type UnsavedTexts } from './unsaved.ts'

/** All the page's editors, and what concerns them together. */
export interface Editors {
  readonly all: readonly Editor[]
  /** The editor that has the focus, or the last one that had it. */
  current(): Editor | null
  /** Saves everything; false when something could not be saved. */
  saveAll(): Promise<boolean>
  next(from: Editor | null, step: 1 | -1): Editor | null
  /** The page is left without asking, since the next one offers what is unsaved; false where it could not be kept. */
  leaveKept(): boolean
}

export function startEditors(desk: HTMLElement): Editors {
  const status = createStatusLine(desk)
  const unsaved = createUnsavedTexts(desk.dataset.person ?? '', desk.dataset.draft ?? '')
  let broughtBack: ReturnType<typeof showBroughtBack> | null = null
  let current: Editor | null = null
  const all = [...desk.querySelectorAll<HTMLFormElement>('form[data-form]')].map((form) =>
    createEditor(form, {
      status,
      unsaved: {
        keep: (segment, text) => unsaved.keep(segment, text),
        forget: (segment, basedOn) => {
          unsaved.forget(segment, basedOn)
          broughtBack?.settled(segment, basedOn)
        },
      },
      onSaved: () => refreshParts(desk),
      onConflict: (editor, theirs) => {
        showConflict(desk, editor, theirs)
      },
    }),
  )
  for (const editor of all) editor.textarea.addEventListener('focus', () => (current = editor))
  broughtBack = bringBack(desk, all, unsaved)
  goOnInRow(all)
  let isLeaving = false
  window.addEventListener('beforeunload', (event) => {
    if (!isLeaving && all.some((editor) => editor.isDirty())) event.preventDefault()
    isLeaving = false
  })
  window.addEventListener('online', () => {
    for (const editor of all) if (editor.isDirty()) void editor.save()
  })
  return {
    all,
    current: () => current,
    saveAll: async () => (await Promise.all(all.map((editor) => editor.save()))).every(Boolean),
    next(from, step) {
      let at = (from ? all.indexOf(from) : -1) + step
      // Rows that the filter leaves out are passed over.
      while (all[at]?.row.hidden) at += step
      return all[at] ?? null
    },
    leaveKept: () => (isLeaving = all.every((editor) => editor.isKept())),
  }
}

/** Unsaved texts of earlier pages: the latest of each segment goes back into its row, and every one is told of. */
function bringBack(desk: HTMLElement, all: readonly Editor[], unsaved: UnsavedTexts) {
  const kept = unsaved.all()
  const forget = ({ segment, basedOn }: Kept) => {
    unsaved.forget(segment, basedOn)
  }
  const back = all.flatMap((editor) => {
    const [latest, ...others] = kept.filter(({ segment }) => segment === editor.segment)
    const isInRow = latest !== undefined && editor.restore(latest)
    return [
      ...(isInRow ? [{ kept: latest, editor, isInRow }] : []),
      ...others.map((other) => ({ kept: other, editor, isInRow: false })),
    ]
  })
  const here = new Set(all.map(({ segment }) => segment))
  showStrays(
    desk,
    kept.filter(({ segment }) => !here.has(segment)),
    forget,
  )
  return showBroughtBack(desk, back, forget)
}

/**
 * After a cut, a comment or a dismissal the work goes on in the row that it was about, which the address names; after anything
 * done on another page of the draft, in the row that was left for it.
 */
function goOnInRow(all: readonly Editor[]): void {
  const left = location.hash === '' ? rowLeft() : null
  const editor = all.find(({ row }) => row.id === (left ?? location.hash.slice(1)))
  window.addEventListener('pagehide', keepRow)
  if (!editor) return
  const focus = () => {
    if (document.activeElement !== document.body) return
    editor.textarea.focus({ preventScroll: true })
    if (left !== null) editor.row.scrollIntoView({ block: 'nearest' })
  }
  // Going to the address's row takes the focus away, and is done only when the page has loaded.
  if (document.readyState === 'complete') focus()
  else window.addEventListener('load', () => requestAnimationFrame(focus))
}

const rowKey = () => `tukham:row:${location.pathname}`

function keepRow(): void {
  const row = document.querySelector('.segment--current')
  try {
    if (row) sessionStorage.setItem(rowKey(), row.id)
  } catch {
    // Full or forbidden: the work goes on from the top.
  }
}

/** Only for somebody who comes back from a page of this draft, or loads it anew: whoever opens the draft begins at its top. */
function rowLeft(): string | null {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const isBack =
    navigation?.type === 'reload' || document.referrer.startsWith(`${location.origin}${location.pathname}/`)
  try {
    return isBack ? sessionStorage.getItem(rowKey()) : null
  } catch {
    return null
  }
}
