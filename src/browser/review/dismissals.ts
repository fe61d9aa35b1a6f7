import type { Editors } from './editors.ts'
import { refreshParts } from './parts.ts'

/**
 * A finding is dismissed without leaving the page. One of a text that is not saved yet is saved first: then it is known to the server, by
 * another number than before, so that it is looked for by what it says.
 */
export function startDismissals(desk: HTMLElement, editors: Editors): void {
  desk.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-dismiss]')) return
    const finding = form.closest<HTMLElement>('[data-fingerprint]')
    const editor = editors.all.find(({ row }) => row.contains(form))
    if (!finding || !editor) return
    event.preventDefault()
    const reason = form.elements.namedItem('reason')
    if (!(reason instanceof HTMLInputElement)) return
    void dismiss(editor.row, finding, form, reason.value, async () => {
      if (!editor.isDirty()) return true
      // What somebody is using is not refreshed; and the text is where the work goes on.
      editor.textarea.focus()
      return editor.save()
    }).then(async (isDone) => {
      if (!isDone) return
      if (form.contains(document.activeElement)) editor.textarea.focus()
      await refreshParts(desk)
    })
  })
}

async function dismiss(
  row: HTMLElement,
  finding: HTMLElement,
  form: HTMLFormElement,
  reason: string,
  save: () => Promise<boolean>,
): Promise<boolean> {
  const { fingerprint = '' } = finding.dataset
  if (!(await save())) return false
  const saved = row.querySelector<HTMLFormElement>(
    `[data-fingerprint="${CSS.escape(fingerprint)}"] [data-dismiss][action]`,
  )
  if (!saved) return false
  const token = form.elements.namedItem('_csrf')
  const answer = await fetch(saved.action, {
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'X-CSRF-Token': token instanceof HTMLInputElement ? token.value : '',
    },
    body: new URLSearchParams({ reason }),
    redirect: 'error',
  }).catch(() => null)
  // What the script cannot do, the form does, and the page that follows says why.
  if (!answer?.ok) saved.submit()
  return answer?.ok ?? false
}
