import { inPlace } from './in-place.ts'
import { textIn } from './mirror.ts'

let running: Promise<void> | null = null
let isWanted = false

/**
 * After a save: findings, marks, states and the summary as they are now. Texts and focus are left alone, and rows that are being
 * typed in keep their marks until they are saved.
 */
export async function refreshParts(desk: HTMLElement): Promise<void> {
  isWanted = true
  running ??= (async () => {
    while (isWanted) {
      isWanted = false
      await refreshOnce(desk)
    }
  })().finally(() => (running = null))
  return running
}

async function refreshOnce(desk: HTMLElement): Promise<void> {
  const url = new URL(desk.dataset.parts ?? '', location.href)
  url.searchParams.set('since', desk.dataset.stamp ?? '')
  const answer = await fetch(url, { headers: { Accept: 'text/html' }, redirect: 'error' }).catch(() => null)
  if (!answer?.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const stamp = page.querySelector<HTMLElement>('[data-parts-stamp]')?.dataset.stamp
  // What could not be put in its place yet is asked for again.
  if ((await replaceParts(page)) && stamp !== undefined) desk.dataset.stamp = stamp
  desk.dispatchEvent(new Event('parts'))
}

/** False when some of it had to be left as it was. Whoever goes on typing meanwhile is not kept waiting, however much is new. */
async function replaceParts(page: Document): Promise<boolean> {
  const steps = [
    ...['progress', 'summary', 'blocking'].map((id) => () => replacePart(page, id)),
    ...Array.from(page.querySelectorAll<HTMLElement>('[data-row]'), (made) => () => replaceRow(page, made)),
  ]
  let isWhole = true
  let began = performance.now()
  for (const step of steps) {
    if (performance.now() - began > slice) {
      await new Promise((resolve) => setTimeout(resolve))
      began = performance.now()
    }
    isWhole = step() && isWhole
  }
  return isWhole
}

/** Milliseconds for which the page may be busy at a time: half a frame. */
const slice = 8

function replaceRow(page: Document, { dataset }: HTMLElement): boolean {
  const id = dataset.row ?? ''
  const form = document.querySelector<HTMLFormElement>(`#segment-${id} [data-form]`)
  const basedOn = (form?.elements.namedItem('basedOn') as HTMLInputElement | null)?.value
  const textarea = form?.elements.namedItem('text') as HTMLTextAreaElement | null
  const mirror = page.getElementById(`mirror-${id}`)
  replacePart(page, `notes-${id}`)
  const hasHead = replacePart(page, `head-${id}`)
  // Where somebody else has saved the row it is about a text that is not in this page; what is being typed has marks of its own.
  const isOfThisText =
    (basedOn === undefined || basedOn === dataset.revision) &&
    (!textarea || !mirror || textIn(mirror) === textarea.value)
  return isOfThisText && replaceMarks(page, id, textarea?.value ?? '') && hasHead
}

/** Marks and findings of one row, all about this text of it. */
export function replaceMarks(page: Document, id: string, text: string): boolean {
  const done = ['source', 'findings', 'mirror'].map((part) => replacePart(page, `${part}-${id}`))
  const row = document.getElementById(`segment-${id}`)
  if (row && done.every(Boolean)) textsOfFindings.set(row, text)
  return done.every(Boolean)
}

const textsOfFindings = new WeakMap<HTMLElement, string>()

/** The text that the offsets of a row's findings lie in, where it is not the one that the page came with. */
export const textOfFindings = (row: HTMLElement): string | undefined => textsOfFindings.get(row)

/** Puts a part of one page in the place of the same part of this one; false when it must wait. */
function replacePart(page: Document, id: string): boolean {
  const made = page.getElementById(id)
  const old = document.getElementById(id)
  if (!made || !old || made.isEqualNode(old)) return true
  // What somebody is using, a dismissal being written, stays until they are done with it.
  if (old.contains(document.activeElement)) return false
  inPlace(() => {
    renew(old, made)
  }, old)
  return true
}

/** Makes one node like another and touches only what differs: what is as it was is neither styled nor laid out again. */
function renew(old: Element, made: Element): void {
  for (const { name } of [...old.attributes]) if (!made.hasAttribute(name)) old.removeAttribute(name)
  for (const { name, value } of made.attributes)
    if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  const [before, after] = [[...old.childNodes], [...made.childNodes]]
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && after[head]?.isEqualNode(before[head] ?? null)) head++
  let tail = 0
  while (tail < shorter - head && after.at(-1 - tail)?.isEqualNode(before.at(-1 - tail) ?? null)) tail++
  const behind = before[before.length - tail] ?? null
  const gone = before.slice(head, before.length - tail)
  const come = after.slice(head, after.length - tail)
  const isPaired = gone.length === come.length
  for (const [at, node] of come.entries()) {
    const one = gone[at]
    if (isPaired && one instanceof Element && node instanceof Element && isSameThing(one, node))
      renew(one, node)
    else if (isPaired && one) one.replaceWith(document.importNode(node, true))
    else old.insertBefore(document.importNode(node, true), behind)
  }
  if (!isPaired) for (const one of gone) one.remove()
}

/** An element never comes to stand for another finding or mark: somebody may be about to press it. */
const isSameThing = (a: Element, b: Element) =>
  a.tagName === b.tagName && a.id === b.id && !a.matches('.mark')
