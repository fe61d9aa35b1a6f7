/**
 * Whatever grows or shrinks above it, the line that somebody is typing stays where it is on the screen. Told where the change is, it measures
 * nothing for one that comes after that line.
 */
export function inPlace(change: () => void, where?: Node): void {
  const { activeElement, documentElement } = document
  const held = activeElement?.closest('[data-segment]') ? activeElement : null
  const isAfter = held && where && held.compareDocumentPosition(where) & Node.DOCUMENT_POSITION_FOLLOWING
  if (!held || isAfter) {
    change()
    return
  }
  const before = held.getBoundingClientRect().top
  // Browsers that hold a place themselves hold the topmost row's, which is not always the one being typed in.
  documentElement.style.overflowAnchor = 'none'
  change()
  const moved = held.getBoundingClientRect().top - before
  if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' })
  requestAnimationFrame(() => documentElement.style.removeProperty('overflow-anchor'))
}
