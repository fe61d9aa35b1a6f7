/** Whatever grows or shrinks above it, the line that somebody is typing stays where it is on the screen. */
export function inPlace(change: () => void): void {
  const { activeElement, documentElement } = document
  const held = activeElement?.closest('[data-segment]') ? activeElement : null
  const before = held?.getBoundingClientRect().top ?? 0
  // Browsers that hold a place themselves hold the topmost row's, which is not always the one being typed in.
  documentElement.style.overflowAnchor = 'none'
  change()
  if (held) window.scrollBy({ top: held.getBoundingClientRect().top - before, behavior: 'instant' })
  requestAnimationFrame(() => documentElement.style.removeProperty('overflow-anchor'))
}
