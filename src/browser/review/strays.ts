import type { Stray } from './unsaved.ts'

/** Shows what was typed in segments that are no more, until the person has taken from it what they need. */
export function showStrays(
  desk: HTMLElement,
  strays: readonly Stray[],
  forget: (segment: string) => void,
): void {
  const template = desk.querySelector<HTMLTemplateElement>('[data-stray-template]')
  for (const { segment, text } of strays) {
    const panel = (template?.content.cloneNode(true) as DocumentFragment | undefined)?.firstElementChild
    const slot = panel?.querySelector('[data-slot="text"]')
    if (!template || !panel || !slot) return
    slot.textContent = text
    panel.querySelector('[data-discard]')?.addEventListener('click', () => {
      forget(segment)
      panel.remove()
    })
    template.before(panel)
  }
}
