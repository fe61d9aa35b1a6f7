/**
 * Opens the form of a mark with the words that are selected in a row. What it sends is what a person would write without scripts: the words,
 * and which of their places it is.
 */
export function startFaults(changes: HTMLElement, dialog: HTMLDialogElement): (row: HTMLElement) => void {
  const form = dialog.querySelector('form')!
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement
  const open = (row: HTMLElement) => {
    const { text, quote, start } = selectedIn(row)
    field('segmentId').value = row.dataset.row ?? ''
    field('side').value = text.dataset.text ?? 'target'
    field('quote').value = quote
    field('quote').lang = text.lang
    field('occurrence').value = String(occurrenceOf(wordsOf(text), quote, start))
    dialog.showModal()
    form.querySelector<HTMLElement>(quote === '' ? '[name=quote]' : '[name=type]')?.focus()
  }
  changes.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('[data-mark]')
    const row = link?.closest<HTMLElement>('[data-row]')
    if (!row || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    open(row)
  })
  dialog.querySelector('[data-close]')?.addEventListener('click', () => dialog.close())
  return open
}

/** The text of a row that the selection begins in, or its target; deleted words are no part of it. */
function selectedIn(row: HTMLElement): { text: HTMLElement; quote: string; start: number } {
  const texts = [...row.querySelectorAll<HTMLElement>('[data-text]')]
  const selection = getSelection()
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  const text = texts.find((one) => range && one.contains(range.startContainer)) ?? texts.at(-1) ?? row
  if (!range || range.collapsed || !text.contains(range.startContainer)) return { text, quote: '', start: 0 }
  const before = document.createRange()
  before.setStart(text, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const inside = range.cloneRange()
  if (!text.contains(range.endContainer)) inside.setEnd(text, text.childNodes.length)
  const words = wordsIn(inside)
  const lead = words.length - words.trimStart().length
  return { text, quote: words.trim(), start: wordsIn(before).length + lead }
}

function wordsIn(range: Range): string {
  const part = range.cloneContents()
  // A range inside one deleted stretch has lost the element around it.
  const around = range.commonAncestorContainer
  const element = around instanceof Element ? around : around.parentElement
  return element?.closest('del, [data-aside]') ? '' : wordsOf(part)
}

function wordsOf(node: Node): string {
  const copy = node.cloneNode(true) as ParentNode & Node
  for (const aside of copy.querySelectorAll('del, [data-aside]')) aside.remove()
  return copy.textContent ?? ''
}

function occurrenceOf(text: string, quote: string, start: number): number {
  let count = 1
  if (quote === '') return count
  for (let at = text.indexOf(quote); at !== -1 && at < start; at = text.indexOf(quote, at + 1)) count++
  return count
}
