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
  // After a cut, a comment or a dismissal the work goes on in the row that it was about.
  all.find(({ row }) => location.hash === `#${row.id}`)?.textarea.focus({ preventScroll: true })
  showStrays(desk, unsaved.strays(all.map(({ segment }) => segment)), unsaved.forget)
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
