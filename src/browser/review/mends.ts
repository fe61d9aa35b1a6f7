import type { Editor } from './editor.ts'
import type { Editors } from './editors.ts'
import { textOfFindings } from './parts.ts'

/** What a finding offers goes into the editor as if typed, so that undo takes it back, and is saved at once. */
export function startMends(desk: HTMLElement, editors: Editors): void {
  desk.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-mend]')) return
    const editor = editors.all.find(({ row }) => row.contains(form))
    if (!editor || !(event.submitter instanceof HTMLButtonElement)) return
    event.preventDefault()
    mend(editor, event.submitter)
  })
}

/** Applies the n-th offer of the row, counted as the page shows it. */
export function applyOffer(editor: Editor, number: number): boolean {
  const button = editor.row.querySelector<HTMLButtonElement>(`[data-offer="${number}"]`)
  if (button) mend(editor, button)
  return button !== null
}

/** Applies an offer, given the button that the row's list has for it. */
export function mend(editor: Editor, button: HTMLButtonElement): void {
  const finding = button.closest<HTMLElement>('[data-start]')
  const [start, end] = [Number(finding?.dataset.start), Number(finding?.dataset.end)]
  const text = editor.textarea.value
  // The finding is about the text as last checked; where the person has typed since, the place may have moved.
  const checked = textOfFindings(editor.row) ?? editor.textarea.dataset.saved ?? text
  const covered = checked.slice(start, end)
  const at = text.slice(start, end) === covered ? start : text.indexOf(covered)
  if (at === -1) return
  editor.type(button.value, at, at + (end - start))
  void editor.save()
}
