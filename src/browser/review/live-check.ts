import { replaceMarks } from './parts.ts'
import { textIn } from './mirror.ts'

/** After so long without a key the text is checked. */
const pause = 100

/**
 * Shows marks and findings for what is typed, before it is saved. One check at a time for a row: the next key ends it, and so does the
 * beginning of a composition, which is never checked. Where no answer comes, the marks that are there stay.
 */
export function startLiveChecks(desk: HTMLElement): void {
  const waiting = new WeakMap<HTMLTextAreaElement, { timer: number; abort: AbortController }>()
  const stop = (field: HTMLTextAreaElement) => {
    const last = waiting.get(field)
    window.clearTimeout(last?.timer)
    last?.abort.abort()
  }
  const begin = (field: HTMLTextAreaElement) => {
    const abort = new AbortController()
    const timer = window.setTimeout(() => void check(field, abort.signal), pause)
    waiting.set(field, { timer, abort })
  }
  const onField =
    (act: (field: HTMLTextAreaElement, event: Event) => void) =>
    (event: Event): void => {
      if (event.target instanceof HTMLTextAreaElement && event.target.matches('.editor__text'))
        act(event.target, event)
    }
  desk.addEventListener(
    'input',
    onField((field, event) => {
      stop(field)
      if (!(event instanceof InputEvent && event.isComposing)) begin(field)
    }),
  )
  desk.addEventListener('compositionstart', onField(stop))
  desk.addEventListener(
    'compositionend',
    onField((field) => {
      stop(field)
      begin(field)
    }),
  )
}

async function check(field: HTMLTextAreaElement, signal: AbortSignal): Promise<void> {
  const row = field.closest<HTMLElement>('[data-check]')
  const token = field.form?.elements.namedItem('_csrf')
  if (!row || !(token instanceof HTMLInputElement)) return
  const text = field.value
  try {
    const answer = await fetch(row.dataset.check ?? '', {
      method: 'POST',
      headers: { Accept: 'text/html', 'X-CSRF-Token': token.value },
      body: new URLSearchParams({ text }),
      redirect: 'error',
      signal,
    })
    if (!answer.ok) return
    const html = await answer.text()
    if (signal.aborted || field.value !== text) return
    const page = new DOMParser().parseFromString(html, 'text/html')
    const id = row.dataset.segment ?? ''
    const mirror = page.getElementById(`mirror-${id}`)
    if (mirror && textIn(mirror) === text) replaceMarks(page, id, text)
  } catch {
    // No connection, or overtaken by the next key: what is marked stays marked.
  }
}
