/** What the server answers to a verdict. */
interface Answer {
  readonly outcome: string
  readonly verdict: string
  readonly words: string
  readonly note: string
  readonly progress: string
}

/** Keys go by their place on the keyboard, since a Thai layout has none of these letters. */
const acts = new Map<string, (row: HTMLElement) => HTMLElement | null>([
  ['KeyA', (row) => row.querySelector('[name=verdict][value=accepted]')],
  ['KeyR', (row) => row.querySelector('[name=verdict][value=sent-back]')],
])

/** Sends a verdict without leaving the page, and moves between segments. `mark` opens the form of a mark for a row. */
export function startVerdicts(changes: HTMLElement, mark: ((row: HTMLElement) => void) | null): void {
  const keys = changes.querySelector<HTMLElement>('[data-keys]')
  if (keys) keys.hidden = false
  changes.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name=verdict]')
    if (!button?.form) return
    event.preventDefault()
    void send(changes, button)
  })
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const at = event.target as HTMLElement
    // Out of the note, which stays written, to where the other keys work.
    if (event.code === 'Escape' && at.closest('.verdict__note'))
      at.closest<HTMLElement>('[data-row]')?.focus()
    if (at.matches('input, textarea, select, [contenteditable]') || document.querySelector('dialog[open]'))
      return
    const row = at.closest<HTMLElement>('[data-row]')
    const handled =
      event.code === 'KeyJ'
        ? go(changes, row, 1)
        : event.code === 'KeyK'
          ? go(changes, row, -1)
          : act(event.code, row)
    if (handled) event.preventDefault()
  })

  function act(code: string, row: HTMLElement | null): boolean {
    if (!row) return false
    if (code === 'KeyM' && mark) mark(row)
    else if (code === 'KeyN') {
      const note = row.querySelector<HTMLDetailsElement>('.verdict__note')
      if (!note) return false
      note.open = true
      note.querySelector('textarea')?.focus()
    } else {
      const button = acts.get(code)?.(row)
      if (!button) return false
      button.click()
    }
    return true
  }
}

/** To the next row that is not folded away, or the one before. */
function go(changes: HTMLElement, row: HTMLElement | null, step: 1 | -1): boolean {
  const rows = [...changes.querySelectorAll<HTMLElement>('[data-row]')].filter((one) => one.checkVisibility())
  const at = row ? rows.indexOf(row) : -1
  const next = row ? rows[at + step] : rows[0]
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
  return next !== undefined
}

async function send(changes: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const row = button.closest<HTMLElement>('[data-row]')
  const note = row?.querySelector<HTMLTextAreaElement>('textarea')
  const said = changes.querySelector<HTMLElement>('[data-said]')
  if (!row || !button.form || row.ariaBusy === 'true') return
  const token = (button.form.elements.namedItem('_csrf') as HTMLInputElement).value
  const fields = new URLSearchParams({ _csrf: token, verdict: button.value })
  const written = note?.value ?? ''
  if (note) fields.set(note.name, written)
  row.ariaBusy = 'true'
  const answer = await fetch(button.formAction, {
    method: 'POST',
    body: fields,
    headers: { Accept: 'application/json' },
  })
    .then(async (response) => (response.ok ? ((await response.json()) as Answer) : null))
    .catch(() => null)
  row.ariaBusy = null
  if (answer?.outcome !== 'ok') {
    // The server says on a page of its own why not; nothing that was typed is lost by staying here.
    if (said) said.textContent = ''
    requestAnimationFrame(() => said && (said.textContent = changes.dataset.failed ?? ''))
    return
  }
  row.dataset.verdict = answer.verdict
  show(row, answer)
  if (note?.value === written) note.value = ''
  const progress = document.querySelector('[data-progress]')
  if (progress) progress.textContent = answer.progress
  if (said) said.textContent = answer.words
  const shouldGoOn = row === document.activeElement || row.contains(document.activeElement)
  if (shouldGoOn && !note?.value) go(changes, row, 1)
}

function show(row: HTMLElement, { words, note }: Answer): void {
  const place = row.querySelector<HTMLElement>('[data-verdict-words]')
  if (!place) return
  place.hidden = false
  place.textContent = words
  if (note === '') return
  const quote = document.createElement('q')
  quote.textContent = note
  place.append(' ', quote)
}
