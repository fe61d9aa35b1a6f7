import { inPlace } from './in-place.ts'

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
  const answer = await fetch(desk.dataset.parts ?? '', {
    headers: { Accept: 'text/html' },
    redirect: 'error',
  }).catch(() => null)
  if (!answer?.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  inPlace(() => {
    replaceParts(page)
  })
}

function replaceParts(page: Document): void {
  for (const id of ['progress', 'summary', 'blocking']) replace(page, id)
  for (const row of page.querySelectorAll<HTMLElement>('[data-row]')) {
    const id = row.dataset.row ?? ''
    const form = document.querySelector<HTMLFormElement>(`#segment-${id} [data-form]`)
    const basedOn = (form?.elements.namedItem('basedOn') as HTMLInputElement | null)?.value
    replace(page, `head-${id}`)
    // Somebody else has saved this row: its findings are about a text that is not in this page.
    if (basedOn !== undefined && basedOn !== row.dataset.revision) continue
    replace(page, `findings-${id}`)
    const textarea = form?.elements.namedItem('text') as HTMLTextAreaElement | null
    const mirror = page.getElementById(`mirror-${id}`)
    if (textarea && mirror?.textContent.replace(/\u200b$/, '') === textarea.value)
      replace(page, `mirror-${id}`)
  }
}

function replace(page: Document, id: string): void {
  const made = page.getElementById(id)
  const old = document.getElementById(id)
  if (!made || !old || made.outerHTML === old.outerHTML) return
  // What somebody is using, a dismissal being written, stays until they are done with it.
  if (old.contains(document.activeElement)) return
  old.replaceWith(document.importNode(made, true))
}
