import type { Editors } from './editors.ts'

/** Forms and links that load another page wait until everything unsaved is saved; where that fails the page stays. */
export function startLeaving(desk: HTMLElement, editors: Editors): void {
  const isUnsaved = () => editors.all.some((editor) => editor.isDirty())

  desk.addEventListener('submit', (event) => {
    const form = event.target
    if (
      event.defaultPrevented ||
      !(form instanceof HTMLFormElement) ||
      form.matches('[data-form], [data-mend], [data-step]') ||
      !isUnsaved()
    )
      return
    event.preventDefault()
    const { submitter } = event
    void editors.saveAll().then((isSaved) => {
      if (isSaved) form.requestSubmit(submitter)
    })
  })

  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    if (!link || opensElsewhere || event.defaultPrevented || !isUnsaved()) return
    if (link.origin !== location.origin || link.getAttribute('href')?.startsWith('#')) return
    // Nothing can be saved before, and everything is offered again after.
    if (link.matches('[data-sign-in]') && editors.leaveKept()) return
    event.preventDefault()
    // What cannot be saved is asked about by the browser as the page is left.
    void editors.saveAll().then(() => {
      location.assign(link.href)
    })
  })
}
