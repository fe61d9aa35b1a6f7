import type { Comfort } from './comfort.ts'
import type { Editors } from './editors.ts'

const mostRecent = 6

/** The bar of characters that are hard to type: they come in at the caret, undoably, and those used lately stand first. */
export function startCharacters(desk: HTMLElement, editors: Editors, comfort: Comfort): () => boolean {
  const bar = desk.querySelector<HTMLElement>('[data-characters-bar]')
  const key = `tukham:characters:${desk.dataset.person ?? ''}:${desk.dataset.language ?? ''}`
  const buttons = () => [...(bar?.querySelectorAll<HTMLButtonElement>('button:not([hidden])') ?? [])]
  const capitals = bar?.querySelector<HTMLElement>('[data-capitals]')
  const showOrHide = () => {
    if (bar) bar.hidden = document.documentElement.dataset.characters !== 'on'
  }
  /** The bar is one stop of the Tab key; arrows go from one character to the next. */
  const stopAt = (stop: HTMLElement | undefined) => {
    for (const button of buttons()) button.tabIndex = button === stop ? 0 : -1
  }
  const recentFirst = () => {
    const made = read(key).flatMap((text) => {
      const button = bar?.querySelector<HTMLElement>(
        `[data-character="${CSS.escape(text)}"]:not([data-recent])`,
      )
      const copy = button?.cloneNode(true) as HTMLElement | undefined
      copy?.setAttribute('data-recent', '')
      return copy ? [copy] : []
    })
    for (const old of bar?.querySelectorAll('[data-recent]') ?? []) old.remove()
    capitals?.after(...made)
    stopAt(buttons()[0])
  }

  bar?.addEventListener('mousedown', (event) => {
    // The caret stays where it is.
    event.preventDefault()
  })
  bar?.addEventListener('click', ({ target, shiftKey }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null
    if (!button) return
    const isCapital = capitals?.getAttribute('aria-pressed') === 'true'
    if (button === capitals) {
      capitals.setAttribute('aria-pressed', String(!isCapital))
      bar.classList.toggle('characters--capitals', !isCapital)
      return
    }
    const editor = editors.current() ?? editors.all[0]
    const { character } = button.dataset
    if (!editor || character === undefined) return
    const text = isCapital !== shiftKey ? character.toUpperCase() : character
    editor.type(text, editor.textarea.selectionStart, editor.textarea.selectionEnd)
    write(key, [character, ...read(key).filter((one) => one !== character)].slice(0, mostRecent))
    recentFirst()
  })
  bar?.addEventListener('keydown', (event) => {
    const all = buttons()
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    const to = {
      ArrowRight: (at + 1) % all.length,
      ArrowLeft: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key]
    if (event.key === 'Escape') editors.current()?.textarea.focus()
    if (to === undefined || event.altKey || event.ctrlKey) return
    event.preventDefault()
    stopAt(all[to])
    all[to]?.focus()
  })
  document.addEventListener('comfort', showOrHide)
  showOrHide()
  recentFirst()

  /** Shows the bar where it is hidden, and goes to it; from the bar, back and away. */
  return () => {
    const isIn = bar?.contains(document.activeElement) ?? false
    comfort.turn('characters', !isIn)
    if (isIn) editors.current()?.textarea.focus()
    else
      buttons()
        .find(({ tabIndex }) => tabIndex === 0)
        ?.focus()
    return bar !== null
  }
}

function read(key: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

function write(key: string, texts: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(texts))
  } catch {
    // Full or forbidden: all characters are still there, in their usual order.
  }
}
