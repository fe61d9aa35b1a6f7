import { showConflict } from './conflict.ts'
import { createEditor, type Editor } from './editor.ts'
import { refreshParts } from './parts.ts'
import { showStrays } from './strays.ts'
import { createStatusLine } from './status.ts'
import { createUnsavedTexts } from './unsaved.ts'

/** All the page's editors, and what concerns them together. */
export interface Editors {
  readonly all: readonly Editor[]
  /** The editor that has the focus, or the last one that had it. */
  current(): Editor | null
  /** Saves everything; false when something could not be saved. */
  saveAll(): Promise<boolean>
  next(from: Editor | null, step: 1 | -1): Editor | null
}

export function startEditors(desk: HTMLElement): Editors {
  const status = createStatusLine(desk)
  const unsaved = createUnsavedTexts(desk.dataset.person ?? '', desk.dataset.draft ?? '')
  let current: Editor | null = null
  const all = [...desk.querySelectorAll<HTMLFormElement>('[data-form]')].map((form) =>
    createEditor(form, {
      status,
      unsaved,
      onSaved: () => refreshParts(desk),
      onConflict: (editor, theirs) => {
        showConflict(desk, editor, theirs)
      },
    }),
  )
  for (const editor of all) {
    editor.textarea.addEventListener('focus', () => (current = editor))
    editor.restore()
  }
  goOnInRow(all)
  const here = all.map(({ segment }) => segment)
  showStrays(desk, unsaved.strays(here), (segment) => {
    unsaved.forget(segment)
  })
  window.addEventListener('beforeunload', (event) => {
    if (all.some((editor) => editor.isDirty())) event.preventDefault()
  })
  window.addEventListener('online', () => {
    for (const editor of all) if (editor.isDirty()) void editor.save()
  })
  return {
    all,
    current: () => current,
    saveAll: async () => (await Promise.all(all.map((editor) => editor.save()))).every(Boolean),
    next: (from, step) => all[(from ? all.indexOf(from) : -1) + step] ?? null,
  }
}

/** After a cut, a comment or a dismissal the work goes on in the row that it was about, which the address names. */
function goOnInRow(all: readonly Editor[]): void {
  const editor = all.find(({ row }) => location.hash === `#${row.id}`)
  if (!editor) return
  const focus = () => {
    if (document.activeElement === document.body) editor.textarea.focus({ preventScroll: true })
  }
  // Going to the address's row takes the focus away, and is done only when the page has loaded.
  if (document.readyState === 'complete') focus()
  else window.addEventListener('load', () => requestAnimationFrame(focus))
}
