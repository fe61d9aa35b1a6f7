import type { Command } from './commands.ts'
import { isComposing } from './keys.ts'

/** All that can be done here and now, to be found by a few letters of its name: without marks, in whatever order of words. */
export function startPalette(desk: HTMLElement, commands: readonly Command[]): () => boolean {
  const dialog = desk.querySelector<HTMLDialogElement>('[data-palette]')
  const input = dialog?.querySelector<HTMLInputElement>('[data-palette-input]')
  const list = dialog?.querySelector<HTMLElement>('[data-palette-list]')
  const none = dialog?.querySelector<HTMLElement>('[data-palette-none]')
  if (!dialog || !input || !list || !none) return () => false
  let offered: readonly Command[] = []
  let shown: readonly Command[] = []
  let chosen = 0

  const mark = (index: number) => {
    chosen = index
    const items = [...list.children]
    items.forEach((item, at) => {
      item.setAttribute('aria-selected', String(at === index))
    })
    const item = items[index]
    if (item) input.setAttribute('aria-activedescendant', item.id)
    else input.removeAttribute('aria-activedescendant')
    item?.scrollIntoView({ block: 'nearest' })
  }
  const filter = () => {
    const wanted = fold(input.value).split(/\s+/)
    shown = offered.filter(({ name }) => wanted.every((word) => fold(name).includes(word)))
    list.replaceChildren(...shown.map(itemOf))
    none.textContent = shown.length === 0 ? (none.dataset.words ?? '') : ''
    mark(0)
  }
  const run = (index: number) => {
    const command = shown[index]
    // Closing gives the focus back to where the work is.
    dialog.close()
    command?.run()
  }

  input.addEventListener('input', filter)
  input.addEventListener('keydown', (event) => {
    if (isComposing(event)) return
    const last = shown.length - 1
    const to = {
      ArrowDown: chosen >= last ? 0 : chosen + 1,
      ArrowUp: chosen <= 0 ? last : chosen - 1,
      PageDown: Math.min(last, chosen + 8),
      PageUp: Math.max(0, chosen - 8),
    }[event.key]
    if (event.key === 'Enter') run(chosen)
    else if (to !== undefined) mark(to)
    else return
    event.preventDefault()
  })
  list.addEventListener('click', ({ target }) => {
    const item = target instanceof Element ? target.closest('[role=option]') : null
    if (item) run([...list.children].indexOf(item))
  })
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close()
  })
  return () => {
    offered = commands.filter((command) => command.id !== 'palette' && command.appliesNow())
    input.value = ''
    dialog.showModal()
    filter()
    return true
  }
}

function itemOf({ name, keys, id }: Command): HTMLElement {
  const item = document.createElement('li')
  item.id = `palette-${id}`
  item.className = 'palette__item'
  item.setAttribute('role', 'option')
  const words = document.createElement('span')
  words.textContent = name
  item.append(words, ...[...(keys?.children ?? [])].map((chord) => chord.cloneNode(true)))
  return item
}

/** As one types in a hurry: no marks of Vietnamese or Thai, no capitals. */
const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'd').toLowerCase().trim()
