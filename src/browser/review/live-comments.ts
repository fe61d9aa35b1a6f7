import { inPlace } from './in-place.ts'
import { isComposing } from './keys.ts'

/** Comments are sent without leaving the page, and everybody's appear as they are written. */
export function startLiveComments(desk: HTMLElement, company: HTMLElement): { refresh(): Promise<void> } {
  const refresh = async () => {
    const answer = await fetch(company.dataset.comments ?? '', {
      headers: { Accept: 'text/html' },
      redirect: 'error',
    }).catch(() => null)
    if (!answer?.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    inPlace(() => {
      for (const made of page.querySelectorAll<HTMLElement>('[data-comments-of]')) replaceList(desk, made)
    })
  }
  desk.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !form.matches('[data-comment-form]'))
      return
    event.preventDefault()
    void send(form).then(async (isSent) => {
      // The plain form says what is wrong, and gives back what was typed.
      if (!isSent) return form.submit()
      form.reset()
      await refresh()
      form.querySelector<HTMLElement>('textarea')?.focus()
    })
  })
  // As everywhere where people write to each other; what confirms a segment does nothing in a comment.
  desk.addEventListener('keydown', (event) => {
    const form = event.target instanceof HTMLTextAreaElement ? event.target.form : null
    if (!form?.matches('[data-comment-form]') || event.key !== 'Enter' || isComposing(event)) return
    if (!(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
    event.preventDefault()
    form.requestSubmit()
  })
  return { refresh }
}

async function send(form: HTMLFormElement): Promise<boolean> {
  const fields = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams(fields),
    redirect: 'error',
  }).catch(() => null)
  return answer?.ok ?? false
}

function replaceList(desk: HTMLElement, made: HTMLElement): void {
  const old = desk.querySelector<HTMLElement>(`[data-comments-of="${made.dataset.commentsOf ?? ''}"]`)
  if (!old || old.outerHTML === made.outerHTML) return
  const hadFocus = old.contains(document.activeElement)
  const place = old.closest<HTMLDetailsElement>('details.comments')
  const count = made.parentElement?.querySelector<HTMLElement>('[data-count]')
  const summary = place?.querySelector('summary')
  if (summary && count) summary.textContent = count.textContent
  if (place && Number(count?.dataset.open) > 0) place.open = true
  old.replaceWith(document.importNode(made, true))
  if (hadFocus) summary?.focus()
}
