import type { Editor } from './editor.ts'
import type { Kept } from './unsaved.ts'

/** A text that is back in its row, or that lies beside a later one for the same segment. */
export interface BroughtBack {
  readonly kept: Kept
  readonly editor: Editor
  readonly isInRow: boolean
}

/**
 * A banner over the article: what was not saved the last time, and from when; each is saved, looked at or discarded by the person's
 * word. It goes when nothing of it is left.
 */
export function showBroughtBack(
  desk: HTMLElement,
  texts: readonly BroughtBack[],
  forget: (kept: Kept) => void,
): { settled(segment: string, basedOn: string): void } {
  const items = new Map<BroughtBack, Element>()
  const template = desk.querySelector<HTMLTemplateElement>('[data-brought-back-template]')
  const itemTemplate = desk.querySelector<HTMLTemplateElement>('[data-brought-back-item-template]')
  const banner = (template?.content.cloneNode(true) as DocumentFragment | undefined)?.firstElementChild
  const title = banner?.querySelector<HTMLElement>('[data-slot="title"]')
  const list = banner?.querySelector('[data-slot="list"]')
  if (!template || !itemTemplate || !banner || !title || !list || texts.length === 0)
    return { settled: () => undefined }

  const count = () => {
    const isOne = new Intl.PluralRules(document.documentElement.lang).select(items.size) === 'one'
    const sentence = (isOne ? title.dataset.one : title.dataset.many) ?? ''
    title.textContent = sentence.replace('{number}', String(items.size))
  }
  const drop = (one: BroughtBack) => {
    const item = items.get(one)
    if (!item) return
    const hadFocus = item.contains(document.activeElement)
    item.remove()
    items.delete(one)
    if (items.size === 0) banner.remove()
    else {
      count()
      if (hadFocus) title.focus()
    }
  }
  for (const one of texts) {
    const item = (itemTemplate.content.cloneNode(true) as DocumentFragment).firstElementChild
    if (!item) break
    const { kept, editor, isInRow } = one
    const when = item.querySelector<HTMLElement>('[data-slot="when"]')
    const text = item.querySelector('[data-slot="text"]')
    if (when)
      when.textContent = (when.dataset.since ?? '')
        .replace('{segment}', () => editor.row.getAttribute('aria-label') ?? '')
        .replace('{time}', () => timeOf(kept.at))
    if (text) text.textContent = kept.text
    item.querySelector('[data-go]')?.addEventListener('click', () => {
      editor.row.scrollIntoView({ block: 'center' })
      editor.textarea.focus({ preventScroll: true })
    })
    item.querySelector('[data-discard-text]')?.addEventListener('click', () => {
      if (isInRow) editor.discard()
      forget(kept)
      drop(one)
    })
    const keep = item.querySelector('[data-keep]')
    // What lies beside a later text can be copied from here, and is not put over it.
    if (!isInRow) keep?.remove()
    keep?.addEventListener('click', () => void editor.save())
    items.set(one, item)
    list.append(item)
  }
  banner.querySelector('[data-keep-all]')?.addEventListener('click', () => {
    for (const { editor, isInRow } of [...items.keys()]) if (isInRow) void editor.save()
  })
  count()
  template.before(banner)
  return {
    settled(segment, basedOn) {
      for (const one of [...items.keys()])
        if (one.kept.segment === segment && one.kept.basedOn === basedOn) drop(one)
    },
  }
}

export const timeOf = (at: Date): string =>
  at.getTime() === 0
    ? ''
    : new Intl.DateTimeFormat(document.documentElement.lang, {
        dateStyle: 'medium',
        timeStyle: 'short',
      }).format(at)
