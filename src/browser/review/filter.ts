import { inPlace } from './in-place.ts'

/**
 * Filters without asking for the page again, and keeps the filter in the address. The list stays as it is while somebody works through it:
 * a row that no longer matches is marked, and goes when the filter is applied again.
 */
export function startFilter(desk: HTMLElement): void {
  const form = document.querySelector<HTMLFormElement>('[data-filter]')
  if (!form) return
  const rows = [...desk.querySelectorAll<HTMLElement>('[data-segment]')]
  const textField = form.elements.namedItem('q') as HTMLInputElement
  // Without scripts it stands open, to say what it leaves out; with them it would lie over the rows.
  form.querySelector('details')?.removeAttribute('open')
  let applied = queryOf(form)
  let asked = 0
  let isStale = false

  const show = (shown: ReadonlySet<string>) => {
    inPlace(() => {
      for (const row of rows) {
        row.hidden = !shown.has(row.dataset.segment ?? '')
        delete row.dataset.left
      }
    })
  }
  const markDone = (shown: ReadonlySet<string>) => {
    for (const row of rows)
      if (row.hidden || shown.has(row.dataset.segment ?? '')) delete row.dataset.left
      else row.dataset.left = `✓ ${form.dataset.left ?? ''}`
  }
  const apply = async () => {
    const query = queryOf(form)
    const fresh = await ask(query)
    if (!fresh) return
    applied = query
    renew(form, fresh)
    show(shownBy(fresh))
    const search = query.toString()
    history.replaceState(
      history.state,
      '',
      `${location.pathname}${search ? `?${search}` : ''}${location.hash}`,
    )
  }
  /** Null when the answer did not come, or somebody has gone on meanwhile. */
  const ask = async (query: URLSearchParams): Promise<HTMLFormElement | null> => {
    const mine = ++asked
    const answer = await fetch(`${form.dataset.filter ?? ''}?${query.toString()}`, {
      headers: { Accept: 'text/html' },
      redirect: 'error',
    }).catch(() => null)
    if (!answer?.ok) return null
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    return mine === asked ? page.querySelector<HTMLFormElement>('[data-filter]') : null
  }
  const recount = async () => {
    isStale = false
    const fresh = await ask(applied)
    // What is being chosen is not changed under anybody's hands.
    if (!fresh || queryOf(form).toString() !== applied.toString()) return
    renew(form, fresh)
    markDone(shownBy(fresh))
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void apply()
  })
  form.addEventListener('change', ({ target }) => {
    if (target !== textField) void apply()
  })
  let typing: ReturnType<typeof setTimeout> | undefined
  textField.addEventListener('input', (event) => {
    clearTimeout(typing)
    if (!(event instanceof InputEvent && event.isComposing)) typing = setTimeout(() => void apply(), 250)
  })
  textField.addEventListener('compositionend', () => void apply())
  form.addEventListener('focusin', () => {
    if (isStale) void recount()
  })
  desk.addEventListener('parts', () => {
    // Without a filter nobody looks at its counts before it is opened.
    if (form.dataset.active === 'yes') void recount()
    else isStale = true
  })
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest('[data-clear], [data-filter-link]') : null
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const wanted = new URL(link.href).searchParams
    for (const element of form.elements)
      if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement)
        element.value = wanted.get(element.name) ?? ''
    void apply()
    if (link.matches('[data-clear]')) textField.focus()
  })
  // A row that a link leads to is shown, whatever the filter says.
  const showTarget = () => {
    const row = rows.find(({ id }) => `#${id}` === location.hash)
    if (!row?.hidden) return
    row.hidden = false
    row.scrollIntoView({ block: 'center' })
  }
  window.addEventListener('hashchange', showTarget)
  showTarget()
}

const shownBy = (form: HTMLFormElement) => new Set((form.dataset.shown ?? '').split(' '))

function queryOf(form: HTMLFormElement): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value.trim() !== '') query.set(name, value)
  return query
}

/** Counts and what is said as the server has just made them; what has the focus keeps it. */
function renew(form: HTMLFormElement, fresh: HTMLFormElement): void {
  form.dataset.active = fresh.dataset.active ?? ''
  for (const select of form.querySelectorAll('select')) {
    const made = fresh.querySelector<HTMLSelectElement>(`[name="${select.name}"]`)
    if (!made) continue
    select.replaceChildren(...[...made.options].map((option) => document.importNode(option, true)))
  }
  const [output, made] = [form.querySelector('output'), fresh.querySelector('output')]
  if (output && made && output.textContent !== made.textContent) output.textContent = made.textContent
  const [clear, madeClear] = [form, fresh].map((one) => one.querySelector<HTMLElement>('[data-clear]'))
  if (clear && madeClear) clear.hidden = madeClear.hidden
}
