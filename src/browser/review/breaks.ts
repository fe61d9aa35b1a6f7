import type { Editors } from './editors.ts'

/** Merging, splitting and moving breaks load the page anew: everything unsaved is saved before. */
export function startBreaks(desk: HTMLElement, editors: Editors): void {
  desk.addEventListener('submit', (event) => {
    const form = event.target
    if (
      event.defaultPrevented ||
      !(form instanceof HTMLFormElement) ||
      form.matches('[data-form], [data-mend]')
    )
      return
    if (!editors.all.some((editor) => editor.isDirty())) return
    event.preventDefault()
    const { submitter } = event
    void editors.saveAll().then((isSaved) => {
      if (isSaved) form.requestSubmit(submitter)
    })
  })
}
