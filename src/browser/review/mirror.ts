/** After a text in the mirror, so that a last empty line has its height. */
const ending = '\u200b'

const mirrorOf = (row: HTMLElement) => row.querySelector<HTMLElement>('.editor__mirror')

/** The mirror lies under the textarea, gives it its height and shows the marks: those whose text is untouched stay. */
export function showInMirror(row: HTMLElement, text: string): void {
  const mirror = mirrorOf(row)
  if (!mirror) return
  const old = textIn(mirror)
  if (old === text) return
  let head = 0
  while (head < old.length && head < text.length && old[head] === text[head]) head++
  let tail = 0
  while (tail < old.length - head && tail < text.length - head && old.at(-1 - tail) === text.at(-1 - tail))
    tail++
  const shift = text.length - old.length
  const kept: { mark: HTMLElement; start: number; end: number }[] = []
  let at = 0
  for (const node of [...mirror.childNodes]) {
    const start = at
    at += node.textContent?.length ?? 0
    if (!(node instanceof HTMLElement)) continue
    if (start < old.length - tail && at > head) {
      node.remove()
      continue
    }
    const from = start >= old.length - tail ? start + shift : start
    kept.push({ mark: node, start: from, end: from + at - start })
  }
  mirror.normalize()
  let shown = 0
  for (const { mark, start, end } of kept) {
    showBefore(mirror, mark, text.slice(shown, start))
    shown = end
  }
  showBefore(mirror, null, `${text.slice(shown)}${ending}`)
}

/** Marks that stay are not touched: taking them out and in again would make the browser style them anew with every key. */
function showBefore(mirror: HTMLElement, mark: HTMLElement | null, text: string): void {
  const before = mark ? mark.previousSibling : mirror.lastChild
  if (before instanceof Text) {
    if (before.data !== text) before.data = text
  } else if (text !== '') mirror.insertBefore(document.createTextNode(text), mark)
}

/** The text that a mirror shows. */
export const textIn = (mirror: Element): string => mirror.textContent.replace(/\u200b$/, '')

/** The mark that an offset of the target lies in or at the edge of. */
export function markAt(row: HTMLElement, offset: number): HTMLElement | null {
  let at = 0
  for (const node of mirrorOf(row)?.childNodes ?? []) {
    const start = at
    at += node.textContent?.length ?? 0
    if (node instanceof HTMLElement && start <= offset && offset <= at) return node
  }
  return null
}

/** The mark under a point of the screen: the textarea lies above the mirror, so nothing but its place tells. */
export function markUnder(row: HTMLElement, x: number, y: number): HTMLElement | null {
  const isUnder = ({ left, right, top, bottom }: DOMRect) =>
    left <= x && x <= right && top <= y && y <= bottom
  const marks = [...(mirrorOf(row)?.querySelectorAll<HTMLElement>('.mark') ?? [])]
  return marks.find((mark) => [...mark.getClientRects()].some(isUnder)) ?? null
}

/** Where the line with the caret stands on the screen, from the mirror, since a textarea does not tell. */
export function caretLine(row: HTMLElement, offset: number): { top: number; bottom: number } | null {
  const mirror = mirrorOf(row)
  if (!mirror) return null
  const walker = document.createTreeWalker(mirror, NodeFilter.SHOW_TEXT)
  let left = offset
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent ?? ''
    if (left < length) {
      const range = document.createRange()
      range.setStart(node, left)
      range.setEnd(node, left + 1)
      const { top, bottom } = range.getBoundingClientRect()
      return { top, bottom }
    }
    left -= length
  }
  return null
}
