import type { Editor } from './editor.ts'
import type { Editors } from './editors.ts'
import { inPlace } from './in-place.ts'

/** Rows that are only passed through ask for nothing. */
const rests = 300

/** What was approved for sources like the one being worked on, under its row. */
export interface MemoryPanel {
  /** Types the n-th match over the whole target, undoably, and saves it. */
  insert(editor: Editor, number: number): boolean
  /** Opens the panel, or closes it where it is open; asks for it first where it is not there yet. */
  toggle(editor: Editor): boolean
}

export function startMemory(desk: HTMLElement, editors: Editors): MemoryPanel {
  const template = desk.querySelector<HTMLTemplateElement>('[data-memory-template]')
  let panel: HTMLDetailsElement | null = null
  let timer = 0
  /** As the person left it in the row before. */
  let isOpen = true
  let asked: { readonly row: HTMLElement; readonly done: Promise<void> } | null = null

  const panelIn = (row: HTMLElement) => (panel && row.contains(panel) ? panel : null)

  const show = async (editor: Editor): Promise<void> => {
    const { row } = editor
    const address = row.querySelector<HTMLAnchorElement>('[data-memory]')?.href
    if (!address || !template) return
    const answer = await fetch(`${address}?part=yes`, {
      headers: { Accept: 'text/html' },
      redirect: 'error',
    }).catch(() => null)
    if (!answer?.ok || asked?.row !== row) return
    const made = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const list = made.querySelector<HTMLElement>('.memory__lists')
    const details = (template.content.cloneNode(true) as DocumentFragment).querySelector('details')
    if (!list || !details || asked.row !== row) return
    details.append(document.importNode(list, true))
    const best = list.querySelector('.memory__match .badge')?.textContent ?? ''
    const words = best === '' ? details.dataset.nothing : details.dataset.best
    const summary = details.querySelector('summary')
    if (summary) summary.textContent = (words ?? '').replace('{best}', best)
    // What has nothing else to offer than what stands there takes no room.
    const offers = [...list.querySelectorAll('[data-match-text]')].some(
      ({ textContent }) => textContent !== editor.textarea.value,
    )
    details.open = isOpen && (offers || list.querySelector('.memory__elsewhere, a.button') !== null)
    details.querySelector('summary')?.addEventListener('click', () => (isOpen = !details.open))
    inPlace(() => {
      panel?.remove()
      row.querySelector('[data-form]')?.after(details)
      panel = details
    })
  }

  const ask = (editor: Editor): Promise<void> => {
    if (asked?.row === editor.row) return asked.done
    const done = (asked = { row: editor.row, done: Promise.resolve() })
    return (asked = { ...done, done: show(editor) }).done
  }

  for (const editor of editors.all)
    editor.textarea.addEventListener('focus', () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => void ask(editor), rests)
    })

  const insert = (editor: Editor, number: number): boolean => {
    const match = panelIn(editor.row)?.querySelector(`[data-match="${number}"] [data-match-text]`)
    if (!match) return false
    editor.type(match.textContent, 0, editor.textarea.value.length)
    void editor.save()
    return true
  }

  desk.addEventListener('click', (event) => {
    const { target } = event
    if (!(target instanceof Element)) return
    const editor = editors.all.find(({ row }) => row.contains(target))
    const match = target.closest('[data-insert-match]')?.closest<HTMLElement>('[data-match]')
    if (editor && match) insert(editor, Number(match.dataset.match))
    const link = target.closest<HTMLAnchorElement>('[data-concordance]')
    if (link) withSelection(link, editor ?? editors.current())
  })

  return {
    insert,
    toggle(editor) {
      const open = panelIn(editor.row)
      if (open) {
        isOpen = open.open = !open.open
        if (open.open) open.querySelector('summary')?.focus()
        return true
      }
      isOpen = true
      window.clearTimeout(timer)
      void ask(editor).then(() => panelIn(editor.row)?.querySelector('summary')?.focus())
      return true
    },
  }
}

/** Searches for what is selected: in the target being typed, or anywhere else on the source side. */
function withSelection(link: HTMLAnchorElement, editor: Editor | null): void {
  const url = new URL(link.href)
  const { value = '', selectionStart = 0, selectionEnd = 0 } = editor?.textarea ?? {}
  const inTarget = value.slice(selectionStart, selectionEnd).trim()
  const onPage = document.getSelection()?.toString().trim() ?? ''
  const text = (inTarget === '' ? onPage : inTarget).slice(0, 200)
  if (text === '') return
  url.searchParams.set('q', text)
  url.searchParams.set('side', inTarget === '' ? 'source' : 'target')
  link.href = url.href
}
