import { timeOf } from './brought-back.ts'
import type { Kept } from './unsaved.ts'

/** Shows what was typed in segments that are no more, until the person has taken from it what they need. */
export function showStrays(desk: HTMLElement, strays: readonly Kept[], forget: (kept: Kept) => void): void {
  const template = desk.querySelector<HTMLTemplateElement>('[data-stray-template]')
  for (const kept of strays) {
    const panel = (template?.content.cloneNode(true) as DocumentFragment | undefined)?.firstElementChild
    const slot = panel?.querySelector('[data-slot="text"]')
    const when = panel?.querySelector('[data-slot="when"]')
    if (!template || !panel || !slot) return
    slot.textContent = kept.text
    if (when) when.textContent = timeOf(kept.at)
    panel.querySelector('[data-discard]')?.addEventListener('click', () => {
      forget(kept)
      panel.remove()
    })
    template.before(panel)
  }
}
