import { applyOffer } from './mends.ts'
import type { Editors } from './editors.ts'

/** The page's keys. None of them fires while an input method is composing. */
export function startKeys(desk: HTMLElement, editors: Editors): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented) return
    const editor = editors.current()
    const isInEditor = editor?.textarea === document.activeElement
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key === 'Enter' && editor && isInEditor) {
      event.preventDefault()
      const next = editors.next(editor, 1)
      next?.textarea.focus()
      next?.row.scrollIntoView({ block: 'nearest' })
      void editor.save({ confirm: true })
    } else if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key === 's') {
      event.preventDefault()
      void editors.saveAll()
    } else if (
      event.altKey &&
      !event.ctrlKey &&
      !event.shiftKey &&
      /^Digit[1-9]$/.test(event.code) &&
      editor &&
      isInEditor
    ) {
      if (applyOffer(editor, Number(event.code.slice(5)))) event.preventDefault()
    } else if (
      event.altKey &&
      !event.ctrlKey &&
      !event.shiftKey &&
      (event.key === 'ArrowDown' || event.key === 'ArrowUp')
    ) {
      const next = editors.next(editor, event.key === 'ArrowDown' ? 1 : -1)
      if (!next) return
      event.preventDefault()
      next.textarea.focus()
      next.row.scrollIntoView({ block: 'nearest' })
    } else if (
      event.altKey &&
      event.shiftKey &&
      !event.ctrlKey &&
      (event.key === 'ArrowLeft' || event.key === 'ArrowRight') &&
      editor &&
      isInEditor
    ) {
      const button = editor.row.querySelector<HTMLButtonElement>(
        `[data-break="${event.key === 'ArrowLeft' ? 'left' : 'right'}"]`,
      )
      if (!button) return
      event.preventDefault()
      button.click()
    }
  })
}
