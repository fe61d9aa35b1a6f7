import type { Breaks } from './breaks.ts'
import type { Editor } from './editor.ts'
import type { Editors } from './editors.ts'
import { applyOffer } from './mends.ts'

/** The page's keys. None of them fires while an input method is composing. */
export function startKeys(editors: Editors, breaks: Breaks): void {
  /** What a key does in the row being typed in; false where it does nothing. */
  const inRow = (event: KeyboardEvent, editor: Editor): boolean => {
    switch (chordOf(event)) {
      case 'Ctrl+Enter':
        goTo(editors.next(editor, 1))
        void editor.save({ confirm: true })
        return true
      case 'Alt+Digit':
        return applyOffer(editor, Number(event.code.slice(5)))
      case 'Alt+Shift+ArrowLeft':
        return breaks.move(editor, 'left')
      case 'Alt+Shift+ArrowRight':
        return breaks.move(editor, 'right')
      case 'Alt+Shift+KeyM':
        return breaks.merge(editor)
      case 'Alt+Shift+KeyS':
        return breaks.split(editor)
      default:
        return false
    }
  }
  const anywhere = (event: KeyboardEvent): boolean => {
    switch (chordOf(event)) {
      case 'Ctrl+KeyS':
        void editors.saveAll()
        return true
      case 'Alt+ArrowDown':
        return goTo(editors.next(editors.current(), 1))
      case 'Alt+ArrowUp':
        return goTo(editors.next(editors.current(), -1))
      case 'Alt+Shift+KeyZ':
        return breaks.undo()
      default:
        return false
    }
  }
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented) return
    const editor = editors.current()
    const isInRow = editor !== null && editor.textarea === document.activeElement
    if ((isInRow && inRow(event, editor)) || anywhere(event)) event.preventDefault()
  })
}

/** By the key's place on the keyboard, since a Thai layout has no M and no S. */
function chordOf({ ctrlKey, metaKey, altKey, shiftKey, code, key }: KeyboardEvent): string {
  const name = key === 'Enter' || key.startsWith('Arrow') ? key : /^Digit[1-9]$/.test(code) ? 'Digit' : code
  return [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', name]
    .filter(Boolean)
    .join('+')
}

function goTo(editor: Editor | null): boolean {
  editor?.textarea.focus()
  editor?.row.scrollIntoView({ block: 'nearest' })
  return editor !== null
}
